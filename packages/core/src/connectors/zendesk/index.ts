export { mapZendeskRecords } from './map-zendesk-records.js';
export { createZendeskConnector } from './zendesk-connector.js';
export {
  type ZendeskConnectorOptions,
  type ZendeskCredentials,
  zendeskCredentialsSchema,
  type ZendeskOptions,
  zendeskOptionsSchema,
  type ZendeskTokens,
} from './zendesk-options.js';
