import { ticketHistory, type TicketWithHistory } from '../history/ticket-history.js';
import type { SlaAssessment } from '../model/sla-assessment.js';
import type { SlaPolicy } from '../model/sla-policy.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { assessSla } from './assess-sla.js';

/** A ticket, its history and its SLA verdicts, all as of one moment: what calculators read. */
export interface AssessedTicket extends TicketWithHistory {
  sla: SlaAssessment;
}

/**
 * Replays and assesses tickets as of a moment. Those created later are left out.
 *
 * @param asOf - milliseconds since the epoch
 */
export const assessTickets = (
  tickets: readonly TicketRecord[],
  { policy, asOf }: { policy: SlaPolicy; asOf: number },
): AssessedTicket[] =>
  tickets.flatMap((ticket) => {
    const history = ticketHistory(ticket, asOf);
    if (history.createdAt > asOf) return [];
    return [{ ticket, history, sla: assessSla(ticket, { history, policy, asOf }) }];
  });
