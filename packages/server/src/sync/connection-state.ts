import type { Instant } from '@cscx/support-core';
import type { ConnectionStatus } from '@cscx/support-core/api';
import type { StoredConnection } from '../store/connections.js';
import { isBlocking } from './schedule.js';

/** A synced ticket is at most so far behind its source; a connection that is further says so. */
const BEHIND_MS = 15 * 60_000;

/** Whether everything up to a moment is too long ago. */
export const isBehind = (data_as_of: Instant, now: Instant): boolean =>
  Date.parse(now) - Date.parse(data_as_of) > BEHIND_MS;

/** How a connection is, in one word: what keeps it from being current, the most serious first. */
export const connectionState = (
  connection: Pick<
    StoredConnection,
    'account' | 'next_sync_at' | 'last_error' | 'failures' | 'data_as_of' | 'pull_started_at'
  >,
  now: Instant,
): ConnectionStatus['state'] => {
  const { account, next_sync_at, last_error, failures, data_as_of, pull_started_at } = connection;
  // One without an account is read by a program of its host, as it likes.
  if (account !== null && next_sync_at === null) return 'paused';
  if (failures > 0 && last_error) return isBlocking(last_error.code) ? 'blocked' : 'failing';
  if (data_as_of === null) return pull_started_at === null ? 'waiting' : 'first_sync';
  return isBehind(data_as_of, now) ? 'behind' : 'current';
};

/** A connection as the API shows it: nothing of its settings and credentials. */
export const toConnectionStatus = (
  connection: StoredConnection,
  { now, kept_aside }: { now: Instant; kept_aside: number },
): ConnectionStatus => {
  const { connection_id, name, source_system, data_as_of, pull_started_at, pulled } = connection;
  const { next_sync_at, last_error, failures, degraded } = connection;
  return {
    connection_id,
    name,
    source_system,
    state: connectionState(connection, now),
    data_as_of,
    sync: pull_started_at === null ? null : { started_at: pull_started_at, pulled },
    next_sync_at,
    last_error,
    failures,
    degraded,
    kept_aside,
  };
};
