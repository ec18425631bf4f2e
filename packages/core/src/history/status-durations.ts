import { InvalidInputError } from '../errors/invalid-input-error.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';

/** Moments and the status entered at each, in any order. */
export type StatusHistory<Status extends string = string> = readonly (readonly [at: string, status: Status])[];

const inOrder = <Status extends string>(history: StatusHistory<Status>) =>
  history.map(([at, status]) => ({ at: epochOf(at), status })).sort((a, b) => a.at - b.at);

/**
 * How long a ticket was in some statuses, around the clock; the words may be the vendor's. With `new`, `open` and `hold`
 * it is the requester's wait of Zendesk, with `pending` the agent's.
 *
 * @param options.statuses - those that count
 * @param options.until - the end: the last status lasts up to it
 * @returns milliseconds
 * @throws InvalidInputError for an instant that is none
 * @example
 * timeInStatuses([['2026-11-02T09:00:00Z', 'open'], ['2026-11-02T11:00:00Z', 'solved']],
 *   { statuses: ['open'], until: '2026-11-03T00:00:00Z' }) / 3_600_000; // 2
 */
export const timeInStatuses = (
  history: StatusHistory,
  { statuses, until }: { statuses: readonly string[]; until: string },
): number => {
  if (statuses.length === 0)
    throw new InvalidInputError('statuses', [{ path: 'statuses', message: 'expected at least one' }]);
  const end = epochOf(until);
  const spans = inOrder(history);
  return spans.reduce((sum, { at, status }, index) => {
    const to = Math.min(end, spans[index + 1]?.at ?? end);
    return statuses.includes(status) ? sum + Math.max(0, to - at) : sum;
  }, 0);
};

/**
 * How often a ticket returned from resolved or closed to open or pending. Zendesk's own counter agrees; "solves less one"
 * (dbt_zendesk) misses a ticket that is open again.
 *
 * @example
 * reopenCount([['2026-11-02T09:00:00Z', 'resolved'], ['2026-11-03T09:00:00Z', 'open']]); // 1
 */
export const reopenCount = (history: StatusHistory<TicketStatus>): number =>
  inOrder(history).filter(({ status }, index, all) => {
    const before = all[index - 1];
    return before !== undefined && !isUnresolved(before.status) && isUnresolved(status);
  }).length;
