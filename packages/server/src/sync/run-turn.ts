import { randomUUID } from 'node:crypto';
import { type Instant, isSupportError } from '@cscx/support-core';
import { type Connector, type ConnectorClock, ConnectorError } from '@cscx/support-core/connectors';
import { LeaseLostError } from '../errors/lease-lost-error.js';
import { faultOf } from '../http/fault-of.js';
import type { Logger } from '../logger.js';
import type { StoredConnection } from '../store/connections.js';
import type { OrganizationStore } from '../store/organization-store.js';
import { HEARTBEAT_MS, later, LEASE_MS, nextSyncAt, type TurnEnd } from './schedule.js';
import { startLoop } from './start-loop.js';
import { syncConnection, type SyncSummary } from './sync-connection.js';
import type { SyncTally } from './sync-tally.js';

/** What turns are taken with. */
export interface TurnServices {
  /** Makes the connector of a stored connection. */
  open: (organization: OrganizationStore, connection: StoredConnection) => Promise<Connector>;
  now: () => Instant;
  random: () => number;
  wait: ConnectorClock['wait'];
  logger: Logger;
  /** The longest time between two syncs of a connection. */
  interval_ms: number;
}

/** How one turn is taken. */
export interface TurnOptions {
  /** Only if it is due; otherwise now. */
  isDue?: boolean;
  /** Makes room for others at the end of a page after so long. @default never */
  turn_ms?: number;
  /** Stops it: what has been read is stored, the rest is left for the next turn. */
  signal: AbortSignal;
  /** Told once it is certain that nobody else reads it. */
  onClaimed?: () => void;
  onProgress?: (progress: SyncTally) => void;
}

/** What became of a turn. */
export type TurnResult =
  | { kind: 'caught_up'; summary: SyncSummary }
  | { kind: 'gave_way' }
  | { kind: 'failed'; error: unknown }
  /** Somebody else reads the connection. */
  | { kind: 'taken' };

/** Why a turn ends although there is more to read. */
const GAVE_WAY = Symbol('gave way');

const codeOf = (error: unknown): string => (isSupportError(error) ? error.code : 'internal_error');

/**
 * Takes a connection, unless somebody has it, brings it up to date, and gives it back. While it is read the right to it is
 * renewed; who loses it stores nothing more. It throws only when the store does.
 */
export const runTurn = async (
  organization: OrganizationStore,
  connection_id: string,
  { open, now, random, wait, logger, interval_ms }: TurnServices,
  { isDue = false, turn_ms = Infinity, signal, onClaimed, onProgress }: TurnOptions,
): Promise<TurnResult> => {
  const lease_owner = randomUUID();
  const claimed_at = now();
  const leaseNow = () => {
    const at = now();
    return { lease_owner, now: at, lease_expires_at: later(at, LEASE_MS) };
  };
  const claim = { ...leaseNow(), ...(isDue && { due_at: claimed_at }) };
  const connection = await organization.connections.claim(connection_id, claim);
  if (!connection) return { kind: 'taken' };
  onClaimed?.();

  const turn = new AbortController();
  const heartbeat = startLoop({
    async work() {
      // It has just been claimed.
      if (Date.parse(now()) - Date.parse(claimed_at) < HEARTBEAT_MS) return;
      if (!(await organization.connections.renew(connection_id, leaseNow()))) {
        turn.abort(new LeaseLostError(connection_id));
      }
    },
    pause: () => HEARTBEAT_MS,
    wait,
    // The next one may get through; if none does, others take over, and this one notices with its next transaction.
    onError: (error) => logger.warn({ connection_id, ...faultOf(error) }, 'lease not renewed'),
  });

  const read = async (): Promise<TurnResult> => {
    const stop = AbortSignal.any([signal, turn.signal]);
    try {
      const summary = await syncConnection(organization, { connection_id }, await open(organization, connection), {
        now,
        lease_owner,
        signal: stop,
        onProgress(progress) {
          onProgress?.(progress);
          if (Date.parse(now()) - Date.parse(claimed_at) >= turn_ms) turn.abort(GAVE_WAY);
        },
      });
      return { kind: 'caught_up', summary };
    } catch (error) {
      if (error instanceof LeaseLostError || turn.signal.reason instanceof LeaseLostError) return { kind: 'taken' };
      return stop.aborted ? { kind: 'gave_way' } : { kind: 'failed', error };
    }
  };

  /** Somebody else has refreshed its tokens, or given new ones, since they were opened: the next attempt has those. */
  const hasOtherCredentials = async (): Promise<boolean> =>
    (await organization.connections.find(connection_id))?.credentials !== connection.credentials;

  const endOf = async (result: Exclude<TurnResult, { kind: 'taken' }>): Promise<TurnEnd> => {
    if (result.kind !== 'failed') return result;
    const { error } = result;
    const failures = connection.failures + 1;
    // Errors of the support system are noted where they are met.
    if (!codeOf(error).startsWith('connector_')) {
      await organization.connections.fail(connection_id, { code: codeOf(error), lease_owner }, now());
    }
    const isOutdated = codeOf(error) === 'connector_unauthorized' && (await hasOtherCredentials());
    return {
      kind: 'failed',
      code: isOutdated ? 'connector_unavailable' : codeOf(error),
      failures,
      retry_at: error instanceof ConnectorError ? error.retry_at : undefined,
    };
  };

  try {
    const result = await read();
    if (result.kind === 'taken') return result;
    const next_sync_at = nextSyncAt(await endOf(result), { now: now(), claimed_at, interval_ms, random });
    await organization.connections.release(connection_id, { lease_owner, claimed_at, next_sync_at });
    const facts = { organization_id: organization.organization_id, connection_id, next_sync_at };
    if (result.kind === 'failed') logger.warn({ ...facts, ...faultOf(result.error) }, 'sync failed');
    if (result.kind === 'caught_up') {
      const { pulled, changed, removed, skipped } = result.summary;
      logger.info({ ...facts, pulled, changed, removed, skipped }, 'synced');
    }
    return result;
  } finally {
    await heartbeat.stop();
  }
};
