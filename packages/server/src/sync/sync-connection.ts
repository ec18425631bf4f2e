import type { Instant, SkippedRecord } from '@cscx/support-core';
import type { Connector } from '@cscx/support-core/connectors';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { pullIntoStore } from './pull-into-store.js';
import type { SyncTally, SyncWarnings } from './sync-tally.js';

/** Which account is read. */
export interface SyncedConnection {
  /** Its name within the organization; a new one is created with its first sync. */
  connection_id: string;
  /** How far back the first sync goes, by the last change of a ticket. @default everything there is */
  since?: Instant | undefined;
}

/** What a sync takes. */
export interface SyncOptions {
  now: () => Instant;
  /**
   * Who reads the connection, where others could, as `connections.claim` was told: each transaction makes sure that it is
   * still so. @default nobody else does
   */
  lease_owner?: string | undefined;
  /** Stops between two transactions and throws the signal's reason; what is in stays in, and the next sync goes on. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: SyncTally) => void) | undefined;
  /** Takes the records that could not be read; some come again when a sync was stopped and goes on. */
  onSkipped?: ((skipped: readonly SkippedRecord[]) => Promise<void>) | undefined;
}

/** The end of a sync. */
export interface SyncSummary extends SyncTally, SyncWarnings {
  /** Everything up to then is stored: the start of the pull, or of the stopped one that it went on with. */
  data_as_of: Instant;
}

/**
 * Brings an organization up to date with one account of a support system: pulls what changed since the last sync, matches
 * it to customers, and stores tickets, history, removals and cursor together, about a thousand rows a transaction. At the
 * end the alerts of the customers it touched are evaluated anew. One sync of a connection at a time.
 *
 * @param organization - it has to exist
 * @returns what came in; the same account again changes nothing
 * @throws ConnectorError when the support system cannot be read: its code is stored with the connection, what was read
 *   before stays, and the next sync goes on from there
 * @throws LeaseLostError when somebody else reads the connection now
 * @example
 * const connector = createConnector({ source_system: 'zendesk', settings, credentials });
 * await syncConnection(store.forOrganization('acme'), { connection_id: 'helpdesk' }, connector, {
 *   now: () => new Date().toISOString(),
 * });
 */
export const syncConnection = async (
  organization: OrganizationStore,
  { connection_id, since }: SyncedConnection,
  connector: Connector,
  { now, lease_owner, signal, onProgress, onSkipped }: SyncOptions,
): Promise<SyncSummary> => {
  const { connections, customers } = organization;
  const isResumed = (await connections.find(connection_id))?.pull_started_at != null;
  const begun = await connections.begin({ connection_id, source_system: connector.id, lease_owner }, now());
  const { tally, warnings, touched } = await pullIntoStore(organization, connector, {
    connection_id,
    lease_owner,
    cursor: begun.cursor,
    since,
    now,
    signal,
    onProgress,
    onSkipped,
  });
  // Nobody remembers whom the part before a stop has touched.
  const concerned = isResumed ? (await customers.list()).map(({ customer_id }) => customer_id) : [...touched];
  await refreshAlerts(organization, concerned, { now: now(), signal });
  await connections.complete(connection_id, { degraded: warnings.degraded, lease_owner }, now());
  if (tally.changed + tally.removed > 0) await organization.markChanged(now());
  const data_as_of = begun.pull_started_at ?? now();
  await organization.markDataAsOf(data_as_of);
  return { ...tally, ...warnings, data_as_of };
};
