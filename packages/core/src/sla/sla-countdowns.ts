import { SLA_METRICS, type SlaMetric, type SlaStatus } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { epochOf, HOUR_MS, instantOrNull } from '../time/instant.js';
import { policyWith, type SlaOptions } from './assess-sla.js';
import { assessTickets } from './assessed-ticket.js';
import { dueMoment, remainingTime } from './sla-reading.js';

/** A clock that still runs towards its target, or is paused on the way. */
export interface SlaCountdown {
  ticket_id: string;
  customer_id: string;
  metric: SlaMetric;
  verdict: SlaStatus;
  /** When the target is used up; null while paused. */
  due_at: string | null;
  /** Hours of the policy's calendar that are left. */
  remaining_hours: number;
}

/**
 * The clocks that still run, the one with the least time left first: what to answer next. Paused ones are among them,
 * without a due date; breached and decided ones are not.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a calendar that is not valid, and for a target that is not used up within ten years
 * @example
 * slaCountdowns(tickets, { now })[0]; // { metric: 'first_response', verdict: 'at_risk', remaining_hours: 0.4, … }
 */
export const slaCountdowns = (tickets: Iterable<TicketRecord>, { now, ...terms }: SlaOptions): SlaCountdown[] => {
  const asOf = epochOf(now);
  const countdowns: SlaCountdown[] = [];
  for (const { ticket, history, sla } of assessTickets(tickets, { policy: policyWith(terms), asOf })) {
    for (const metric of SLA_METRICS) {
      const reading = sla[metric];
      const remaining = remainingTime(reading, asOf);
      const isRunning = reading.verdict === 'pending' || reading.verdict === 'at_risk' || reading.verdict === 'paused';
      if (!isRunning || remaining === null) continue;
      countdowns.push({
        ticket_id: ticket.ticket_id,
        customer_id: ticket.customer_id,
        metric,
        verdict: reading.verdict,
        due_at: instantOrNull(dueMoment(reading, history)),
        remaining_hours: remaining / HOUR_MS,
      });
    }
  }
  return countdowns.sort((a, b) => a.remaining_hours - b.remaining_hours || (a.ticket_id < b.ticket_id ? -1 : 1));
};
