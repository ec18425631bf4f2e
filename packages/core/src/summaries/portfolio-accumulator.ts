import { attentionOf } from '../attention/attention.js';
import { csatPart } from '../csat/csat-summary.js';
import type { CustomerSupportMetrics } from '../model/customer-support-metrics.js';
import type { CustomerSupportSummary } from '../model/customer-support-summary.js';
import type { PortfolioSupportSummary } from '../model/portfolio-support-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { type ReportCustomer, reportContext, type ReportOptions } from '../report/report-options.js';
import { compliancePct } from '../sla/compliance.js';
import { slaPart } from '../sla/sla-summary.js';
import { percentage } from '../stats/describe.js';
import { epochOf } from '../time/instant.js';
import {
  addTicket,
  type AssessmentOptions,
  createTallyBook,
  type CustomerPage,
  type MetricsAccumulator,
  type Tallies,
} from './accumulator.js';
import { customerReport, type CustomerReport } from './customer-accumulator.js';
import { type SignalsContext, signalsPart, withWeeks } from './signals-part.js';
import { trendPart } from './trend-part.js';

/** What a portfolio's report is made with. */
export interface PortfolioReportOptions extends ReportOptions, AssessmentOptions {
  /**
   * Whom the portfolio is about: each gets a line, and tickets of others are left out. @default whoever has a ticket
   */
  customers?: Iterable<ReportCustomer> | undefined;
}

/** The totals of a portfolio, and a line for each customer, those who need most attention first. */
export interface PortfolioReport {
  summary: PortfolioSupportSummary;
  customers: CustomerSupportSummary[];
}

/** An accumulator of many customers at once. */
export interface PortfolioAccumulator extends MetricsAccumulator<PortfolioReport> {
  /** All metrics of each customer; trends by week, or by day for a period below 28 days. */
  reports(): CustomerReport[];
}

const customerLine = ({ customer, tallies, context }: CustomerPage): CustomerSupportSummary => {
  const { open, total, previous_total } = tallies.volume;
  const csat = csatPart.result(tallies.csat, context);
  const { counts } = tallies.sla;
  const { thresholds } = context;
  const { escalation_days, spike, open_breached, open_at_risk } = signalsPart.result(tallies.signals, context);
  return {
    customer_id: customer.customer_id,
    customer_name: customer.name ?? customer.customer_id,
    csm_id: customer.csm_id ?? null,
    open_tickets: open,
    total_tickets: total,
    avg_csat: csat.avg_csat,
    csat_responses: csat.csat_responses,
    escalations_open: tallies.escalations.open,
    first_response_met_pct: compliancePct(counts.first_response),
    resolution_met_pct: compliancePct(counts.resolution),
    volume_change_pct: percentage(total - previous_total, previous_total),
    health_score: customer.health_score,
    arr: customer.arr,
    renewal_date: customer.renewal_date,
    attention: attentionOf({
      escalation_days,
      spike,
      open_tickets: open,
      open_breached,
      open_at_risk,
      csat,
      low_csat_below: thresholds.low_csat_below,
      low_csat_min_responses: thresholds.low_csat_min_responses,
    }),
  };
};

const portfolioTotals = (
  customers: readonly CustomerSupportSummary[],
  tallies: Tallies,
  context: SignalsContext,
): PortfolioSupportSummary => {
  const { period, thresholds, dataAsOf } = context;
  const { open, total, previous_total } = tallies.volume;
  const { avg_csat, csat_responses } = csatPart.result(tallies.csat, context);
  const signals = signalsPart.result(tallies.signals, context);
  return {
    period: period.period,
    period_range: period.range,
    data_as_of: dataAsOf,
    customers: customers.length,
    customers_with_tickets: customers.filter(({ open_tickets, total_tickets }) => open_tickets + total_tickets > 0)
      .length,
    open_tickets: open,
    open_tickets_change: open - signals.open_week_ago,
    total_tickets: total,
    total_tickets_change: total - previous_total,
    avg_csat,
    csat_responses,
    csat_target: thresholds.csat_target,
    csat_vs_target: avg_csat === null ? null : avg_csat - thresholds.csat_target,
    escalations: {
      open: tallies.escalations.open,
      new_this_week: signals.escalations_this_week,
      change: tallies.escalations.open - signals.escalations_week_ago,
    },
    sla: slaPart.result(tallies.sla, context),
    trends: trendPart.result(tallies.trends, context),
  };
};

const byAttention = (a: CustomerSupportSummary, b: CustomerSupportSummary): number =>
  b.attention.score - a.attention.score || (a.customer_id < b.customer_id ? -1 : 1);

/**
 * Makes an accumulator of a portfolio: all customers of a CSM or an organization together, and a line for each.
 *
 * @throws InvalidInputError for a period that is none
 * @example
 * // in each worker
 * const part = createPortfolioAccumulator(options);
 * for (const ticket of tickets) part.add(ticket);
 * send(part.state());
 * // and where they come together
 * const whole = createPortfolioAccumulator(options);
 * for (const state of received) whole.merge(state);
 * whole.result().summary.open_tickets;
 */
export const createPortfolioAccumulator = ({ customers, ...options }: PortfolioReportOptions): PortfolioAccumulator => {
  const context = withWeeks(reportContext(options, 'portfolio'));
  const listed = customers && new Map(Array.from(customers, (customer) => [customer.customer_id, customer]));
  const { page, pages, total, merge, state } = createTallyBook({
    context,
    tier_policies: options.tier_policies,
    assess: options.assess,
    customerOf: (id) => (listed ? listed.get(id) : { customer_id: id }),
  });
  for (const id of listed?.keys() ?? []) page(id);
  return {
    add(ticket) {
      // Whose first ticket is yet to come is no customer of this period.
      if (epochOf(ticket.created_at) > context.asOf) return;
      const own = page(ticket.customer_id);
      if (own) addTicket(own, ticket);
    },
    merge,
    state,
    result() {
      const lines = pages().map(customerLine);
      return { summary: portfolioTotals(lines, total(), context), customers: lines.sort(byAttention) };
    },
    reports: () => pages().map(customerReport),
  };
};

/**
 * All customers of a CSM or an organization together in one pass, a line for each, and all metrics of each.
 *
 * @param tickets - of all customers, in any order, from anything that can be iterated
 * @returns the totals, the customers with the most attention needed first, and each customer's metrics
 * @throws InvalidInputError for a period that is none
 * @example
 * const { summary, customers } = summarizePortfolio(tickets, { period: 'this_month', now });
 * customers[0]?.attention.reasons[0]?.text; // 'Ticket spike (+300% this week)'
 */
export const summarizePortfolio = (
  tickets: Iterable<TicketRecord>,
  options: PortfolioReportOptions,
): PortfolioReport & { metrics: CustomerSupportMetrics[] } => {
  const accumulator = createPortfolioAccumulator(options);
  for (const ticket of tickets) accumulator.add(ticket);
  return { ...accumulator.result(), metrics: accumulator.reports().map(({ metrics }) => metrics) };
};
