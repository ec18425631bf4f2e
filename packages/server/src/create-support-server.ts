import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId, type RequestIdVariables } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { Instant } from '@cscx/support-core';
import { type ApiRoute, apiRoutes } from '@cscx/support-core/api';
import { apiKeyAccess } from './auth/api-key-access.js';
import type { Authenticate } from './auth/authenticate.js';
import { faultOf } from './http/fault-of.js';
import { healthRoutes, readinessGate } from './http/health-routes.js';
import { logRequests } from './http/log-requests.js';
import { metricsRoute } from './http/metrics-route.js';
import { openApiDocument } from './http/open-api-document.js';
import { errorResponse, problemResponse } from './http/problem-response.js';
import { createRateLimiter, type RateLimits } from './http/rate-limits.js';
import { createServerMetrics } from './http/server-metrics.js';
import { createLogger, type Logger } from './logger.js';
import { answerRoute } from './routes/answer-route.js';
import type { SupportStore } from './store/support-store.js';
import { webhookRoutes, type WebhookServices } from './webhooks/webhook-routes.js';

/** What a server is made of. */
export interface SupportServerOptions {
  /** From `openPgliteStore` or `openPostgresStore`; the server does not close it. */
  store: SupportStore;
  /** Who may come in, on whose behalf. @default API keys of the store */
  authenticate?: Authenticate;
  /** The one clock. @default the real one */
  now?: () => Instant;
  /** @default JSON lines on standard error */
  logger?: Logger;
  /** Origins of web pages that may call the API, such as `https://app.example.com`. @default none but its own */
  allowed_origins?: readonly string[];
  /** How much each key, user and address may ask. @default 600 requests a minute; false: without limit */
  rate_limits?: RateLimits | false;
  /** The largest body of a request, in bytes. @default 10 MB */
  max_body_bytes?: number;
  /** After how many milliseconds a request that only reads is given up. @default 30,000 */
  request_timeout_ms?: number;
  /** How support systems send what happens; see docs/webhooks.md. @default they cannot */
  webhooks?: WebhookServices;
  /** Who sends it as bearer token may read `/metrics`. @default without one, this machine alone */
  metrics_token?: string | undefined;
}

/** The API as a Fetch handler, for any host that speaks Fetch; for Node and Express see `toNodeListener`. */
export interface SupportServer {
  /**
   * Answers a request. It never rejects: failures are problem details (RFC 9457).
   *
   * @param bindings - what `@hono/node-server` passes along, if that runs the server
   */
  fetch: (request: Request, bindings?: object) => Promise<Response>;
}

/**
 * Makes the support API.
 *
 * @example
 * const server = createSupportServer({ store: await openPgliteStore({ directory: '.data' }) });
 * const response = await server.fetch(new Request('http://localhost/health/live'));
 */
export const createSupportServer = ({
  store,
  authenticate = apiKeyAccess(store),
  now = () => new Date().toISOString(),
  logger = createLogger(),
  allowed_origins = [],
  rate_limits = {},
  max_body_bytes = 10_000_000,
  request_timeout_ms = 30_000,
  webhooks,
  metrics_token,
}: SupportServerOptions): SupportServer => {
  const app = new Hono<{ Variables: RequestIdVariables }>();
  const metrics = createServerMetrics(store, now);
  app.use(requestId(), logRequests(logger), metrics.measure);
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, crossOriginResourcePolicy: false }));
  if (allowed_origins.length > 0) {
    app.use(
      cors({
        origin: [...allowed_origins],
        allowMethods: ['GET', 'PUT', 'POST'],
        exposeHeaders: ['ETag', 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
        maxAge: 600,
      }),
    );
  }
  app.use(compress(), etag());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(c, 'method_not_allowed', { headers: { allow: methods.join(', ') } }),
    }),
  );
  app.route('/health', healthRoutes(store));
  app.get('/openapi.json', (c) => c.json(openApiDocument));
  app.get('/metrics', metricsRoute(metrics, metrics_token));
  const assertReady = readinessGate(store);
  if (webhooks) app.route('/api/support/webhooks', webhookRoutes({ store, now, logger, assertReady, ...webhooks }));
  const limiter = createRateLimiter(rate_limits);
  const services = { store, authenticate, limiter, request_timeout_ms, now, assertReady };
  const limitBody = bodyLimit({
    maxSize: max_body_bytes,
    onError: (c) =>
      problemResponse(c, 'payload_too_large', { detail: `expected a body of at most ${max_body_bytes} bytes` }),
  });
  for (const route of apiRoutes) {
    app.on(route.method, honoPath(route), limitBody, (c) => answerRoute(route, c, services));
  }
  app.notFound((c) => problemResponse(c, 'not_found'));
  app.onError((error, c) => {
    const response = errorResponse(c, error);
    if (response.status >= 500) logger.error({ ...faultOf(error), request_id: c.get('requestId') }, 'request failed');
    return response;
  });
  return { fetch: async (request, bindings) => app.fetch(request, bindings) };
};

/** `{name}` as Hono writes it. */
const honoPath = ({ path }: ApiRoute): string => path.replace(/\{(\w+)\}/g, ':$1');
