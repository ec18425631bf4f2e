import type { MiddlewareHandler } from 'hono';
import type { Logger } from '../logger.js';

/** One line for each request, without its query: what people search for is nobody else's business. */
export const logRequests =
  (logger: Logger): MiddlewareHandler =>
  async (c, next) => {
    const start = performance.now();
    await next();
    const { method, path } = c.req;
    const duration_ms = Math.round(performance.now() - start);
    logger.info({ request_id: c.get('requestId'), method, path, status: c.res.status, duration_ms }, 'request');
  };
