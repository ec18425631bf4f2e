import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Instant } from '@cscx/support-core';
import type { ApiRoute, apiRoutes } from '@cscx/support-core/api';
import type { Authenticate, Connection, Principal } from '../auth/authenticate.js';
import { hasScope } from '../auth/role-scopes.js';
import { ForbiddenError } from '../errors/forbidden-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { UnauthenticatedError } from '../errors/unauthenticated-error.js';
import { readRequest } from '../http/read-request.js';
import { reportNow } from '../http/report-now.js';
import { organizationSettingsSchema } from '../store/organization-settings.js';
import type { Organization } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import type { RouteHandler } from './route-handler.js';
import { routeHandlers } from './route-handlers.js';

/** What every route needs of its server. */
export interface RouteServices {
  store: SupportStore;
  /** Throws until the store can be used. */
  assertReady: () => Promise<void>;
  authenticate: Authenticate;
  now: () => Instant;
}

/** A host may know an organization that has sent nothing yet. */
const UNKNOWN_ORGANIZATION: Organization = { settings: organizationSettingsSchema.parse({}), data_as_of: null };

const connectionOf = (c: Context): Connection => ({
  remote_address: (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress,
});

/**
 * A route that names something is not there for who may do it to nothing: so nobody learns what there is. The words are
 * the same whether it exists or not.
 */
const assertScope = ({ scope, params }: ApiRoute, principal: Principal): void => {
  if (hasScope(principal, scope)) return;
  const message = `expected credentials with the scope ${scope}`;
  throw Object.keys(params.shape).length === 0 ? new ForbiddenError(message) : new NotFoundError(message);
};

/** Answers one route of the contract for whoever is authenticated. */
export const answerRoute = async (
  route: (typeof apiRoutes)[number],
  c: Context,
  { store, assertReady, authenticate, now }: RouteServices,
): Promise<Response> => {
  await assertReady();
  const principal = await authenticate(c.req.raw, connectionOf(c));
  if (!principal) throw new UnauthenticatedError('expected a known API key as bearer token');
  assertScope(route, principal);
  const request = await readRequest<ApiRoute>(route, c);
  const organization = store.forOrganization(principal.organization_id);
  const known = (await organization.find()) ?? UNKNOWN_ORGANIZATION;
  // The handler of a route takes what that route's schemas give; the table of handlers was checked for it.
  const handler = routeHandlers[route.operationId] as RouteHandler<ApiRoute>;
  const answer =
    route.method === 'GET'
      ? await handler(request, { ...known, principal, organization, now: reportNow(now(), known.data_as_of) })
      : await organization.transaction((inside) =>
          handler(request, { ...known, principal, organization: inside, now: now() }),
        );
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Authorization', { append: true });
  return c.json(answer);
};
