import * as z from 'zod';
import type { Capability, ConnectorPage, DegradedCapability, PulledPage, PullOptions } from '../connector.js';
import { ConnectorError } from './connector-error.js';
import { emptyPage } from './page.js';

/** One of the lists that a vendor is read by: tickets, survey answers, SLA events. */
export interface PullStream<State> {
  /** Its key in the cursor. */
  name: string;
  /** What is missing when the vendor refuses this list; null: without it nothing works. */
  capability: Capability | null;
  /** Checks a state that comes back with a cursor. */
  state: z.ZodType<State>;
  /** Where the first pull begins; `since` in milliseconds since the epoch. */
  begin(since: number | null): State;
  /**
   * Everything after a state, page by page. Each page comes with the state from which a later pull goes on after it; the
   * last one's is where the next pull begins.
   */
  pull(state: State, signal: AbortSignal | undefined): AsyncIterable<{ page: Partial<ConnectorPage>; state: State }>;
}

/** A stream whose state only it knows. */
// oxlint-disable-next-line typescript/no-explicit-any -- each stream reads back what itself wrote
export type AnyPullStream = PullStream<any>;

const cursorSchema = z.object({
  v: z.literal(1),
  /** The stream that was being read; null: all had been. */
  at: z.string().nullable(),
  streams: z.record(z.string(), z.unknown()),
});

type Cursor = z.infer<typeof cursorSchema>;

const parseCursor = (connector: string, text: string, streams: readonly AnyPullStream[]): Cursor => {
  const refuse = (cause: unknown) =>
    new ConnectorError('connector_bad_cursor', 'expected a cursor that this connector gave', {
      connector,
      operation: 'resume',
      cause,
    });
  try {
    const cursor = cursorSchema.parse(JSON.parse(text));
    const states = streams.flatMap(({ name, state }) =>
      name in cursor.streams ? [[name, state.parse(cursor.streams[name])]] : [],
    );
    return { ...cursor, streams: Object.fromEntries(states) };
  } catch (cause) {
    throw refuse(cause);
  }
};

/** What is refused for want of a plan, a scope or a role leaves the other streams alone. */
const degradation = (error: unknown, capability: Capability | null): DegradedCapability | null => {
  if (capability === null || !(error instanceof ConnectorError)) return null;
  if (error.code !== 'connector_forbidden' && error.code !== 'connector_not_found') return null;
  return { capability, reason: error.message };
};

/**
 * Reads a vendor's lists one after the other, with a cursor after every page. A pull that was stopped goes on with the
 * list and the page it was at; one that got through leaves a cursor from which the next pull reads what is new in each.
 * A list that the account lacks is reported and left out; a list that comes back to a state that it has left is stopped.
 *
 * @throws ConnectorError with the code `connector_stalled` for paging in a circle, `connector_bad_cursor` for a foreign cursor
 */
export async function* pullStreams(
  connector: string,
  streams: readonly AnyPullStream[],
  { cursor, since, signal }: PullOptions,
): AsyncGenerator<PulledPage> {
  const from = cursor == null ? null : parseCursor(connector, cursor, streams);
  const states: Record<string, unknown> = { ...from?.streams };
  const begins = since === undefined ? null : Date.parse(since);
  const first = Math.max(
    0,
    streams.findIndex(({ name }) => name === from?.at),
  );
  const nextCursor = (at: string | null): string => JSON.stringify({ v: 1, at, streams: states } satisfies Cursor);
  const degraded: DegradedCapability[] = [];

  for (const stream of streams.slice(first)) {
    const { name, capability } = stream;
    states[name] ??= stream.begin(begins);
    const seen = new Set([JSON.stringify(states[name])]);
    let isRepeated = false;
    try {
      for await (const { page, state } of stream.pull(states[name], signal)) {
        signal?.throwIfAborted();
        if (isRepeated) {
          const details = { connector, operation: `pull ${name}` };
          throw new ConnectorError('connector_stalled', 'the vendor gave the same position twice', details);
        }
        const key = JSON.stringify(state);
        isRepeated = seen.has(key);
        seen.add(key);
        states[name] = state;
        yield { ...emptyPage(), ...page, nextCursor: nextCursor(name), degraded: [], isCaughtUp: false };
      }
    } catch (error) {
      const missing = degradation(error, capability);
      if (!missing) throw error;
      degraded.push(missing);
    }
  }
  signal?.throwIfAborted();
  yield { ...emptyPage(), nextCursor: nextCursor(null), degraded, isCaughtUp: true };
}
