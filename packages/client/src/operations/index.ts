export { createOperationsClient } from './create-operations-client.js';
export type {
  OperationsClient,
  SavedCustomers,
  SavedHealthScores,
  SyncStatus,
  UnmatchedPage,
} from './operations-client.js';
export type { GetToken, TokenRequest } from '../access-token.js';
export type { SupportClientOptions } from '../client-options.js';
export type { CallOptions } from '../send-request.js';
export {
  isSupportClientError,
  SupportClientError,
  type SupportClientErrorCode,
  type SupportClientErrorDetails,
} from '../support-client-error.js';
