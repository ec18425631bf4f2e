import type { ConnectionStatus } from '@cscx/support-core/api';
import type { IconName } from '../parts/AnyIcon.js';
import { sourceName } from '../parts/source-name.js';
import type { Tone } from '../parts/tone.js';
import type { Words } from '../provider/words.js';

/** One connection in words. */
export interface ConnectionRow {
  connection_id: string;
  name: string;
  /** Its support system; absent where the name says so already. */
  system: string | undefined;
  state: string;
  tone: Tone;
  icon: IconName;
  asOf: string | null;
  /** What else there is to know: what fails and what to do, what is under way, what is missing. */
  facts: string[];
  /** What the button that starts a sync says; absent where nothing can be started. */
  start: string | undefined;
}

type State = ConnectionStatus['state'];

/** The most pressing first. */
const order: readonly State[] = ['blocked', 'failing', 'behind', 'first_sync', 'waiting', 'paused', 'current'];

const looks: Record<State, readonly [Tone, IconName]> = {
  blocked: ['bad', 'critical'],
  failing: ['warn', 'warning'],
  behind: ['warn', 'clock'],
  first_sync: ['neutral', 'clock'],
  waiting: ['neutral', 'clock'],
  paused: ['neutral', 'pause'],
  current: ['good', 'check'],
};

/** Puts connections into words, those that need somebody first. */
export function connectionRows(connections: readonly ConnectionStatus[], now: number, words: Words): ConnectionRow[] {
  return connections
    .map((connection) => ({ connection, row: rowOf(connection, now, words) }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.connection.state) - order.indexOf(b.connection.state) ||
        words.format.compare(a.row.name, b.row.name),
    )
    .map(({ row }) => row);
}

function rowOf(connection: ConnectionStatus, now: number, words: Words): ConnectionRow {
  const { connection_id, name, source_system, state, data_as_of } = connection;
  const { sync } = words.messages;
  const system = sourceName(source_system, words.messages);
  const isSyncing = state === 'current' && connection.sync !== null;
  const [tone, icon] = looks[isSyncing ? 'first_sync' : state];
  return {
    connection_id,
    name: name ?? system,
    system: name === null ? undefined : system,
    state: isSyncing ? sync.syncing : sync.states[state],
    tone,
    icon,
    asOf: data_as_of,
    facts: factsOf(connection, now, words),
    start: isStartable(connection) ? (state === 'paused' ? sync.resume : sync.start) : undefined,
  };
}

/** What a program of the host writes has no time of a next sync; what is under way need not be asked for. */
const isStartable = ({ state, next_sync_at, sync }: ConnectionStatus): boolean =>
  sync === null && (state === 'paused' || next_sync_at !== null);

function factsOf(connection: ConnectionStatus, now: number, { format, messages: { sync: say } }: Words): string[] {
  const { state, sync, degraded, kept_aside } = connection;
  const facts: string[] = [];
  if (state === 'blocked' || state === 'failing') facts.push(...problemOf(connection, now, { format, say }));
  if (state === 'behind' || state === 'paused') facts.push(say[state]);
  if (state === 'waiting' && !sync) facts.push(say.waiting);
  if (sync) {
    facts.push(
      say.progress(sync.pulled, format.count(sync.pulled), format.weekdayTime(Date.parse(sync.started_at), now)),
    );
  }
  for (const { capability, reason } of degraded) {
    facts.push(say.missing(say.capabilities[capability] ?? capability, reason));
  }
  if (kept_aside > 0) facts.push(say.keptAside(kept_aside, format.count(kept_aside)));
  return facts;
}

function problemOf(
  { state, last_error, failures, next_sync_at }: ConnectionStatus,
  now: number,
  { format, say }: { format: Words['format']; say: Words['messages']['sync'] },
): string[] {
  const [what, todo] = say.problems[last_error?.code ?? ''] ?? say.problems.other;
  const attempts = [say.failures(failures, format.count(failures))];
  if (last_error) attempts.push(say.lastTried(format.ago(Date.parse(last_error.at), now)));
  // Where a person has to act, when it is tried by itself does not help.
  if (state === 'failing' && next_sync_at !== null) {
    const wait = Date.parse(next_sync_at) - now;
    attempts.push(wait > 0 ? say.nextAttempt(format.ageInWords(wait)) : say.nextSoon);
  }
  return [`${what} ${todo}`, format.list(attempts)];
}
