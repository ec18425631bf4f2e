import { isOpenAt } from '../history/ticket-history.js';
import { SLA_METRICS, type SlaMetric, type SlaSource } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { reportContext, type ReportOptions } from '../report/report-options.js';
import { HOUR_MS, hoursOrNull, instantOf } from '../time/instant.js';
import { isWithin } from '../time/time-range.js';
import { assessTickets } from './assessed-ticket.js';

/** A target that was missed, and by how much. */
export interface SlaBreach {
  ticket_id: string;
  customer_id: string;
  metric: SlaMetric;
  priority: TicketPriority;
  breached_at: string;
  target_hours: number | null;
  /** Time used up to the event, or so far. */
  elapsed_hours: number;
  /** Time used beyond the target, in targets: 0.5 is half a target too long. Null where only the vendor knows the target. */
  overrun_ratio: number | null;
  /** Whether the reply or the resolution is still due. */
  is_running: boolean;
  is_open: boolean;
  source: SlaSource;
}

const byOverrun = (a: SlaBreach, b: SlaBreach): number =>
  (b.overrun_ratio ?? -1) - (a.overrun_ratio ?? -1) || (a.ticket_id < b.ticket_id ? -1 : 1);

/**
 * The targets that were missed in a period, the worst overrun first. A breach belongs to the moment at which the target
 * was first exceeded, however late it was noticed or ended.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a period that is none and for a calendar that is not valid
 * @example
 * slaBreaches(tickets, { period: 'this_month', now })[0]?.overrun_ratio; // 2: three times the target
 */
export const slaBreaches = (tickets: Iterable<TicketRecord>, options: ReportOptions): SlaBreach[] => {
  const context = reportContext(options);
  const breaches: SlaBreach[] = [];
  for (const { ticket, history, sla } of assessTickets(tickets, context)) {
    for (const metric of SLA_METRICS) {
      const { breachedAt, target, elapsed, fulfilledAt, source } = sla[metric];
      if (breachedAt === null || !isWithin(breachedAt, context.range)) continue;
      breaches.push({
        ticket_id: ticket.ticket_id,
        customer_id: ticket.customer_id,
        metric,
        priority: history.priorities.at(-1)?.value ?? ticket.priority,
        breached_at: instantOf(breachedAt),
        target_hours: hoursOrNull(target),
        elapsed_hours: elapsed / HOUR_MS,
        overrun_ratio: target === null ? null : Math.max(0, elapsed - target) / target,
        is_running: fulfilledAt === null,
        is_open: isOpenAt(history, context.asOf),
        source,
      });
    }
  }
  return breaches.sort(byOverrun);
};
