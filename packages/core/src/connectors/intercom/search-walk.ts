import * as z from 'zod';
import type { ConnectorClock } from '../shared/clock.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { type IntercomSearch, type SearchFilter, searchPages } from './search-pages.js';

const DAY_SECONDS = 86_400;

/** Before Intercom was. */
const EARLIEST = Date.UTC(2011, 0, 1) / 1000;

const PROBE = 20;

/** How far our clock may be ahead of Intercom's, in seconds. In a quiet list the last change is read again for so long. */
const CLOCK_TOLERANCE = 600;

/** Where a walk stands. */
export const walkStateSchema = z.object({
  /** Everything that changed in this second or later is still to be read; seconds since the epoch. */
  from: z.int().min(0),
  /** Pages so far: two states differ although a bulk action changed more records in one second than a page holds. */
  pages: z.int().min(0),
});

/** See {@link walkStateSchema}. */
export type WalkState = z.infer<typeof walkStateSchema>;

/** What a walk needs. */
export interface SearchWalkOptions {
  http: VendorHttp;
  clock: ConnectorClock;
  search: IntercomSearch;
  /** Besides that on the time of the change. */
  filters: readonly SearchFilter[];
  slice_days: number;
  overlap_seconds: number;
}

const changedAt = (record: unknown): number | null => {
  const seconds: unknown =
    typeof record === 'object' && record !== null ? Reflect.get(record, 'updated_at') : undefined;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : null;
};

/** The documentation says "(or equal)" of both operators, and they behave as strict: this is right for either. */
const changedIn = (from: number, end: number | null): SearchFilter[] => [
  { field: 'updated_at', operator: '>', value: from - 1 },
  ...(end === null ? [] : [{ field: 'updated_at', operator: '<', value: end } satisfies SearchFilter]),
];

/**
 * Reads everything that changed since a state, in slices of time: one scan over years of history is known to end early.
 * The state after a page is the time of its last record, yet never closer to the present than the overlap, in which
 * records may become visible late. Should the order of a search not be ascending, its slice is kept open to the end.
 */
export async function* walkSearch(
  { http, clock, search, filters, slice_days, overlap_seconds }: SearchWalkOptions,
  { from: start, pages: read }: WalkState,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ records: unknown[]; state: WalkState }> {
  const settledUntil = (): number => Math.floor(clock.now() / 1000) - overlap_seconds;
  const pagesOf = (from: number, end: number | null, per_page = search.per_page) =>
    searchPages(http, search, [...filters, ...changedIn(from, end)], { per_page, signal });
  const firstPage = async (from: number, end: number | null): Promise<unknown[]> =>
    (await pagesOf(from, end, PROBE).next()).value ?? [];
  /** The first change since, to leap over empty years; null: none. Where the order is in doubt, what lies before is asked. */
  const firstChange = async (from: number): Promise<number | null> => {
    const records = await firstPage(from, null);
    if (records.length === 0) return null;
    const moments = records.map((record) => changedAt(record) ?? from);
    const first = Math.min(...moments);
    if (records.length < PROBE || first < (moments.at(-1) ?? 0)) return first;
    const before = await firstPage(from, first);
    return before.some((record) => (changedAt(record) ?? from) < first) ? from : first;
  };

  let from = Math.max(EARLIEST, start);
  let pages = read;
  for (;;) {
    if (from + slice_days * DAY_SECONDS < settledUntil()) {
      const first = await firstChange(from);
      if (first === null) return;
      from = Math.max(from, first);
    }
    const sliceEnd = from + slice_days * DAY_SECONDS;
    const isOpen = sliceEnd >= settledUntil();
    const startedAt = settledUntil();
    let askedAt = startedAt;
    let nextAskedAt = startedAt;
    let latest = from - 1;
    let isAscending = true;
    for await (const records of pagesOf(from, isOpen ? null : sliceEnd)) {
      askedAt = nextAskedAt;
      for (const record of records) {
        const at = changedAt(record) ?? latest;
        isAscending &&= at >= latest;
        latest = Math.max(latest, at);
      }
      pages += 1;
      const reached = isAscending ? Math.min(latest, askedAt) : from;
      if (records.length > 0) yield { records, state: { from: Math.max(from, reached), pages } };
      nextAskedAt = settledUntil();
    }
    const settled = isAscending ? askedAt : startedAt;
    from = Math.max(from, isOpen ? Math.max(Math.min(latest, settled), settled - CLOCK_TOLERANCE) : sliceEnd);
    if (isOpen) {
      yield { records: [], state: { from, pages } };
      return;
    }
  }
}
