import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { InvalidPrincipalError } from '../errors/invalid-principal-error.js';
import { UnauthenticatedError } from '../errors/unauthenticated-error.js';
import type { RateLimiter } from '../http/rate-limits.js';
import { type Authenticate, type Connection, isRole, type Principal } from './authenticate.js';

/** Where a request came from, as far as the adapter tells. */
export const connectionOf = (c: Context): Connection => ({
  remote_address: (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress,
});

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** A host's `authenticate` may be JavaScript: what it forgets must not become everybody's data, or a riddle. */
const assertPrincipal = ({ organization_id, role, subject }: Principal): void => {
  if (isText(organization_id) && isText(subject) && isRole(role)) return;
  throw new InvalidPrincipalError('authenticate has to give organization_id, subject and a role that is known');
};

/**
 * Says on whose behalf a request is made. Good credentials are never refused for the bad ones of a neighbour: behind one
 * proxy, all have the same address.
 *
 * @throws UnauthenticatedError without credentials that are known
 * @throws RateLimitedError for too many requests of one principal, or too many unknown credentials from one address
 */
export const admit = async (
  c: Context,
  { authenticate, limiter }: { authenticate: Authenticate; limiter: RateLimiter },
): Promise<Principal> => {
  const connection = connectionOf(c);
  const principal = await authenticate(c.req.raw, connection);
  if (!principal) {
    await limiter.countFailure(connection.remote_address);
    throw new UnauthenticatedError('expected known credentials, such as an API key as bearer token');
  }
  assertPrincipal(principal);
  const headers = await limiter.countRequest(principal);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return principal;
};
