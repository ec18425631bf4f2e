import type { ConnectionStatus } from '@cscx/support-core/api';
import type { Instant } from '@cscx/support-core';
import type { DataCommandResult } from './data-commands/index.js';
import { timeDistance } from './time-distance.js';

/** A connection, with examples of records that could not be read. */
type ShownConnection = DataCommandResult<'show-status'>['connections'][number];

const HEAD = ['connection', 'source', 'state', 'data as of', 'next sync', 'kept aside'];

const STATES: Readonly<Record<ConnectionStatus['state'], string>> = {
  waiting: 'waiting to be read',
  first_sync: 'reading its history',
  current: 'current',
  behind: 'behind',
  failing: 'failing, tried again',
  blocked: 'BLOCKED',
  paused: 'paused',
};

/** What a person can do about an error. */
const ADVICE: Readonly<Record<string, string>> = {
  connector_unauthorized: 'the credentials are refused: give valid ones with "cscx-support connect --id {id}"',
  connector_forbidden: 'a scope, a role or a plan is missing: see docs/connectors, then "cscx-support sync"',
  connector_not_found: 'the account is not there: check its settings with "cscx-support connect --id {id}"',
  connector_refused: 'the support system refuses the requests: check the settings, then "cscx-support sync"',
  connector_rate_limited: 'the support system asks to wait; nothing to do',
  connector_unavailable: 'the support system does not answer; nothing to do',
  credentials_sealed: 'CREDENTIALS_KEY lacks the key of its credentials: add it, or "cscx-support connect --id {id}"',
  invalid_input: 'its settings or credentials are not taken: "cscx-support connect --id {id}"',
};

const cells = (connection: ConnectionStatus, now: Instant): string[] => {
  const { connection_id, source_system, state, data_as_of, sync, next_sync_at, kept_aside } = connection;
  const progress = state === 'first_sync' && sync ? ` (${sync.pulled} tickets)` : '';
  const isDue = next_sync_at !== null && next_sync_at <= now;
  return [
    connection_id,
    source_system,
    `${STATES[state]}${progress}`,
    data_as_of === null ? 'never' : timeDistance(data_as_of, now),
    next_sync_at === null ? '-' : isDue ? 'now' : timeDistance(next_sync_at, now),
    String(kept_aside),
  ];
};

const notes = (
  { connection_id, name, last_error, failures, degraded, newest_kept_aside }: ShownConnection,
  now: Instant,
): string[] => [
  ...(name === null ? [] : [`${connection_id} is "${name}"`]),
  ...(last_error === null
    ? []
    : [
        `${connection_id}: ${last_error.code}, ${failures} in a row, last ${timeDistance(last_error.at, now)}: ` +
          (ADVICE[last_error.code] ?? 'see the log of the server').replace('{id}', connection_id),
      ]),
  ...degraded.map(({ capability, reason }) => `${connection_id}: without ${capability}: ${reason}`),
  ...newest_kept_aside.map(
    ({ position, field, reason }) =>
      `${connection_id}: kept aside record ${position}: ${field ? `${field}: ` : ''}${reason}`,
  ),
];

/** Connections as lines for a person: a table, then what deserves a sentence. */
export const connectionTable = (connections: readonly ShownConnection[], now: Instant): string[] => {
  const rows = [HEAD, ...connections.map((connection) => cells(connection, now))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...connections.flatMap((connection) => notes(connection, now))];
};
