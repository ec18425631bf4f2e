import { type TicketWithHistory, withHistory } from '../history/ticket-history.js';
import type { CsatSummary } from '../model/csat-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { DEFAULT_THRESHOLDS } from '../model/support-thresholds.js';
import { measure } from '../report/metric-part.js';
import { reportContext, type ReportOptions } from '../report/report-options.js';
import { csatPart } from './csat-summary.js';

/** A customer's satisfaction. */
export interface CustomerSatisfaction extends CsatSummary {
  customer_id: string;
}

const averageOf = ({ avg_csat }: CsatSummary): number => avg_csat ?? Infinity;

/**
 * Each customer's satisfaction in a period, the least satisfied first and those without a response last.
 *
 * @param tickets - of all customers
 * @throws InvalidInputError for a period that is none
 */
export const satisfactionByCustomer = (
  tickets: Iterable<TicketRecord>,
  options: ReportOptions,
): CustomerSatisfaction[] => {
  const { asOf, range, previous } = reportContext(options);
  const byCustomer = new Map<string, TicketWithHistory[]>();
  for (const view of withHistory(tickets, asOf)) {
    const known = byCustomer.get(view.ticket.customer_id);
    if (known) known.push(view);
    else byCustomer.set(view.ticket.customer_id, [view]);
  }
  return [...byCustomer]
    .map(([customer_id, views]) => ({ customer_id, ...measure(csatPart, views, { range, previous }) }))
    .sort((a, b) => averageOf(a) - averageOf(b) || (a.customer_id < b.customer_id ? -1 : 1));
};

/**
 * Customers whose average in a period is below the threshold, over enough responses to say so; lowest first.
 *
 * @param tickets - of all customers
 * @param options.thresholds - `low_csat_below` (default 3.5) and `low_csat_min_responses` (default 3)
 * @throws InvalidInputError for a period that is none
 */
export const lowSatisfactionCustomers = (
  tickets: Iterable<TicketRecord>,
  options: ReportOptions,
): CustomerSatisfaction[] => {
  const { low_csat_below, low_csat_min_responses } = options.thresholds ?? DEFAULT_THRESHOLDS;
  return satisfactionByCustomer(tickets, options).filter(
    ({ avg_csat, csat_responses }) =>
      avg_csat !== null && avg_csat < low_csat_below && csat_responses >= low_csat_min_responses,
  );
};
