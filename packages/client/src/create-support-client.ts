import { checkedOptions, type SupportClientOptions } from './client-options.js';
import { reportRoutes } from './core.js';
import { createCalls } from './create-calls.js';
import type { SupportClient } from './support-client.js';

/**
 * Makes a typed client of the support API for pages: what is sent and what comes back is checked with the schemas that
 * the server writes with.
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
  const calls: unknown = createCalls(reportRoutes, checkedOptions('createSupportClient', options));
  return calls as SupportClient;
}
