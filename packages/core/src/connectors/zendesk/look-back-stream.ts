import * as z from 'zod';
import type { Capability, ConnectorPage } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import type { PullStream } from '../shared/pull-streams.js';

const positionSchema = z.object({
  /** Seconds since the epoch. */
  start_time: z.number(),
  /** The vendor's cursor within a paged walk. */
  after: z.string().nullable(),
  isPaged: z.boolean(),
});

/** Where a walk through a list is. */
export type ListPosition = z.infer<typeof positionSchema>;

const stateSchema = z.object({
  /** Up to where everything has been read once, in seconds since the epoch. */
  reached: z.number(),
  /** When the old rows were last read anew. */
  looked_back_at: z.number().nullable(),
  walk: z.object({ began: z.number(), looksBack: z.boolean(), position: positionSchema }).nullable(),
});

/** See {@link lookBackStream}. */
export type LookBackState = z.infer<typeof stateSchema>;

/** A list whose old rows change without coming up again; times in seconds. */
export interface LookBackList {
  name: string;
  capability: Capability;
  clock: ConnectorClock;
  /** How far back rows are read anew, and how often. */
  lookback: number;
  every: number;
  /** How far back every pull reads. */
  overlap: number;
  /** One page; `next` is null after the last one. */
  readPage: (
    position: ListPosition,
    signal: AbortSignal | undefined,
  ) => Promise<{ page: ConnectorPage; next: ListPosition | null }>;
}

/**
 * Reads such a list: every pull what is recent, and every few hours the whole time in which rows may still change. What
 * has been read never reaches beyond the moment in which the walk began, although rows may lie in the future.
 */
export const lookBackStream = ({
  name,
  capability,
  clock,
  lookback,
  every,
  overlap,
  readPage,
}: LookBackList): PullStream<LookBackState> => {
  const begin = ({ reached, looked_back_at }: LookBackState): NonNullable<LookBackState['walk']> => {
    const began = Math.floor(clock.now() / 1000);
    const isFirst = looked_back_at === null;
    const looksBack = isFirst || began - looked_back_at >= every;
    const start = isFirst ? reached : looksBack ? Math.min(reached, began - lookback) : reached - overlap;
    // A start within the last minute is refused.
    const start_time = Math.max(0, Math.min(start, began - 60));
    return { began, looksBack, position: { start_time, after: null, isPaged: false } };
  };
  return {
    name,
    capability,
    state: stateSchema,
    begin: (since) => ({ reached: Math.floor((since ?? 0) / 1000), looked_back_at: null, walk: null }),
    async *pull(state, signal) {
      let walk = state.walk ?? begin(state);
      for (;;) {
        const { page, next } = await readPage(walk.position, signal);
        if (next === null) {
          const looked_back_at = walk.looksBack ? walk.began : state.looked_back_at;
          yield { page, state: { reached: walk.began, looked_back_at, walk: null } };
          return;
        }
        walk = { ...walk, position: next };
        yield { page, state: { ...state, walk } };
      }
    },
  };
};
