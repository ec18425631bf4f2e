import { ticketHistory, type TicketWithHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { readSla, type SlaReadings, type SlaTerms } from './sla-reading.js';

/** A ticket, its history and where its clocks stand, all as of one moment: what calculators read. */
export interface AssessedTicket extends TicketWithHistory {
  sla: SlaReadings;
}

/** Replays and assesses a ticket as of a moment; null where it was created later. */
export const assessTicket = (ticket: TicketRecord, terms: SlaTerms): AssessedTicket | null => {
  const history = ticketHistory(ticket, terms.asOf);
  return history.createdAt > terms.asOf ? null : { ticket, history, sla: readSla(ticket, history, terms) };
};

/** Replays and assesses tickets as of a moment. Those created later are left out. */
export function* assessTickets(tickets: Iterable<TicketRecord>, terms: SlaTerms): Generator<AssessedTicket> {
  for (const ticket of tickets) {
    const assessed = assessTicket(ticket, terms);
    if (assessed) yield assessed;
  }
}
