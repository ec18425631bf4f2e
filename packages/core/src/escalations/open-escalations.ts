import type { TicketWithHistory } from '../history/ticket-history.js';

/** An escalation that stands, and since when. */
export interface OpenEscalation {
  ticket_id: string;
  /** Milliseconds since the epoch. */
  since: number;
  reason: string;
}

/** The escalations that stand at a moment, longest first. */
export const openEscalations = (tickets: readonly TicketWithHistory[], asOf: number): OpenEscalation[] =>
  tickets
    .flatMap(({ ticket, history }) =>
      history.escalations
        .filter(({ from, to }) => from <= asOf && to > asOf)
        .map(({ from, reason }) => ({ ticket_id: ticket.ticket_id, since: from, reason })),
    )
    .sort((a, b) => a.since - b.since);
