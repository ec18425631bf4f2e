import type { ConnectorClock } from '../shared/clock.js';
import { isOutOfReach } from './freshdesk-errors.js';

/** A short list that is read whole, and again when it is old or misses something. */
export interface CachedList<Entry> {
  /**
   * The list by id, in which all of these ids should be; null: this key may not read it.
   *
   * @throws ConnectorError for anything else that goes wrong
   */
  with(ids: readonly number[], signal: AbortSignal | undefined): Promise<ReadonlyMap<number, Entry> | null>;
}

/** How a list is read and kept. */
export interface CachedListOptions<Entry> {
  clock: ConnectorClock;
  load: (signal: AbortSignal | undefined) => Promise<ReadonlyMap<number, Entry>>;
  /** Milliseconds after which it is read again. @default 1 hour */
  max_age_ms?: number;
}

/** What is missing from a list for longer than this is looked for in a new one. */
const MISSING_AGE_MS = 10 * 60_000;

/** Makes a list that is read when it is first needed. */
export const createCachedList = <Entry>({
  clock,
  load,
  max_age_ms = 3_600_000,
}: CachedListOptions<Entry>): CachedList<Entry> => {
  let loaded: { entries: ReadonlyMap<number, Entry> | null; at: number } | null = null;
  return {
    async with(ids, signal) {
      const age = loaded === null ? Infinity : clock.now() - loaded.at;
      const entries = loaded?.entries;
      const isMissing = entries != null && ids.some((id) => !entries.has(id));
      if (loaded !== null && age < (isMissing ? MISSING_AGE_MS : max_age_ms)) return loaded.entries;
      const at = clock.now();
      try {
        loaded = { entries: await load(signal), at };
      } catch (error) {
        if (!isOutOfReach(error)) throw error;
        loaded = { entries: null, at };
      }
      return loaded.entries;
    },
  };
};
