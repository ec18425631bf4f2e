export { mapSalesforceRecords } from './map-salesforce-records.js';
export { createSalesforceConnector, type SalesforceConnectorOptions } from './salesforce-connector.js';
export {
  type SalesforceCredentials,
  salesforceCredentialsSchema,
  type SalesforceTokens,
} from './salesforce-credentials.js';
export { type SalesforceOptions, salesforceOptionsSchema } from './salesforce-options.js';
