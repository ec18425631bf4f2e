/** Freshdesk: see docs/connectors/freshdesk.md. */
export { createFreshdeskConnector } from './freshdesk-connector.js';
export {
  type FreshdeskConnectorOptions,
  type FreshdeskCredentials,
  freshdeskCredentialsSchema,
  freshdeskOptionsSchema,
  type FreshdeskSettings,
} from './freshdesk-options.js';
export { mapFreshdeskRecords } from './map-freshdesk-records.js';
