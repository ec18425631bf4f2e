import { sql } from 'kysely';
import type { TicketEvent, TicketRecord } from '@cscx/support-core';
import type { TicketDocument } from './database.js';

/** A row as {@link ticketRecordColumns} reads it; events are null where no history is known. */
export interface TicketRecordRow {
  customer_id: string;
  document: TicketDocument;
  events: TicketEvent[] | null;
}

/** Columns that make a calculator's ticket, history included, in the same query. */
export const ticketRecordColumns = sql<TicketRecordRow>`
  tickets.customer_id, tickets.document,
  (select jsonb_agg(e.document order by e.at, e.position)
   from ticket_events e
   where e.organization_id = tickets.organization_id and e.ticket_id = tickets.ticket_id) as events`;

export const toTicketRecord = ({ customer_id, document, events }: TicketRecordRow): TicketRecord => ({
  ...document,
  customer_id,
  ...(events && { events }),
});
