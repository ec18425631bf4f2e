export { alertWindowStart, evaluateAlerts, type AlertOptions, type SupportAccount } from './alerts/evaluate-alerts.js';
export type {
  DegradedCapability,
  RemovedTicket,
  SkippedRecord,
  TicketPage,
  TicketPatch,
} from './connectors/connector.js';
export { csatOfScores } from './csat/csat-of-scores.js';
export { csatSummary, type ResponseBasis } from './csat/csat-summary.js';
export {
  type CustomerSatisfaction,
  lowSatisfactionCustomers,
  satisfactionByCustomer,
} from './csat/satisfaction-by-customer.js';
export * from './errors/index.js';
export { escalationSummary } from './escalations/escalation-summary.js';
export { repeatedEscalations, type RepeatedEscalation } from './escalations/repeated-escalations.js';
export { reopenCount, type StatusHistory, timeInStatuses } from './history/status-durations.js';
export * from './model/index.js';
export { type ReportCustomer, type ReportOptions, reportMoment, reportWindowStart } from './report/report-options.js';
export { assessSla, type SlaOptions } from './sla/assess-sla.js';
export { type AssessTicket, createTicketAssessor, isOverBefore } from './sla/create-ticket-assessor.js';
export { slaCompliance } from './sla/compliance.js';
export { type SlaBreach, slaBreaches } from './sla/sla-breaches.js';
export { type SlaCountdown, slaCountdowns } from './sla/sla-countdowns.js';
export { slaSummary } from './sla/sla-summary.js';
export { toSupportTicket } from './sla/to-support-ticket.js';
export { knownShare, quantile } from './stats/describe.js';
export { EXACT_DURATIONS, SKETCH_RELATIVE_ERROR } from './stats/duration-sample.js';
export { type Interval, newcombeInterval, wilsonInterval } from './stats/proportion-interval.js';
export {
  durationTrend,
  type ProportionTrend,
  proportionTrend,
  type ProportionTrendOptions,
  type Trend,
} from './stats/trends.js';
export type { AccumulatorState, MetricsAccumulator } from './summaries/accumulator.js';
export {
  createCustomerAccumulator,
  type CustomerReport,
  type CustomerReportOptions,
  summarizeCustomer,
} from './summaries/customer-accumulator.js';
export {
  createPortfolioAccumulator,
  type PortfolioAccumulator,
  type PortfolioReport,
  type PortfolioReportOptions,
  summarizePortfolio,
} from './summaries/portfolio-accumulator.js';
export { supportTrends } from './summaries/support-trends.js';
export * from './time/index.js';
export { backlogAt, volumeSummary } from './volume/volume-summary.js';
