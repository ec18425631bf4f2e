import type { ApiRequest, ApiRoute } from '@cscx/support-core/api';
import ky from 'ky';
import type { GetToken } from './access-token.js';
import { reportRoutes, InvalidInputError } from './core.js';
import { type CallOptions, sendRequest } from './send-request.js';
import type { SupportClient } from './support-client.js';
import { withAuthorization } from './with-authorization.js';

/** How to reach the support API. */
export interface SupportClientOptions {
  /** Where the API is served, without `/api`: an origin, a folder, or in a browser a path such as `/` or `/support`. */
  baseUrl: string | URL;
  /** Gives the bearer token; called once at first and again when the server refuses the token. */
  getToken: GetToken;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds that one attempt may take. @default 10_000 */
  timeout?: number;
  /** How often a GET is sent again after 408, 429, 500, 502–504 or a network error. `Retry-After` is obeyed. @default 2 */
  retries?: number;
}

/** The longest a `Retry-After` holds a call back; past it, a person would rather see the error. */
const MAX_RETRY_AFTER_MS = 30_000;

/** Looked up at each call: whoever instruments `fetch` may do so after the client was made. */
const globalFetch: typeof globalThis.fetch = async (input, init) => globalThis.fetch(input, init);

/**
 * Makes a typed client of the support API: what is sent and what comes back is checked with the schemas that the server
 * writes with.
 *
 * @returns one function for each route, see {@link SupportClient}
 * @throws {InvalidInputError} when `baseUrl` is no address or `getToken` no function
 *
 * @example
 * const client = createSupportClient({
 *   baseUrl: 'https://support.example.com',
 *   getToken: async ({ signal }) => (await fetch('/session/support-token', { signal })).text(),
 * });
 * const { summary } = await client.getPortfolio();
 */
export function createSupportClient(options: SupportClientOptions): SupportClient {
  const { baseUrl, getToken, fetch = globalFetch, timeout = 10_000, retries = 2 } = checked(options);
  const http = ky.create({
    prefix: baseUrl,
    fetch: withAuthorization(fetch, getToken),
    retry: { limit: retries, methods: ['get'], jitter: true, maxRetryAfter: MAX_RETRY_AFTER_MS },
    timeout,
  });
  const callOf =
    <Route extends ApiRoute>(route: Route) =>
    async (request: ApiRequest<Route>, callOptions: CallOptions = {}) =>
      sendRequest(http, route, request, callOptions);

  const calls: Record<string, unknown> = Object.fromEntries(
    reportRoutes.map((route) => [route.operationId, callOf(route)]),
  );
  return calls as unknown as SupportClient;
}

function checked(options: SupportClientOptions): SupportClientOptions {
  const issues = [
    !URL.canParse(String(options.baseUrl), globalThis.location?.href) && {
      path: 'baseUrl',
      message: 'expected an address such as https://support.example.com, or a path in a browser',
    },
    typeof options.getToken !== 'function' && { path: 'getToken', message: 'expected a function that gives a token' },
  ].filter((issue) => issue !== false);
  if (issues.length > 0) throw new InvalidInputError('createSupportClient', issues);
  return options;
}
