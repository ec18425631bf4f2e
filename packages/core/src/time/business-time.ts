import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { BusinessCalendar } from '../model/business-calendar.js';
import { DAY_MS } from './instant.js';
import { openHoursOf } from './open-hours.js';
import { type TimeRange, unionRanges } from './time-range.js';

/** When a clock runs: a calendar, or null for around the clock, less the pauses. */
export interface BusinessClock {
  /** Not to be changed after its first use: what was worked out for it is kept. */
  calendar: BusinessCalendar | null;
  /** In any order, overlapping or not; one that has not ended ends with `Infinity`. @default [] */
  pauses?: readonly TimeRange[] | undefined;
}

/** How far ahead of its start a due date is looked for, pauses apart, in days: ten years. */
export const DUE_AT_HORIZON_DAYS = 3653;

const NO_PAUSES: readonly TimeRange[] = [];

/** Clocks count whole seconds: what a support system writes down. */
const wholeSecond = (epochMs: number): number => {
  if (!Number.isNaN(epochMs)) return Math.floor(epochMs / 1000) * 1000;
  throw new InvalidInputError('business time', [
    { path: '', message: 'expected milliseconds since the epoch, not NaN' },
  ]);
};

const runningTime = (calendar: BusinessCalendar | null, from: number, to: number): number => {
  if (from >= to) return 0;
  return calendar ? openHoursOf(calendar).between(from, to) : to - from;
};

/** Pauses in whole seconds, in order, none overlapping. */
const orderedPauses = (pauses: readonly TimeRange[]): readonly TimeRange[] =>
  pauses.length === 0
    ? NO_PAUSES
    : unionRanges(pauses.map(({ from, to }) => ({ from: wholeSecond(from), to: wholeSecond(to) })));

/**
 * Business time between two moments: the time inside open windows of days that are no holidays, and outside pauses.
 * Durations are real elapsed time, so a local day may have 23 or 25 hours. Window ends follow the "compatible" rule of
 * daylight saving (RFC 5545, Temporal, zendesk/biz): a skipped wall time moves forward, a repeated one is its first
 * occurrence. The zone of the host does not matter.
 *
 * @param clock - the calendar and the pauses; pauses count only in business time
 * @param range - `[from, to)` in milliseconds since the epoch, read as whole seconds; an empty or reversed one gives 0
 * @returns milliseconds, whole seconds
 * @throws InvalidInputError for a calendar that is not valid, such as one without an open window
 * @example
 * const friday = Date.parse('2026-11-20T16:00:00Z');
 * const monday = Date.parse('2026-11-23T10:00:00Z');
 * const calendar = { timezone: 'UTC', weekly: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] }, holidays: [] };
 * elapsedBusinessTime({ calendar }, { from: friday, to: monday }) / 3_600_000; // 2
 */
export const elapsedBusinessTime = ({ calendar, pauses = NO_PAUSES }: BusinessClock, range: TimeRange): number => {
  const from = wholeSecond(range.from);
  const to = wholeSecond(range.to);
  let elapsed = runningTime(calendar, from, to);
  for (const pause of orderedPauses(pauses)) {
    elapsed -= runningTime(calendar, Math.max(from, pause.from), Math.min(to, pause.to));
  }
  return elapsed;
};

/**
 * The earliest moment at which a target of business time is used up: 17:00 today for 8 h from 09:00 on a desk that works
 * 09:00–17:00. `elapsedBusinessTime` from the start to it is exactly the target.
 *
 * @param clock - the calendar and the pauses
 * @param start - milliseconds since the epoch, read as a whole second
 * @param target - milliseconds, above 0
 * @returns milliseconds since the epoch
 * @throws InvalidInputError for a target that is not above 0, for a calendar that is not valid, and where the target is
 *   not used up within {@link DUE_AT_HORIZON_DAYS}, be it for want of open hours or for a pause without an end
 * @example
 * dueAt({ calendar: null }, 0, 3_600_000); // 3_600_000
 */
export const dueAt = ({ calendar, pauses = NO_PAUSES }: BusinessClock, start: number, target: number): number => {
  if (!(target > 0))
    throw new InvalidInputError('due date', [{ path: 'target', message: 'expected a target above 0' }]);
  let limit = wholeSecond(start) + DUE_AT_HORIZON_DAYS * DAY_MS;
  let from = wholeSecond(start);
  let left = target;
  for (const pause of orderedPauses(pauses)) {
    const running = runningTime(calendar, from, Math.min(pause.from, limit));
    if (running >= left) break;
    left -= running;
    limit += Math.max(0, pause.to - Math.max(from, pause.from));
    from = Math.max(from, pause.to);
  }
  const due = from === Infinity ? null : calendar ? openHoursOf(calendar).after(from, left, limit) : from + left;
  if (due !== null && due <= limit) return due;
  throw new InvalidInputError('due date', [
    { path: 'calendar', message: `expected the target to be used up within ${DUE_AT_HORIZON_DAYS} days of its start` },
  ]);
};
