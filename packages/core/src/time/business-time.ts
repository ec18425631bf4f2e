import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type BusinessCalendar, WEEK_DAYS } from '../model/business-calendar.js';
import { DAY_MS, instantOf } from './instant.js';
import { type LocalDay, localDayAt, startOfLocalDay, weekDayOf } from './local-time.js';
import { subtractRanges, type TimeRange, unionRanges } from './time-range.js';

/** When a clock runs: a calendar, or null for around the clock, less the pauses. */
export interface BusinessClock {
  calendar: BusinessCalendar | null;
  /** In any order, overlapping or not. @default [] */
  pauses?: readonly TimeRange[];
}

/** How far ahead a due date is looked for: 10 years. */
const HORIZON_MS = 3653 * DAY_MS;

const MINUTE_MS = 60_000;

const wallTimeMs = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE_MS;
};

const windowsOfDay = (calendar: BusinessCalendar, day: LocalDay): TimeRange[] => {
  if (calendar.holidays.includes(instantOf(day * DAY_MS).slice(0, 10))) return [];
  const windows = calendar.weekly[WEEK_DAYS[weekDayOf(day)] ?? 'mon'] ?? [];
  return unionRanges(
    windows.map(([open, close]) => ({
      from: startOfLocalDay(day, calendar.timezone, wallTimeMs(open)),
      to: startOfLocalDay(day, calendar.timezone, wallTimeMs(close)),
    })),
  );
};

function* openWindows(calendar: BusinessCalendar, range: TimeRange): Generator<TimeRange> {
  // A window of the day before reaches into this one where midnight is skipped.
  for (let day = localDayAt(range.from, calendar.timezone) - 1; ; day += 1) {
    if (startOfLocalDay(day, calendar.timezone) >= range.to) return;
    for (const { from, to } of windowsOfDay(calendar, day)) {
      if (to <= range.from || from >= range.to) continue;
      yield { from: Math.max(from, range.from), to: Math.min(to, range.to) };
    }
  }
}

function* runningRanges({ calendar, pauses = [] }: BusinessClock, range: TimeRange): Generator<TimeRange> {
  const holes = unionRanges(pauses);
  for (const open of calendar ? openWindows(calendar, range) : [range]) {
    yield* subtractRanges(open, holes);
  }
}

/**
 * Business time between two moments: the time inside open windows and outside pauses. Durations are
 * real elapsed time, so a local day may have 23 or 25 hours.
 *
 * @param clock - the calendar and the pauses
 * @param range - `[from, to)` in milliseconds since the epoch; an empty or reversed one gives 0
 * @returns milliseconds
 * @example
 * elapsedBusinessTime({ calendar: null }, { from: 0, to: 3_600_000 }); // 3_600_000
 */
export const elapsedBusinessTime = (clock: BusinessClock, range: TimeRange): number => {
  let elapsed = 0;
  if (range.from >= range.to) return 0;
  for (const { from, to } of runningRanges(clock, range)) elapsed += to - from;
  return elapsed;
};

/**
 * The earliest moment at which a target of business time is used up: 17:00 today for 8 h from 09:00
 * on a desk that works 09:00–17:00.
 *
 * @param start - milliseconds since the epoch
 * @param target - milliseconds, above 0
 * @returns milliseconds since the epoch
 * @throws InvalidInputError when the calendar does not open for that long within 10 years
 * @example
 * dueAt({ calendar: null }, 0, 3_600_000); // 3_600_000
 */
export const dueAt = (clock: BusinessClock, start: number, target: number): number => {
  let left = target;
  for (const { from, to } of runningRanges(clock, { from: start, to: start + HORIZON_MS })) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  throw new InvalidInputError('due date', [
    { path: 'calendar', message: 'expected enough open hours within 10 years for the target' },
  ]);
};
