import { csatPart } from '../csat/csat-summary.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { escalationPart } from '../escalations/escalation-summary.js';
import type { CustomerSupportMetrics } from '../model/customer-support-metrics.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TrendData } from '../model/trend-data.js';
import { type ReportCustomer, reportContext, type ReportOptions } from '../report/report-options.js';
import { slaPart } from '../sla/sla-summary.js';
import { volumePart } from '../volume/volume-summary.js';
import {
  addTicket,
  type AssessmentOptions,
  createTallyBook,
  type CustomerPage,
  type MetricsAccumulator,
} from './accumulator.js';
import { withWeeks } from './signals-part.js';
import { trendPart } from './trend-part.js';

/** What a customer's report is made with. */
export interface CustomerReportOptions extends ReportOptions, AssessmentOptions {
  /** Whose tickets these are; its own policy, the policy of its tier and its own thresholds win over the options'. */
  customer: ReportCustomer;
}

/** All metrics of a customer over a period, and their course. */
export interface CustomerReport {
  metrics: CustomerSupportMetrics;
  /** A customer's by ISO week: those of the period, and at least the last 12 up to its end, empty ones included. */
  trends: TrendData[];
}

/** What tallies say of a customer. */
export const customerReport = ({ customer, tallies, context }: CustomerPage): CustomerReport => ({
  metrics: {
    customer_id: customer.customer_id,
    ...(customer.name !== undefined && { customer_name: customer.name }),
    period: context.period.period,
    period_range: context.period.range,
    data_as_of: context.dataAsOf,
    tickets: volumePart.result(tallies.volume, context),
    sla: slaPart.result(tallies.sla, context),
    satisfaction: csatPart.result(tallies.csat, context),
    escalations: escalationPart.result(tallies.escalations, context),
  },
  trends: trendPart.result(tallies.trends, context),
});

/**
 * Makes an accumulator of one customer's metrics.
 *
 * @throws InvalidInputError for a period that is none; `add` for the ticket of another customer
 * @example
 * const accumulator = createCustomerAccumulator({ customer, period: 'this_month', now, timezone: 'Europe/Berlin' });
 * for await (const ticket of tickets) accumulator.add(ticket);
 * accumulator.result().metrics.satisfaction.avg_csat; // 3.9
 */
export const createCustomerAccumulator = ({
  customer,
  ...options
}: CustomerReportOptions): MetricsAccumulator<CustomerReport> => {
  const { page, merge, state } = createTallyBook({
    context: withWeeks(reportContext(options)),
    tier_policies: options.tier_policies,
    assess: options.assess,
    customerOf: (id) => (id === customer.customer_id ? customer : undefined),
  });
  const pageOf = (customerId: string): CustomerPage => {
    const found = page(customerId);
    if (found) return found;
    throw new InvalidInputError('ticket', [{ path: 'customer_id', message: 'expected a ticket of this customer' }]);
  };
  return {
    add: (ticket) => addTicket(pageOf(ticket.customer_id), ticket),
    merge,
    state,
    result: () => customerReport(pageOf(customer.customer_id)),
  };
};

/**
 * All metrics of one customer over one period, in one pass. Facts later than the end of the period, or than now, are
 * invisible, so the report of a past month stays the same for ever.
 *
 * @param tickets - all of the customer's tickets, or at least those touched since `reportWindowStart` and all that are
 *   open; in any order, from anything that can be iterated
 * @throws InvalidInputError for a period that is none, and for the ticket of another customer
 * @example
 * summarizeCustomer(tickets, { customer, period: 'this_month', now, timezone: 'Europe/Berlin' }).satisfaction.avg_csat; // 3.9
 */
export const summarizeCustomer = (
  tickets: Iterable<TicketRecord>,
  options: CustomerReportOptions,
): CustomerSupportMetrics => {
  const accumulator = createCustomerAccumulator(options);
  for (const ticket of tickets) accumulator.add(ticket);
  return accumulator.result().metrics;
};
