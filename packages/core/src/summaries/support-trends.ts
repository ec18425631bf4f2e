import type { TicketRecord } from '../model/support-ticket.js';
import type { TrendData } from '../model/trend-data.js';
import { measure } from '../report/metric-part.js';
import { reportContext, type ReportOptions } from '../report/report-options.js';
import { assessTickets } from '../sla/assessed-ticket.js';
import { trendPart } from './trend-part.js';

/**
 * Volume, backlog, escalations, satisfaction and compliance over time: by local ISO week, those of the period and at least
 * the last 12 up to its end, empty ones included. The backlog is reconstructed from each ticket's history.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a period that is none
 * @example
 * supportTrends(tickets, { period: 'this_month', now }).at(-1)?.open_at_end; // open now
 */
export const supportTrends = (tickets: Iterable<TicketRecord>, options: ReportOptions): TrendData[] => {
  const context = reportContext(options);
  return measure(trendPart, assessTickets(tickets, context), context);
};
