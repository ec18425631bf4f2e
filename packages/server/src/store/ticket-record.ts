import { type RawBuilder, sql } from 'kysely';
import type { TicketEvent, TicketRecord } from '@cscx/support-core';
import type { StoredEvent, TicketDocument } from './database.js';

/** A row as {@link ticketRecordColumns} reads it; the history is null where none is known. */
export interface TicketRecordRow {
  customer_id: string;
  document: TicketDocument;
  history: { events: Record<string, StoredEvent>; positions: Record<string, number> } | null;
}

/**
 * A ticket's history, in the query that reads the ticket. It names the organization itself: by `tickets.organization_id`
 * Citus would not see that one node has all, and ask every one.
 */
export const historyColumn = (organizationId: string): RawBuilder<unknown> => sql`
  (select jsonb_build_object('events', h.events, 'positions', h.positions)
   from ticket_histories h
   where h.organization_id = ${organizationId} and h.ticket_id = tickets.ticket_id) as history`;

/** Columns that make a calculator's ticket, history included, in the same query. */
export const ticketRecordColumns = (organizationId: string): RawBuilder<TicketRecordRow> =>
  sql`tickets.customer_id, tickets.document, ${historyColumn(organizationId)}`;

/** By time, and where that is the same, in the order in which they came. */
const eventsOf = (ticket_id: string, { events, positions }: NonNullable<TicketRecordRow['history']>): TicketEvent[] =>
  Object.entries(events)
    .map(([event_id, event]) => ({
      event: { ticket_id, event_id, ...event } as TicketEvent,
      at: Date.parse(event.at),
      position: positions[event_id] ?? 0,
    }))
    .sort((a, b) => a.at - b.at || a.position - b.position)
    .map(({ event }) => event);

export const toTicketRecord = ({ customer_id, document, history }: TicketRecordRow): TicketRecord => ({
  ...document,
  customer_id,
  ...(history && { events: eventsOf(document.ticket_id, history) }),
});
