export type { GetToken, TokenRequest } from './access-token.js';
export type { SupportClientOptions } from './client-options.js';
export { createSupportClient } from './create-support-client.js';
export type { CallOptions } from './send-request.js';
export type { AlertPage, CustomerMetrics, Portfolio, SupportClient, TicketPage } from './support-client.js';
export {
  isSupportClientError,
  SupportClientError,
  type SupportClientErrorCode,
  type SupportClientErrorDetails,
} from './support-client-error.js';
