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
  /** Customers with a ticket that changed or was removed. */
  customer_ids: string[];
}

/** What a connection's records are written with. */
export interface SaveRecordsOptions {
  connection_id: string;
  /** How the ids of the account's tickets begin: `zendesk:acme:`. */
  account: string;
  matching: CustomerMatching;
  /** The page's tickets; prepared anew where somebody has changed customers since. */
  prepared?: PreparedTickets | undefined;
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
  { connection_id, account, matching, prepared, now }: SaveRecordsOptions,
): Promise<SavedPage> => {
  const { match } = await matching.within(inside);
  const renamed = companies.length > 0 ? await rematchCompanies(inside, companies, { account, match }) : undefined;
  const { matched, batch } = prepared?.match === match ? prepared : await prepareTickets({ tickets, events }, match);
  const changed = await inside.tickets.write(batch);
  const gone = await inside.tickets.remove(removed);
  await inside.skippedRecords.forget(
    connection_id,
    tickets.map(({ external_id }) => external_id),
  );
  await inside.skippedRecords.save(connection_id, skipped, now);
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
