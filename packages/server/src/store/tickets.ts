import { sql } from 'kysely';
import type { Instant, TicketEvent, TicketRecord } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { saveTickets, type MatchedTicket } from './save-tickets.js';
import { readTicketPage, type PagedTicket, type TicketPosition, type TicketSelection } from './ticket-page.js';
import { ticketRecordColumns, toTicketRecord, type TicketRecordRow } from './ticket-record.js';

/** The tickets of one organization and their history. */
export interface TicketStore {
  /**
   * Writes a batch of tickets and events, best about a thousand tickets. An older version (`source_updated_at`) never
   * overwrites a newer one, and the same content again changes nothing.
   *
   * @returns ids of the tickets that are new or now different
   */
  save(batch: { tickets: readonly MatchedTicket[]; events: readonly TicketEvent[] }): Promise<Set<string>>;
  /**
   * Tickets as calculators take them, by customer: unresolved ones, and those that changed since `changed_since`.
   *
   * @param options.changed_since - from `reportWindowStart`: resolved tickets untouched since then matter to no number
   */
  byCustomer(options: {
    customer_ids: readonly string[];
    changed_since: Instant;
  }): Promise<Map<string, TicketRecord[]>>;
  /** One page of a customer's tickets, sorted and filtered. */
  page(
    customerId: string,
    selection: TicketSelection & { after?: TicketPosition | undefined; limit: number },
  ): Promise<PagedTicket[]>;
}

export const createTicketStore = (db: SupportDatabase, organizationId: string): TicketStore => ({
  save: (batch) => saveTickets(db, organizationId, batch),
  page: (customerId, selection) => readTicketPage(db, organizationId, customerId, selection),
  async byCustomer({ customer_ids, changed_since }) {
    const { rows } = await sql<TicketRecordRow>`
      select ${ticketRecordColumns}
      from tickets
      where organization_id = ${organizationId}
        and customer_id = any(${customer_ids}::text[])
        and (status in ('open', 'pending') or source_updated_at >= ${changed_since})
      order by customer_id, created_at, ticket_id`.execute(db);
    return Map.groupBy(rows.map(toTicketRecord), ({ customer_id }) => customer_id);
  },
});
