import { withHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { reportContext, type ReportOptions } from '../report/report-options.js';
import { instantOf } from '../time/instant.js';
import { isWithin } from '../time/time-range.js';

/** A customer that escalated more than once in a period. */
export interface RepeatedEscalation {
  customer_id: string;
  escalations: number;
  /** In how many different tickets. */
  tickets: number;
  /** The latest of them. */
  last_at: string;
}

/**
 * Customers with two or more escalations raised in a period, most first: a second one says that the first was not the end
 * of the matter.
 *
 * @param tickets - of all customers
 * @throws InvalidInputError for a period that is none
 * @example
 * repeatedEscalations(tickets, { period: 'this_quarter', now })[0]; // { customer_id: 'acme', escalations: 3, tickets: 2, … }
 */
export const repeatedEscalations = (tickets: Iterable<TicketRecord>, options: ReportOptions): RepeatedEscalation[] => {
  const { asOf, range } = reportContext(options);
  const byCustomer = new Map<string, { tickets: number; moments: number[] }>();
  for (const { ticket, history } of withHistory(tickets, asOf)) {
    const raised = history.escalations.map(({ from }) => from).filter((at) => isWithin(at, range));
    if (raised.length === 0) continue;
    const found = byCustomer.get(ticket.customer_id) ?? { tickets: 0, moments: [] };
    byCustomer.set(ticket.customer_id, { tickets: found.tickets + 1, moments: [...found.moments, ...raised] });
  }
  return [...byCustomer]
    .filter(([, { moments }]) => moments.length > 1)
    .map(([customer_id, found]) => ({
      customer_id,
      escalations: found.moments.length,
      tickets: found.tickets,
      last_at: instantOf(Math.max(...found.moments)),
    }))
    .sort((a, b) => b.escalations - a.escalations || (a.customer_id < b.customer_id ? -1 : 1));
};
