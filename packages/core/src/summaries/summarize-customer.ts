import { csatSummary } from '../csat/csat-summary.js';
import { escalationSummary } from '../escalations/escalation-summary.js';
import type { CustomerSupportMetrics } from '../model/customer-support-metrics.js';
import type { Customer } from '../model/customer.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TrendData } from '../model/trend-data.js';
import { assessTickets } from '../sla/assessed-ticket.js';
import { slaSummary } from '../sla/sla-summary.js';
import { weeklyBuckets } from '../time/time-buckets.js';
import { volumeSummary } from '../volume/volume-summary.js';
import { reportContext, type ReportOptions, TREND_WEEKS } from './report-options.js';
import { trendBuckets } from './trend-buckets.js';

/**
 * All metrics of one customer over one period. Facts later than the end of the period, or than now,
 * are invisible, so the report of a past month stays the same for ever.
 *
 * @param customer - whose tickets these are; its own `sla_policy` wins over the options' policy
 * @param tickets - all of the customer's tickets, or at least those touched since
 *   `reportWindowStart` and all that are open; in any order
 * @example
 * const period = parsePeriod('this_month', { now, timezone: 'Europe/Berlin' });
 * summarizeCustomer(customer, tickets, { period, now }).satisfaction.avg_csat; // 3.9
 */
export const summarizeCustomer = (
  customer: Customer,
  tickets: readonly TicketRecord[],
  options: ReportOptions,
): CustomerSupportMetrics => {
  const { period, asOf, range, previous, policy, thresholds, dataAsOf } = reportContext(options);
  const assessed = assessTickets(tickets, { policy: customer.sla_policy ?? policy, asOf });
  const records = assessed.map(({ ticket }) => ticket);
  return {
    customer_id: customer.customer_id,
    customer_name: customer.name,
    period: period.period,
    period_range: period.range,
    data_as_of: dataAsOf,
    tickets: volumeSummary(assessed, { range, asOf }),
    sla: slaSummary(assessed, { range, targetPct: thresholds.sla_target_pct }),
    satisfaction: csatSummary(records, { range, previous }),
    escalations: escalationSummary(assessed, { range, asOf }),
  };
};

/**
 * A customer's trend by local ISO week: all weeks of the period, and at least the last 12 up to its
 * end, empty ones included.
 */
export const customerTrends = (
  customer: Customer,
  tickets: readonly TicketRecord[],
  options: ReportOptions,
): TrendData[] => {
  const { period, now, asOf, policy } = reportContext(options);
  const assessed = assessTickets(tickets, { policy: customer.sla_policy ?? policy, asOf });
  return trendBuckets(assessed, weeklyBuckets(period, now, TREND_WEEKS), asOf);
};
