import { type Instant, isSupportError, type SkippedRecord } from '@cscx/support-core';
import { type Connector, ConnectorError, type PullOptions, ticketId } from '@cscx/support-core/connectors';
import { createCustomerMatching } from '../imports/customer-matching.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { joinPages } from './join-pages.js';
import { preparePages } from './prepare-tickets.js';
import { readAhead } from './read-ahead.js';
import { savePage } from './save-page.js';
import { addWarnings, type SyncTally, type SyncWarnings } from './sync-tally.js';

/** What a pull into the store takes. */
export interface PullIntoStoreOptions extends PullOptions {
  connection_id: string;
  lease_owner?: string | undefined;
  now: () => Instant;
  onProgress?: ((progress: SyncTally) => void) | undefined;
  onSkipped?: ((skipped: readonly SkippedRecord[]) => Promise<void>) | undefined;
}

/** What came in, and who is concerned. */
export interface PulledIn {
  tally: SyncTally;
  warnings: SyncWarnings;
  /** Customers with a ticket that changed or was removed. */
  touched: Set<string>;
}

/** Histories come in parts: the owners of their tickets are looked up once for many of them. */
const MOST_OTHERS = 50_000;

const stalled = (connector: Connector): ConnectorError =>
  new ConnectorError('connector_stalled', 'the pull ended before it had caught up', {
    connector: connector.id,
    operation: 'pull tickets',
  });

/** Pulls until the connector has caught up, page by page into the store; an error of the support system is noted. */
export const pullIntoStore = async (
  organization: OrganizationStore,
  connector: Connector,
  { connection_id, lease_owner, now, onProgress, onSkipped, cursor, since, signal }: PullIntoStoreOptions,
): Promise<PulledIn> => {
  const matching = createCustomerMatching();
  const account = ticketId(connector.id, connector.instance, '');
  const tally: SyncTally = { pulled: 0, changed: 0, removed: 0, unmatched: 0, skipped: 0 };
  const warnings: SyncWarnings = { warnings: [], degraded: [] };
  const touched = new Set<string>();
  const others = new Set<string>();
  const findOwners = async (): Promise<void> => {
    if (others.size === 0) return;
    for (const customer_id of await organization.tickets.customersOf([...others])) touched.add(customer_id);
    others.clear();
  };
  const unwanted = new AbortController();
  const pull = { cursor, since, signal: AbortSignal.any([unwanted.signal, ...(signal ? [signal] : [])]) };
  let isCaughtUp = false;
  try {
    const pages = preparePages(joinPages(connector.pullTickets(pull)), matching);
    for await (const { value, readOn } of readAhead(pages)) {
      const { page, prepared } = value;
      if (page.skipped.length > 0) await onSkipped?.(page.skipped);
      const options = { connection_id, lease_owner, account, matching, prepared, onSent: readOn, now: now() };
      const saved = await savePage(organization, page, options);
      tally.pulled += page.tickets.length;
      tally.skipped += page.skipped.length;
      for (const count of ['changed', 'removed', 'unmatched'] as const) tally[count] += saved[count];
      for (const customer_id of saved.customer_ids) touched.add(customer_id);
      for (const ticket_id of saved.others) others.add(ticket_id);
      if (others.size >= MOST_OTHERS) await findOwners();
      addWarnings(warnings, page);
      ({ isCaughtUp } = page);
      onProgress?.({ ...tally });
      signal?.throwIfAborted();
    }
    if (!isCaughtUp) throw stalled(connector);
    await findOwners();
    return { tally, warnings, touched };
  } catch (error) {
    if (isSupportError(error) && error.code.startsWith('connector_')) {
      await organization.connections.fail(connection_id, { code: error.code, lease_owner }, now());
    }
    throw error;
  } finally {
    // What is being read ahead.
    unwanted.abort();
  }
};
