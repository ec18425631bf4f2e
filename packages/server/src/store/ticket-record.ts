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
  (select (select jsonb_agg(told.value order by (told.value->>'at')::timestamptz, (h.positions->>told.key)::integer)
      from jsonb_each(h.events) as told)
   from ticket_histories h
   where h.organization_id = tickets.organization_id and h.ticket_id = tickets.ticket_id) as events`;

export const toTicketRecord = ({ customer_id, document, events }: TicketRecordRow): TicketRecord => ({
  ...document,
  customer_id,
  ...(events && { events }),
});
