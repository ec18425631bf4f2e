import { Hono } from 'hono';
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
import { healthRoutes, readinessGate } from './http/health-routes.js';
import { logRequests } from './http/log-requests.js';
import { openApiDocument } from './http/open-api-document.js';
import { errorResponse, problemResponse } from './http/problem-response.js';
import { createLogger, type Logger } from './logger.js';
import { answerRoute } from './routes/answer-route.js';
import type { SupportStore } from './store/support-store.js';

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
}: SupportServerOptions): SupportServer => {
  const app = new Hono<{ Variables: RequestIdVariables }>();
  app.use(requestId(), logRequests(logger));
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, crossOriginResourcePolicy: false }));
  if (allowed_origins.length > 0) {
    app.use(cors({ origin: [...allowed_origins], exposeHeaders: ['ETag', 'X-Request-Id'], maxAge: 600 }));
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
  const services = { store, authenticate, now, assertReady: readinessGate(store) };
  for (const route of apiRoutes) app.on(route.method, honoPath(route), (c) => answerRoute(route, c, services));
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

/** What a log may say of an unforeseen error: its message and stack may quote a ticket, its name and code do not. */
const faultOf = (error: Error & { code?: unknown }): { error: string; code?: string } => ({
  error: error.name,
  ...(typeof error.code === 'string' && { code: error.code }),
});
