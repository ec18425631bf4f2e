import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { Instant } from '../model/instant.js';
import type { PeriodRange } from '../model/period-range.js';
import { PERIOD_EXPECTATION, PERIOD_FORMS } from '../model/period.js';
import { DAY_MS, epochOf, instantOf } from './instant.js';
import {
  localDay,
  localDayAt,
  type LocalDay,
  mondayOf,
  startOfLocalDay,
  timeOfDayAt,
  yearMonthOf,
} from './local-time.js';

/** A period that a request named, as instants. */
export interface Period {
  /** As it was named. */
  period: string;
  range: PeriodRange;
  /** The grain of its trends: a week for 28 days or more, else a day. */
  bucket: 'day' | 'week';
}

/** Local days of a period and the day on which the one before it starts, ends exclusive. */
interface DaySpan {
  start: LocalDay;
  end: LocalDay;
  previousStart: LocalDay;
}

const SHORTEST_MONTH_DAYS = 28;

const weeks = (start: LocalDay, count = 1): DaySpan => ({
  start,
  end: start + 7 * count,
  previousStart: start - 7 * count,
});

const days = (start: LocalDay, end: LocalDay): DaySpan => ({
  start,
  end,
  previousStart: 2 * start - end,
});

/** `length` months from `month` on, which may lie outside 1..12. */
const months = (year: number, month: number, length: 1 | 3 | 12): DaySpan => ({
  start: localDay(year, month, 1),
  end: localDay(year, month + length, 1),
  previousStart: localDay(year, month - length, 1),
});

const quarterStart = (month: number): number => month - ((month - 1) % 3);

/** The Monday of ISO week 1 is that of the week with 4 January in it. */
const firstIsoMonday = (year: number): LocalDay => mondayOf(localDay(year, 1, 4));

const namedSpans: Record<string, (today: LocalDay) => DaySpan> = {
  this_week: (today) => weeks(mondayOf(today)),
  last_week: (today) => weeks(mondayOf(today) - 7),
  this_month: (today) => monthSpan(today, 0),
  last_month: (today) => monthSpan(today, -1),
  this_quarter: (today) => quarterSpan(today, 0),
  last_quarter: (today) => quarterSpan(today, -3),
  this_year: (today) => months(yearMonthOf(today).year, 1, 12),
};

const monthSpan = (today: LocalDay, shift: number): DaySpan => {
  const { year, month } = yearMonthOf(today);
  return months(year, month + shift, 1);
};

const quarterSpan = (today: LocalDay, shift: number): DaySpan => {
  const { year, month } = yearMonthOf(today);
  return months(year, quarterStart(month) + shift, 3);
};

const isoWeekSpan = (year: number, week: number): DaySpan | undefined => {
  const monday = firstIsoMonday(year) + 7 * (week - 1);
  return monday < firstIsoMonday(year + 1) ? weeks(monday) : undefined;
};

const calendarDay = (date: string): LocalDay | undefined => {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  const exists = Number.isFinite(day) && instantOf(day * DAY_MS).startsWith(date);
  return exists ? day : undefined;
};

const intervalSpan = (from: string, to: string): DaySpan | undefined => {
  const start = calendarDay(from);
  const end = calendarDay(to);
  return start !== undefined && end !== undefined && start < end ? days(start, end) : undefined;
};

const rollingSpan = (count: number, unit: string, today: LocalDay): DaySpan =>
  unit === 'weeks' ? weeks(mondayOf(today) - 7 * (count - 1), count) : days(today - count + 1, today + 1);

/** For each form of a period: its days, or undefined where no such days exist. */
const spanOf: Record<keyof typeof PERIOD_FORMS, (parts: string[], today: LocalDay) => DaySpan | undefined> = {
  named: ([name = ''], today) => namedSpans[name]?.(today),
  rolling: ([, count, unit = ''], today) => rollingSpan(Number(count), unit, today),
  month: ([, year, month]) => months(Number(year), Number(month), 1),
  week: ([, year, week]) => isoWeekSpan(Number(year), Number(week)),
  quarter: ([, year, quarter]) => months(Number(year), 3 * Number(quarter) - 2, 3),
  year: ([, year]) => months(Number(year), 1, 12),
  interval: ([, from = '', to = '']) => intervalSpan(from, to),
};

const findSpan = (period: string, today: LocalDay): DaySpan | undefined => {
  for (const [form, pattern] of Object.entries(PERIOD_FORMS)) {
    const parts = pattern.exec(period);
    if (parts) return spanOf[form as keyof typeof PERIOD_FORMS]([...parts], today);
  }
  return undefined;
};

/**
 * Makes instants of a period. Boundaries are local midnights; weeks start on Monday. `last_N_days`
 * ends with today, `last_N_weeks` with the running ISO week. The previous period is of the same
 * kind, or of the same length for rolling ones and intervals; while a period runs, it is compared
 * with the same elapsed part of the previous one, by wall clock.
 *
 * @param period - one of the forms of the public contract, such as `this_month` or `2026-W47`
 * @throws InvalidInputError for a period that has no such form, does not exist (`2026-W54`,
 *   `2026-02-30/…`), or starts before 1970
 * @example
 * parsePeriod('2026-11', { now: '2026-11-16T00:00:00Z', timezone: 'UTC' }).range;
 * // start 2026-11-01, end 2026-12-01, previous_start 2026-10-01, previous_end 2026-10-16
 */
export const parsePeriod = (period: string, { now, timezone }: { now: Instant; timezone: string }): Period => {
  const nowMs = epochOf(now);
  const today = localDayAt(nowMs, timezone);
  const span = findSpan(period, today);
  if (!span || span.previousStart < 0) {
    throw new InvalidInputError('period', [{ path: 'period', message: PERIOD_EXPECTATION }]);
  }
  const { start, end, previousStart } = span;
  const startMs = startOfLocalDay(start, timezone);
  const endMs = startOfLocalDay(end, timezone);
  const elapsedEnd = startOfLocalDay(
    previousStart + Math.max(0, today - start),
    timezone,
    nowMs < startMs ? 0 : timeOfDayAt(nowMs, timezone),
  );
  const previousEnd = Math.min(startOfLocalDay(start, timezone), elapsedEnd);
  return {
    period,
    range: {
      start: instantOf(startMs),
      end: instantOf(endMs),
      previous_start: instantOf(startOfLocalDay(previousStart, timezone)),
      previous_end: instantOf(nowMs >= endMs ? startMs : previousEnd),
      timezone,
    },
    bucket: end - start >= SHORTEST_MONTH_DAYS ? 'week' : 'day',
  };
};
