import type { PeriodRange } from '../model/period-range.js';
import { epochOf } from './instant.js';
import { type LocalDay, localDayAt, mondayOf, startOfLocalDay } from './local-time.js';
import type { Period } from './period.js';
import type { TimeRange } from './time-range.js';

const dayRanges = (first: LocalDay, last: LocalDay, step: number, timezone: string): TimeRange[] =>
  Array.from({ length: Math.max(0, Math.floor((last - first) / step) + 1) }, (_, index) => ({
    from: startOfLocalDay(first + index * step, timezone),
    to: startOfLocalDay(first + (index + 1) * step, timezone),
  }));

/** The moment that a report of a period describes: its end, or now if that is earlier. */
export const asOfOf = ({ end }: PeriodRange, nowMs: number): number => Math.min(nowMs, epochOf(end));

/**
 * The trend buckets of a period: whole local ISO weeks for 28 days or more, else local days, up to
 * the one that now lies in. Empty buckets are included.
 *
 * @param nowMs - milliseconds since the epoch
 */
export const periodBuckets = ({ range, bucket }: Period, nowMs: number): TimeRange[] => {
  const { timezone } = range;
  const first = localDayAt(epochOf(range.start), timezone);
  const last = localDayAt(Math.max(epochOf(range.start), asOfOf(range, nowMs) - 1), timezone);
  return bucket === 'week' ? dayRanges(mondayOf(first), last, 7, timezone) : dayRanges(first, last, 1, timezone);
};

/** The ISO weeks of a period, at least the last `count` of them: what a customer's trend shows. */
export const weeklyBuckets = ({ range }: Period, nowMs: number, count: number): TimeRange[] => {
  const { timezone } = range;
  const last = localDayAt(Math.max(epochOf(range.start), asOfOf(range, nowMs) - 1), timezone);
  const first = Math.min(mondayOf(localDayAt(epochOf(range.start), timezone)), mondayOf(last) - 7 * (count - 1));
  return dayRanges(first, last, 7, timezone);
};
