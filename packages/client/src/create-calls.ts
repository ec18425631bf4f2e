import type { ApiRequest, ApiRoute } from '@cscx/support-core/api';
import ky from 'ky';
import type { SupportClientOptions } from './client-options.js';
import { type CallOptions, sendRequest } from './send-request.js';
import { withAuthorization } from './with-authorization.js';

/** The longest a `Retry-After` holds a call back; past it, a person would rather see the error. */
const MAX_RETRY_AFTER_MS = 30_000;

/** Looked up at each call: whoever instruments `fetch` may do so after the client was made. */
const globalFetch: typeof globalThis.fetch = async (input, init) => globalThis.fetch(input, init);

/** One function for each route, by its `operationId`. */
export function createCalls(
  routes: readonly ApiRoute[],
  { baseUrl, getToken, fetch = globalFetch, timeout = 10_000, retries = 2 }: SupportClientOptions,
): Record<string, unknown> {
  const http = ky.create({
    prefix: baseUrl,
    fetch: withAuthorization(fetch, getToken),
    retry: { limit: retries, methods: ['get', 'put'], jitter: true, maxRetryAfter: MAX_RETRY_AFTER_MS },
    timeout,
  });
  const callOf =
    <Route extends ApiRoute>(route: Route) =>
    async (request: ApiRequest<Route>, callOptions: CallOptions = {}) =>
      sendRequest(http, route, request, callOptions);

  return Object.fromEntries(routes.map((route) => [route.operationId, callOf(route)]));
}
