import * as z from 'zod';
import type { Instant } from '../../model/instant.js';
import { instantSchema } from '../../model/instant.js';
import { epochOf, instantOf } from '../../time/instant.js';

/** Pages of one list that Freshdesk hands out; the request for the next one is refused. */
export const LAST_PAGE = 300;

/** Rows that become visible late are found by the next pull: it begins so long before the last row of this one. */
const LOOKBACK_MS = 10 * 60_000;

/** Earlier than any ticket. Without a date Freshdesk keeps to the tickets of the last 30 days. */
export const EARLIEST = Date.UTC(2000, 0, 1);

/** Schema of {@link WalkState}. */
export const walkStateSchema = z.object({
  floor: instantSchema,
  since: instantSchema,
  page: z.int().min(1).max(LAST_PAGE),
  back: z.object({ to: instantSchema, isEnd: z.boolean() }).nullable(),
});

/** Where a walk through a list in the order of the last change stands. */
export interface WalkState {
  /** Where the pull began: the next one begins no earlier. */
  floor: Instant;
  /** Rows changed then or later are listed. */
  since: Instant;
  /** Of that list. Above 1 only where one second fills whole pages. */
  page: number;
  /** Set while such a second is read from its last page to its first. */
  back: {
    /** Where the walk goes on after it. */
    to: Instant;
    /** Whether the list ended with it. */
    isEnd: boolean;
  } | null;
}

/** What a page tells a walk. */
export interface WalkedPage {
  /** The last change of its last row; null: there are none. */
  last: Instant | null;
  hasNext: boolean;
}

/** A step of a walk. */
export interface WalkStep {
  state: WalkState;
  /** Whether the list has been read; the state is then where the next pull begins. */
  isDone: boolean;
  /** Whether more rows share one second than can be listed: those beyond cannot be read. */
  isCut: boolean;
}

const beginAt = (since: Instant): WalkState => ({ floor: since, since, page: 1, back: null });

/** Where a first pull begins; `since` in milliseconds since the epoch. */
export const beginWalk = (since: number | null): WalkState => beginAt(instantOf(Math.max(since ?? EARLIEST, EARLIEST)));

/**
 * Decides where to go after a page.
 *
 * A ticket that changes moves to the end of the list, everything after it moves up, and the first row of the next page is
 * never seen. So there is no next page: the list is asked for anew from the last row on, that row included. Only where one
 * second fills a whole page the page number has to rise. Its last page is then looked for in doubling steps, and the pages
 * are read backwards from there: rows only ever move towards the first page, so towards the reader.
 */
export const nextStep = (state: WalkState, { last, hasNext }: WalkedPage): WalkStep => {
  const { floor, since, page, back } = state;
  const goOn = (change: Partial<WalkState>): WalkStep => ({
    state: { ...state, ...change },
    isDone: false,
    isCut: false,
  });
  const finish = (newest: Instant): WalkStep => ({
    state: beginAt(instantOf(Math.max(epochOf(newest) - LOOKBACK_MS, epochOf(floor)))),
    isDone: true,
    isCut: false,
  });
  if (back) {
    if (page > 1) return goOn({ page: page - 1 });
    return back.isEnd ? finish(back.to) : goOn({ since: back.to, back: null });
  }
  const isBeyond = last !== null && epochOf(last) > epochOf(since);
  const newest = isBeyond ? last : since;
  if (page === 1) {
    if (!hasNext) return finish(newest);
    return goOn(isBeyond ? { since: last } : { page: 2 });
  }
  const isCut = page === LAST_PAGE && hasNext && !isBeyond;
  if (!isBeyond && hasNext && !isCut) return goOn({ page: Math.min(page * 2, LAST_PAGE) });
  const to = isCut ? instantOf(epochOf(since) + 1000) : newest;
  return { ...goOn({ page: page - 1, back: { to, isEnd: !hasNext } }), isCut };
};
