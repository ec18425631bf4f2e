/** What a connector is, and the parts from which one is made. The connectors themselves have an entry point each. */
export * from './connector.js';
export { type ConnectorClock, systemClock } from './shared/clock.js';
export { ConnectorError, type ConnectorErrorCode, type ConnectorErrorDetails } from './shared/connector-error.js';
export { isHttpUrl } from './shared/http-url.js';
export { instantOfSeconds, instantOfText, momentOfSeconds, momentOfText } from './shared/moments.js';
export { type MappedRecord, readRecords, type RecordReading, UnreadableRecord, type Warn } from './shared/page.js';
export { type AnyPullStream, type PullStream, pullStreams } from './shared/pull-streams.js';
export { createRateBudget, type RateBudget, type RateBudgetOptions, type RateReading } from './shared/rate-budget.js';
export { MAX_WEBHOOK_BYTES, readBody } from './shared/request-body.js';
export {
  type CategoryRule,
  categoryRuleSchema,
  createRules,
  type EscalationRule,
  escalationRuleSchema,
  type Signals,
} from './shared/signal-rules.js';
export { isSameSecret, isSignedBy, type SignatureEncoding } from './shared/signature.js';
export { ticketId } from './shared/ticket-id.js';
export {
  createVendorHttp,
  type FailedResponse,
  type Failure,
  type VendorHttp,
  type VendorHttpOptions,
  type VendorRequest,
} from './shared/vendor-http.js';
export { createWordMap, type WordMapOptions } from './shared/word-map.js';
