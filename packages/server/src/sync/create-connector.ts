import type { Connector } from '@cscx/support-core/connectors';
import { type ConnectionDescription, type ConnectorServices, vendorModules } from './vendors.js';

/**
 * Makes the connector of an account from what is kept of it.
 *
 * @throws InvalidInputError naming every setting or credential that is not what its vendor takes
 * @example
 * const connector = await createConnector({
 *   source_system: 'freshdesk',
 *   settings: { domain: 'acme.freshdesk.com' },
 *   credentials: { type: 'api_key', api_key: process.env.FRESHDESK_KEY },
 * });
 */
export const createConnector = async (
  description: ConnectionDescription,
  services: ConnectorServices = {},
): Promise<Connector> => {
  const { create } = await vendorModules[description.source_system]();
  return create(description, services);
};
