import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { connectionOf } from '../auth/admit.js';
import { bearerToken } from '../auth/authenticate.js';
import { isLocal } from '../auth/is-local.js';
import { NotFoundError } from '../errors/not-found-error.js';
import type { ServerMetrics } from './server-metrics.js';

const isSame = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Shows metrics to whoever has the token, and where none is set, to this machine alone. For everybody else there is
 * nothing here.
 */
export const metricsRoute =
  ({ text, contentType }: ServerMetrics, token: string | undefined) =>
  async (c: Context): Promise<Response> => {
    const isAllowed =
      token === undefined ? isLocal(c.req.raw, connectionOf(c)) : isSame(bearerToken(c.req.raw) ?? '', token);
    if (!isAllowed) throw new NotFoundError('there is nothing here');
    return c.body(await text(), 200, { 'content-type': contentType, 'cache-control': 'no-store' });
  };
