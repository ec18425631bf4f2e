import type { Context } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';
import type { Instant } from '@cscx/support-core';
import type { ApiRoute, ReadApiRequest } from '@cscx/support-core/api';
import { admit } from '../auth/admit.js';
import type { Authenticate, Principal } from '../auth/authenticate.js';
import { hasScope } from '../auth/role-scopes.js';
import { visibleTo } from '../auth/visible-to.js';
import { ForbiddenError } from '../errors/forbidden-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import type { RateLimiter } from '../http/rate-limits.js';
import { readRequest } from '../http/read-request.js';
import { reportNow } from '../http/report-now.js';
import { within } from '../http/within.js';
import { organizationSettingsSchema } from '../store/organization-settings.js';
import type { Organization } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { auditTarget } from './audit-target.js';
import type { RouteContext, RouteHandler } from './route-handler.js';
import { routeHandlers } from './route-handlers.js';

/** What every route needs of its server. */
export interface RouteServices {
  store: SupportStore;
  /** Throws until the store can be used. */
  assertReady: () => Promise<void>;
  authenticate: Authenticate;
  limiter: RateLimiter;
  /** How long an answer may take that changes nothing. */
  request_timeout_ms: number;
  now: () => Instant;
}

/** A host may know an organization that has sent nothing yet. */
const UNKNOWN_ORGANIZATION: Organization = {
  settings: organizationSettingsSchema.parse({}),
  data_as_of: null,
  changed_at: null,
};

/**
 * A route that names something is not there for who may do it to nothing: so nobody learns what there is. The words are
 * the same whether it exists or not.
 */
const assertScope = ({ scope, params }: ApiRoute, principal: Principal): void => {
  if (hasScope(principal, scope)) return;
  const message = `expected credentials with the scope ${scope}`;
  throw Object.keys(params.shape).length === 0 ? new ForbiddenError(message) : new NotFoundError(message);
};

/** Runs a write and notes it, in one transaction. */
const write = async (
  route: ApiRoute,
  request: ReadApiRequest<ApiRoute>,
  { organization, isNew, ...context }: RouteContext & { isNew: boolean; request_id: string | null },
): Promise<unknown> =>
  organization.transaction(async (inside) => {
    if (isNew) await inside.ensure();
    const { principal, request_id, now: at } = context;
    const answer = await handlerOf(route)(request, { ...context, organization: inside });
    const target = auditTarget(route, request);
    await inside.audit.record({ at, principal, action: route.operationId, target, request_id });
    return answer;
  });

/** The handler of a route takes what that route's schemas give; the table of handlers was checked for it. */
const handlerOf = ({ operationId }: ApiRoute): RouteHandler<ApiRoute> =>
  routeHandlers[operationId as keyof typeof routeHandlers] as RouteHandler<ApiRoute>;

const answer = async (route: ApiRoute, c: Context<{ Variables: RequestIdVariables }>, services: RouteServices) => {
  const { store, assertReady, now } = services;
  await assertReady();
  const principal = await admit(c, services);
  assertScope(route, principal);
  const request = await readRequest(route, c);
  const organization = store.forOrganization(principal.organization_id, visibleTo(principal));
  const found = await organization.find();
  const known = found ?? UNKNOWN_ORGANIZATION;
  const context = { ...known, principal, organization };
  return route.method === 'GET'
    ? handlerOf(route)(request, { ...context, now: reportNow(now(), known.changed_at) })
    : write(route, request, { ...context, now: now(), isNew: !found, request_id: c.get('requestId') });
};

/**
 * Answers one route of the contract for whoever is authenticated. What reads has its time; of what writes the end is
 * told, however long it takes.
 */
export const answerRoute = async (
  route: ApiRoute,
  c: Context<{ Variables: RequestIdVariables }>,
  services: RouteServices,
): Promise<Response> => {
  const work = answer(route, c, services);
  const result = await (route.method === 'GET' ? within(services.request_timeout_ms, work) : work);
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Authorization', { append: true });
  return c.json(result);
};
