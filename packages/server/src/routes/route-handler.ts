import type { Instant } from '@cscx/support-core';
import type { ApiResponse, ApiRoute, ReadApiRequest } from '@cscx/support-core/api';
import type { Principal } from '../auth/authenticate.js';
import type { Organization, OrganizationStore } from '../store/organization-store.js';

/** The most alerts that come along with a report; the alerts route has the rest. */
export const ALERTS_SHOWN = 100;

/** For whom and as of when a route answers. */
export interface RouteContext extends Organization {
  /** Of a route that writes: inside the transaction in which the audit log is written too. */
  organization: OrganizationStore;
  principal: Principal;
  /** The moment that a report describes, and in which a write happens. */
  now: Instant;
}

/** Answers a route: validated parameters in, what the route's schema promises out. */
export type RouteHandler<Route extends ApiRoute> = (
  request: ReadApiRequest<Route>,
  context: RouteContext,
) => Promise<ApiResponse<Route>>;
