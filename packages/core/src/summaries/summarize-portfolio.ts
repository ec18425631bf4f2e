import { attentionOf } from '../attention/attention.js';
import { csatScores, csatSummary } from '../csat/csat-summary.js';
import { escalationsRaised, openEscalations } from '../escalations/escalation-summary.js';
import type { CustomerSupportSummary } from '../model/customer-support-summary.js';
import type { Customer } from '../model/customer.js';
import type { PortfolioSupportSummary } from '../model/portfolio-support-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { type AssessedTicket, assessTickets } from '../sla/assessed-ticket.js';
import { slaCompliance, slaCounts, slaSummary } from '../sla/sla-summary.js';
import { mean } from '../stats/describe.js';
import { DAY_MS } from '../time/instant.js';
import { localDayAt, mondayOf, startOfLocalDay } from '../time/local-time.js';
import { periodBuckets } from '../time/time-buckets.js';
import { backlogAt, createdIn } from '../volume/volume-summary.js';
import { customerSignals } from './customer-signals.js';
import { type ReportContext, reportContext, type ReportOptions } from './report-options.js';
import { trendBuckets } from './trend-buckets.js';

/** A customer and its tickets. */
export interface SupportAccount {
  customer: Customer;
  /** All, or at least those touched since `reportWindowStart` and all that are open. */
  tickets: readonly TicketRecord[];
}

const changePct = (current: number, previous: number): number | null =>
  previous === 0 ? null : (100 * (current - previous)) / previous;

const customerLine = (
  customer: Customer,
  tickets: readonly AssessedTicket[],
  context: ReportContext,
): CustomerSupportSummary => {
  const { range, previous, asOf } = context;
  const csat = csatSummary(
    tickets.map(({ ticket }) => ticket),
    { range, previous },
  );
  const total = createdIn(tickets, range);
  return {
    customer_id: customer.customer_id,
    customer_name: customer.name,
    csm_id: customer.csm_id,
    open_tickets: backlogAt(tickets, asOf),
    total_tickets: total,
    avg_csat: csat.avg_csat,
    csat_responses: csat.csat_responses,
    escalations_open: openEscalations(tickets, asOf).length,
    first_response_met_pct: slaCompliance(slaCounts(tickets, 'first_response', range)),
    resolution_met_pct: slaCompliance(slaCounts(tickets, 'resolution', range)),
    volume_change_pct: changePct(total, createdIn(tickets, previous)),
    health_score: customer.health_score,
    arr: customer.arr,
    renewal_date: customer.renewal_date,
    attention: attentionOf(customerSignals(tickets, csat, context)),
  };
};

const escalationTotals = (
  tickets: readonly AssessedTicket[],
  { asOf, period }: ReportContext,
): PortfolioSupportSummary['escalations'] => {
  const { timezone } = period.range;
  const open = openEscalations(tickets, asOf).length;
  const monday = startOfLocalDay(mondayOf(localDayAt(asOf, timezone)), timezone);
  return {
    open,
    new_this_week: escalationsRaised(tickets, { from: monday, to: asOf + 1 }),
    change: open - openEscalations(tickets, asOf - 7 * DAY_MS).length,
  };
};

const portfolioTotals = (
  customers: readonly CustomerSupportSummary[],
  tickets: readonly AssessedTicket[],
  context: ReportContext,
): PortfolioSupportSummary => {
  const { period, now, asOf, range, previous, thresholds } = context;
  const scores = csatScores(
    tickets.map(({ ticket }) => ticket),
    range,
  );
  const average = mean(scores);
  const open = backlogAt(tickets, asOf);
  const total = createdIn(tickets, range);
  return {
    period: period.period,
    period_range: period.range,
    data_as_of: context.dataAsOf,
    customers: customers.length,
    customers_with_tickets: customers.filter(({ open_tickets, total_tickets }) => open_tickets + total_tickets > 0)
      .length,
    open_tickets: open,
    open_tickets_change: open - backlogAt(tickets, asOf - 7 * DAY_MS),
    total_tickets: total,
    total_tickets_change: total - createdIn(tickets, previous),
    avg_csat: average,
    csat_responses: scores.length,
    csat_target: thresholds.csat_target,
    csat_vs_target: average === null ? null : average - thresholds.csat_target,
    escalations: escalationTotals(tickets, context),
    sla: slaSummary(tickets, { range, targetPct: thresholds.sla_target_pct }),
    trends: trendBuckets(tickets, periodBuckets(period, now), asOf),
  };
};

/**
 * All customers of a CSM or an organization together, and a line for each.
 *
 * @param accounts - the customers with their tickets; a customer without any is counted and listed
 * @returns the totals, and the customers with the most attention needed first
 */
export const summarizePortfolio = (
  accounts: readonly SupportAccount[],
  options: ReportOptions,
): { summary: PortfolioSupportSummary; customers: CustomerSupportSummary[] } => {
  const context = reportContext(options);
  const all: AssessedTicket[] = [];
  const customers = accounts.map(({ customer, tickets }) => {
    const policy = customer.sla_policy ?? context.policy;
    const assessed = assessTickets(tickets, { policy, asOf: context.asOf });
    for (const ticket of assessed) all.push(ticket);
    return customerLine(customer, assessed, context);
  });
  return {
    summary: portfolioTotals(customers, all, context),
    customers: customers.sort(
      (a, b) => b.attention.score - a.attention.score || a.customer_id.localeCompare(b.customer_id),
    ),
  };
};
