import { DAY_MS } from './instant.js';
import { zoneOffset } from './zone-offset.js';

/** A wall-clock reading; `month` is 1..12, hour 24 is the next midnight. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/**
 * The moment at which a zone's clocks show a local reading, given as if it were UTC. Daylight
 * saving by the "compatible" rule (RFC 5545, Temporal's default): a skipped reading moves forward
 * by the gap, a repeated one is its first occurrence.
 */
const resolveLocal = (localMs: number, timezone: string): number => {
  const before = zoneOffset(localMs - DAY_MS, timezone);
  const after = zoneOffset(localMs + DAY_MS, timezone);
  const first = localMs - before;
  if (zoneOffset(first, timezone) === before) return first;
  const second = localMs - after;
  return zoneOffset(second, timezone) === after ? second : first;
};

/**
 * The moment at which clocks in a zone show a local time, by the "compatible" daylight-saving rule.
 *
 * @returns milliseconds since the epoch
 * @example
 * // 02:05:12 does not exist in Berlin that day: clocks jump from 02:00 to 03:00
 * instantOfLocal({ year: 2022, month: 3, day: 27, hour: 2, minute: 5, second: 12 }, 'Europe/Berlin');
 * // = 2022-03-27T01:05:12Z
 */
export const instantOfLocal = (local: LocalTime, timezone: string): number =>
  resolveLocal(Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second), timezone);

/** A local calendar day, counted from 1970-01-01: days add and subtract without daylight saving. */
export type LocalDay = number;

/** The local day of a date; `month` 1..12 may run over into other years. */
export const localDay = (year: number, month: number, day: number): LocalDay => Date.UTC(year, month - 1, day) / DAY_MS;

/** The local day that a zone's calendars show at a moment. */
export const localDayAt = (epochMs: number, timezone: string): LocalDay =>
  Math.floor((epochMs + zoneOffset(epochMs, timezone)) / DAY_MS);

/** Milliseconds that a zone's clocks show past midnight at a moment. */
export const timeOfDayAt = (epochMs: number, timezone: string): number =>
  epochMs + zoneOffset(epochMs, timezone) - localDayAt(epochMs, timezone) * DAY_MS;

/** The moment at which a local day begins, or `timeOfDay` milliseconds of wall time later. */
export const startOfLocalDay = (day: LocalDay, timezone: string, timeOfDay = 0): number =>
  resolveLocal(day * DAY_MS + timeOfDay, timezone);

/** Year and month (1..12) of a local day. */
export const yearMonthOf = (day: LocalDay): { year: number; month: number } => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
};

/** Day of the week, Monday 0 to Sunday 6. */
export const weekDayOf = (day: LocalDay): number => (((day + 3) % 7) + 7) % 7;

/** The Monday of a local day's ISO week. */
export const mondayOf = (day: LocalDay): LocalDay => day - weekDayOf(day);
