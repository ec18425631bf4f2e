import type { z } from 'zod';
import type { Instant } from '@cscx/support-core';
import type { ApiResponse, ApiRoute } from '@cscx/support-core/api';
import type { Organization, OrganizationStore } from '../store/organization-store.js';

/** The most alerts that come along with a report; the alerts route has the rest. */
export const ALERTS_SHOWN = 100;

/** For whom and as of when a route answers. */
export interface RouteContext extends Organization {
  organization: OrganizationStore;
  /** The moment that the answer describes. */
  now: Instant;
}

/** Answers a route: validated parameters in, what the route's schema promises out. */
export type RouteHandler<Route extends ApiRoute> = (
  request: z.output<Route['params']> & z.output<Route['query']>,
  context: RouteContext,
) => Promise<ApiResponse<Route>>;
