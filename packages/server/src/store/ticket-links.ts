import { sql } from 'kysely';
import type { Instant } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';

/** A person's word on whose a ticket is. */
export interface TicketLink {
  ticket_id: string;
  customer_id: string;
  /** Who said so. */
  linked_by: string;
  linked_at: Instant;
}

/** The links of one organization. */
export interface TicketLinkStore {
  /** `ticket_id` → `customer_id`, all of them. */
  all(): Promise<Map<string, string>>;
  /** Sets a link in place of the one before. The same again changes nothing, not even who set it. */
  save(link: TicketLink): Promise<void>;
  /** Takes a link back, if there is one. */
  remove(ticketId: string): Promise<void>;
}

export const createTicketLinkStore = (db: SupportDatabase, organizationId: string): TicketLinkStore => ({
  async all() {
    const links = await db
      .selectFrom('ticket_links')
      .select(['ticket_id', 'customer_id'])
      .where('organization_id', '=', organizationId)
      .execute();
    return new Map(links.map(({ ticket_id, customer_id }) => [ticket_id, customer_id]));
  },
  async save({ ticket_id, customer_id, linked_by, linked_at }) {
    await sql`
      insert into ticket_links (organization_id, ticket_id, customer_id, linked_by, linked_at)
      values (${organizationId}, ${ticket_id}, ${customer_id}, ${linked_by}, ${linked_at})
      on conflict (organization_id, ticket_id) do update set
        customer_id = excluded.customer_id, linked_by = excluded.linked_by, linked_at = excluded.linked_at
      where ticket_links.customer_id <> excluded.customer_id`.execute(db);
  },
  async remove(ticketId) {
    await db
      .deleteFrom('ticket_links')
      .where('organization_id', '=', organizationId)
      .where('ticket_id', '=', ticketId)
      .execute();
  },
});
