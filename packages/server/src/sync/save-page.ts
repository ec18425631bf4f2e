import type { Instant } from '@cscx/support-core';
import type { ConnectorPage, PulledPage } from '@cscx/support-core/connectors';
import type { CustomerMatching } from '../imports/customer-matching.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { type PreparedTickets, prepareTickets } from './prepare-tickets.js';
import { rematchCompanies } from './rematch-companies.js';

/** What the writing of a page did. */
export interface SavedPage {
  changed: number;
  removed: number;
  unmatched: number;
  /** Customers with a ticket of the page that changed. */
  customer_ids: string[];
  /** Tickets that are not in the page and of which events or removals told. */
  others: string[];
}

/** What a connection's records are written with. */
export interface SaveRecordsOptions {
  connection_id: string;
  /** How the ids of the account's tickets begin: `zendesk:acme:`. */
  account: string;
  matching: CustomerMatching;
  /** The page's tickets; prepared anew where somebody has changed customers since. */
  prepared?: PreparedTickets | undefined;
  /** Told when the database has most of what is to be written. */
  onSent?: (() => void) | undefined;
  now: Instant;
}

/** What a page is written with. */
export interface SavePageOptions extends SaveRecordsOptions {
  /** Who reads the connection, where others could; who lost the right writes nothing. */
  lease_owner?: string | undefined;
}

/** Writes all that a page of a connection's records tells; to be called inside a transaction. */
export const saveRecords = async (
  inside: OrganizationStore,
  { companies = [], tickets, events, removed, skipped }: ConnectorPage,
  { connection_id, account, matching, prepared, onSent, now }: SaveRecordsOptions,
): Promise<SavedPage> => {
  const { match } = await matching.within(inside);
  const renamed = companies.length > 0 ? await rematchCompanies(inside, companies, { account, match }) : undefined;
  const { matched, batch } = prepared?.match === match ? prepared : await prepareTickets({ tickets, events }, match);
  const changed = await inside.tickets.write(batch, onSent);
  const gone = await inside.tickets.remove(removed);
  await inside.skippedRecords.forget(
    connection_id,
    tickets.map(({ external_id }) => external_id),
  );
  await inside.skippedRecords.save(connection_id, skipped, now);
  const owners = new Map(matched.map((ticket) => [ticket.draft.ticket_id, ticket.match.customer_id]));
  const told = [...changed, ...gone];
  return {
    changed: changed.size + (renamed?.changed.size ?? 0),
    removed: gone.size,
    unmatched: matched.filter((ticket) => ticket.match.customer_id === null).length,
    customer_ids: [...told.flatMap((ticket_id) => owners.get(ticket_id) ?? []), ...(renamed?.customer_ids ?? [])],
    others: told.filter((ticket_id) => !owners.has(ticket_id)),
  };
};

/** Writes all that a page tells, and the cursor after it, or nothing. */
export const savePage = (
  organization: OrganizationStore,
  page: PulledPage,
  { lease_owner, ...options }: SavePageOptions,
): Promise<SavedPage> =>
  organization.transaction(async (inside) => {
    const saved = await saveRecords(inside, page, options);
    const progress = { cursor: page.nextCursor, pulled: page.tickets.length, lease_owner };
    await inside.connections.saveCursor(options.connection_id, progress, options.now);
    return saved;
  });
