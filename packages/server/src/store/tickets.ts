import { sql } from 'kysely';
import type { Instant, RemovedTicket, TicketDraft, TicketPatch, TicketRecord } from '@cscx/support-core';
import type { SupportDatabase } from './database.js';
import { patchTickets, storedDraft } from './patch-tickets.js';
import { removeTickets } from './remove-tickets.js';
import {
  type MatchedTicket,
  saveTickets,
  type TicketBatch,
  type TicketsWithEvents,
  toTicketBatch,
} from './save-tickets.js';
import { readTicketPage, type PagedTicket, type TicketPosition, type TicketSelection } from './ticket-page.js';
import { ticketRecordColumns, toTicketRecord, type TicketRecordRow } from './ticket-record.js';
import { isOfVisibleCustomer, type VisibleCustomers } from './visible-customers.js';

/** A ticket as it was brought in, and whose it is. */
export interface OwnedDraft {
  draft: TicketDraft;
  customer_id: string | null;
}

/** The tickets of one organization and their history. */
export interface TicketStore {
  /**
   * Writes a batch of tickets and events, best a thousand or two. An older version (`source_updated_at`) never
   * overwrites a newer one, and the same content again changes nothing.
   *
   * @returns ids of the tickets that are new or now different
   */
  save(batch: TicketsWithEvents): Promise<Set<string>>;
  /**
   * The same, with what was put together before.
   *
   * @param onSent - told when the database has something to do
   */
  write(batch: TicketBatch, onSent?: () => void): Promise<Set<string>>;
  /**
   * Writes tickets of which only some fields came: the others stay as they are stored. A ticket that is not known is
   * written whole. Runs best inside a transaction.
   *
   * @param match - says whose a ticket is, asked with its fields put together
   * @returns ids of the tickets that are new or now different
   */
  patch(patches: readonly TicketPatch[], match: (draft: TicketDraft) => MatchedTicket): Promise<Set<string>>;
  /**
   * Takes tickets out of every number and every list, and forgets their text. A newer version brings a ticket back, an
   * older one never; ids that are not known are passed over.
   *
   * @returns ids of the tickets that this removed
   */
  remove(removed: readonly RemovedTicket[]): Promise<Set<string>>;
  /**
   * Tickets that name one of these companies, as they are stored; removed ones are left out.
   *
   * @param account - how the ids of an account's tickets begin: `zendesk:acme:`
   */
  ofCompanies(account: string, companyIds: readonly string[]): Promise<OwnedDraft[]>;
  /** The customers of these tickets, each once; also of removed ones. */
  customersOf(ticketIds: readonly string[]): Promise<string[]>;
  /**
   * Tickets as calculators take them, by customer: unresolved ones, and those that changed or were rated since
   * `changed_since`.
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

export const createTicketStore = (
  db: SupportDatabase,
  organizationId: string,
  visible?: VisibleCustomers,
): TicketStore => ({
  save: async (batch) => saveTickets(db, organizationId, await toTicketBatch(batch)),
  write: (batch, onSent) => saveTickets(db, organizationId, batch, onSent),
  patch: (patches, match) => patchTickets(db, organizationId, patches, match),
  remove: (removed) => removeTickets(db, organizationId, removed),
  async ofCompanies(account, companyIds) {
    const rows = await db
      .selectFrom('tickets')
      .select(['document', 'company', 'customer_id'])
      .where('organization_id', '=', organizationId)
      .where('removed_reason', 'is', null)
      .where(isOfVisibleCustomer(organizationId, visible))
      .where(sql<boolean>`starts_with(ticket_id, ${account})`)
      .where(sql<boolean>`company->>'id' = any(${companyIds}::text[])`)
      .orderBy('ticket_id')
      .execute();
    return rows.map(({ customer_id, ...row }) => ({ draft: storedDraft(row), customer_id }));
  },
  async customersOf(ticketIds) {
    const found = await db
      .selectFrom('tickets')
      .select('customer_id')
      .distinct()
      .where('organization_id', '=', organizationId)
      .where('ticket_id', '=', sql<string>`any(${ticketIds}::text[])`)
      .where('customer_id', 'is not', null)
      .where(isOfVisibleCustomer(organizationId, visible))
      .execute();
    return found.flatMap(({ customer_id }) => customer_id ?? []);
  },
  page: (customerId, selection) =>
    readTicketPage(db, { organization_id: organizationId, customer_id: customerId, visible }, selection),
  async byCustomer({ customer_ids, changed_since }) {
    const { rows } = await sql<TicketRecordRow>`
      select ${ticketRecordColumns(organizationId)}
      from tickets
      where organization_id = ${organizationId}
        and customer_id = any(${customer_ids}::text[])
        and removed_reason is null
        and ${isOfVisibleCustomer(organizationId, visible)}
        and (status in ('open', 'pending') or source_updated_at >= ${changed_since} or ticket_id in (
          select h.ticket_id from ticket_histories h
          where h.organization_id = ${organizationId} and h.rated_at >= ${changed_since}))
      order by customer_id, created_at, ticket_id`.execute(db);
    return Map.groupBy(rows.map(toTicketRecord), ({ customer_id }) => customer_id);
  },
});
