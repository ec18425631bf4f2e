import * as z from 'zod';
import { type Instant, instantSchema } from '../../model/instant.js';
import { DAY_MS, epochOf, HOUR_MS, instantOf } from '../../time/instant.js';
import type { ConnectorPage } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import { readRecords } from '../shared/page.js';
import type { PullStream } from '../shared/pull-streams.js';
import { EARLIEST } from './changed-rows-walk.js';
import { type FreshdeskApi, type ListPage, PAGE_SIZE } from './freshdesk-api.js';
import { isOutOfReach, isPageRefusal } from './freshdesk-errors.js';
import { freshdeskRatingSchema } from './freshdesk-payload.js';
import { mapFreshdeskRating } from './map-freshdesk-rating.js';

/**
 * The list knows no changes, only when an answer was first given: one that is edited later is found by reading the last
 * month anew, which is done every six hours.
 */
const EDITED_WITHIN_MS = 30 * DAY_MS;
const EDITS_EVERY_MS = 6 * HOUR_MS;

/** Between whiles, for clocks that differ. */
const LOOKBACK_MS = HOUR_MS;

const stateSchema = z.object({
  /** Answers given then or later are listed. */
  since: instantSchema,
  page: z.int().min(1),
  /** When this pull began; null between two. */
  started: instantSchema.nullable(),
  /** When the last month was last read. */
  edits_read: instantSchema.nullable(),
});

type RatingState = z.infer<typeof stateSchema>;

const notBeforeAll = (moment: number): Instant => instantOf(Math.max(moment, EARLIEST));

/** Where a pull goes on, or begins. */
const startOf = (state: RatingState, now: number): RatingState & { started: Instant } => {
  if (state.started !== null) return { ...state, started: state.started };
  const started = instantOf(now);
  if (state.edits_read === null) return { ...state, started, edits_read: started };
  if (now - epochOf(state.edits_read) < EDITS_EVERY_MS) return { ...state, started };
  const since = notBeforeAll(Math.min(epochOf(state.since), now - EDITED_WITHIN_MS));
  return { ...state, since, started, edits_read: started };
};

/** Says what is missing where the plan has no surveys or the agent may not read them. */
const explained = (error: unknown): unknown => {
  if (!(error instanceof ConnectorError) || error.code !== 'connector_forbidden') return error;
  const { connector, operation, status, vendor_code } = error;
  const expected =
    vendor_code === 'require_feature'
      ? 'the plan of this Freshdesk account has no satisfaction surveys'
      : 'the agent of this API key may not read satisfaction ratings';
  return new ConnectorError('connector_forbidden', expected, {
    connector,
    operation,
    status,
    vendor_code,
    cause: error,
  });
};

const readRatings = (rows: readonly unknown[], domain: string): ConnectorPage =>
  readRecords(rows, {
    schema: freshdeskRatingSchema,
    map: (rating, warn) => mapFreshdeskRating(rating, domain, warn),
  });

/** One page of the answers to surveys. */
export const listRatings = async (
  api: FreshdeskApi,
  { since, page, per_page = PAGE_SIZE }: { since: Instant; page: number; per_page?: number },
  signal: AbortSignal | undefined,
): Promise<ListPage> => {
  try {
    const search = { created_since: since, per_page, page };
    return await api.list('surveys/satisfaction_ratings', { operation: 'list satisfaction ratings', search, signal });
  } catch (error) {
    throw explained(error);
  }
};

const ticketOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, 'ticket_id') : undefined;

/**
 * The answers of some tickets that were given within the last hour: one list for all of them, since each ticket's own would
 * double what is asked. An account without surveys has none.
 */
export const recentRatings = async (
  api: FreshdeskApi,
  ticketIds: ReadonlySet<string>,
  { domain, clock }: { domain: string; clock: ConnectorClock },
  signal: AbortSignal | undefined,
): Promise<ConnectorPage> => {
  const since = notBeforeAll(clock.now() - LOOKBACK_MS);
  const rows: unknown[] = [];
  try {
    for (let page = 1, hasNext = true; hasNext; page += 1) {
      const answer = await listRatings(api, { since, page }, signal);
      rows.push(...answer.rows.filter((row) => ticketIds.has(String(ticketOf(row)))));
      hasNext = answer.hasNext && answer.rows.length > 0;
    }
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
  }
  return readRatings(rows, domain);
};

/** The answers to surveys: several of one ticket where it was resolved several times. */
export const ratingStream = (
  api: FreshdeskApi,
  { domain, clock }: { domain: string; clock: ConnectorClock },
): PullStream<RatingState> => ({
  name: 'ratings',
  capability: 'csat',
  state: stateSchema,
  begin: (since) => ({
    since: notBeforeAll((since ?? EARLIEST) - EDITED_WITHIN_MS),
    page: 1,
    started: null,
    edits_read: null,
  }),
  async *pull(from, signal) {
    const start = startOf(from, clock.now());
    const end: RatingState = {
      since: notBeforeAll(epochOf(start.started) - LOOKBACK_MS),
      page: 1,
      started: null,
      edits_read: start.edits_read,
    };
    for (let state: RatingState = start; ;) {
      let answer: ListPage;
      try {
        answer = await listRatings(api, state, signal);
      } catch (error) {
        if (!isPageRefusal(error) || state.page === 1) throw error;
        // Its order is not documented, so there is no row from which to ask anew.
        const warnings = [{ code: 'page_limit', field: 'satisfaction_ratings', value: null, count: 1 }];
        yield { page: { warnings }, state: end };
        return;
      }
      const page = readRatings(answer.rows, domain);
      if (!answer.hasNext) {
        yield { page, state: end };
        return;
      }
      state = { ...state, page: state.page + 1 };
      yield { page, state };
    }
  },
});
