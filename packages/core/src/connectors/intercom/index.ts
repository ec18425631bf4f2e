/** Tickets of Intercom: conversations and customer tickets as one. */
export { createIntercomConnector } from './intercom-connector.js';
export {
  INTERCOM_ESCALATION_RULES,
  INTERCOM_TICKET_CATEGORIES,
  type IntercomConnectorOptions,
  type IntercomCredentials,
  intercomCredentialsSchema,
  intercomOptionsSchema,
  type IntercomSettings,
} from './intercom-options.js';
export { mapIntercomRecords } from './map-intercom-records.js';
