/** Takes what a system of your own sends as signed webhooks. */
export { mapWebhookRecords } from './map-webhook-records.js';
export { createWebhookConnector } from './webhook-connector.js';
export {
  WEBHOOK_SCHEMES,
  type WebhookConnectorOptions,
  type WebhookCredentials,
  webhookCredentialsSchema,
  webhookOptionsSchema,
  type WebhookScheme,
  type WebhookSettings,
} from './webhook-options.js';
