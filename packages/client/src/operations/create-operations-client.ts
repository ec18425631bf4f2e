import { checkedOptions, type SupportClientOptions } from '../client-options.js';
import { createCalls } from '../create-calls.js';
import { operationRoutes } from './core.js';
import type { OperationsClient } from './operations-client.js';

/** Ten thousand customers take longer than a page of tickets. */
const TIMEOUT_MS = 60_000;

/**
 * Makes a typed client for what the host product tells the server, and for what its administrators look after. Usually it
 * runs in the host's own server, with an API key.
 *
 * @param options - as of `createSupportClient`; `timeout` is 60_000 unless given
 * @returns one function for each route, see {@link OperationsClient}
 * @throws {InvalidInputError} when `baseUrl` is no address or `getToken` no function
 *
 * @example
 * const operations = createOperationsClient({
 *   baseUrl: 'https://support.example.com',
 *   getToken: () => process.env.CSCX_SUPPORT_KEY ?? '',
 * });
 * await operations.putCustomers({ customers: [{ customer_id: 'acme', name: 'Acme Corp', csm_id: 'dana' }] });
 */
export function createOperationsClient(options: SupportClientOptions): OperationsClient {
  const checked = checkedOptions('createOperationsClient', options);
  const calls: unknown = createCalls(operationRoutes, { ...checked, timeout: checked.timeout ?? TIMEOUT_MS });
  return calls as OperationsClient;
}
