import type { Instant, TicketDraft } from '@cscx/support-core';
import type { PulledPage } from '@cscx/support-core/connectors';
import type { OrganizationStore } from '../store/organization-store.js';
import { rematchCompanies } from './rematch-companies.js';
import type { MatchedTicket } from '../store/save-tickets.js';

/** What the writing of a page did. */
export interface SavedPage {
  changed: number;
  removed: number;
  unmatched: number;
  /** Customers with a ticket that changed or was removed. */
  customer_ids: string[];
}

/** What a page is written with. */
export interface SavePageOptions {
  connection_id: string;
  /** How the ids of the account's tickets begin: `zendesk:acme:`. */
  account: string;
  match: (draft: TicketDraft) => MatchedTicket;
  now: Instant;
}

/** Writes all that a page tells, and the cursor after it, or nothing. */
export const savePage = (
  organization: OrganizationStore,
  { companies = [], tickets, events, removed, nextCursor }: PulledPage,
  { connection_id, account, match, now }: SavePageOptions,
): Promise<SavedPage> =>
  organization.transaction(async (inside) => {
    const renamed = companies.length > 0 ? await rematchCompanies(inside, companies, { account, match }) : undefined;
    const matched = tickets.map(match);
    const changed = await inside.tickets.save({ tickets: matched, events });
    const gone = await inside.tickets.remove(removed);
    await inside.connections.saveCursor(connection_id, nextCursor, now);
    const owners = new Map(matched.map((ticket) => [ticket.draft.ticket_id, ticket.match.customer_id]));
    // Events and removals tell of tickets that are not in this page.
    const others = [...changed, ...gone].filter((ticket_id) => !owners.has(ticket_id));
    const touched = [...changed, ...gone].flatMap((ticket_id) => owners.get(ticket_id) ?? []);
    return {
      changed: changed.size + (renamed?.changed.size ?? 0),
      removed: gone.size,
      unmatched: matched.filter((ticket) => ticket.match.customer_id === null).length,
      customer_ids: [
        ...touched,
        ...(others.length > 0 ? await inside.tickets.customersOf(others) : []),
        ...(renamed?.customer_ids ?? []),
      ],
    };
  });
