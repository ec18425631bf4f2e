import { instantOfLocal } from '../../../time/local-time.js';
import { datePattern, type DateParts } from './date-pattern.js';

/** Dates outside are taken for placeholders or another unit, and refused. */
const EARLIEST = Date.UTC(1980, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const REMEMBERED = 10_000;

/** Reads one text as a moment: milliseconds since the epoch, or null where it is no such date. */
export type DateReader = (text: string) => number | null;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

const isoParts = (text: string): DateParts | null => {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = found;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}0`) * 1000),
    offset: offset === undefined ? null : minutesEast(offset),
  };
};

const minutesEast = (offset: string): number => {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);

const isOnTheClock = ({ year, month, day, hour, minute, second, offset }: DateParts): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysIn(year, month) &&
  hour <= 23 &&
  minute <= 59 &&
  second <= 59 &&
  Math.abs(offset ?? 0) <= 14 * 60;

const momentOf = (parts: DateParts, timezone: string): number | null => {
  if (!isOnTheClock(parts)) return null;
  const { year, month, day, hour, minute, second, millisecond, offset } = parts;
  if (offset === null) return instantOfLocal(parts, timezone) + millisecond;
  return Date.UTC(year, month - 1, day, hour, minute - offset, second, millisecond);
};

const epoch =
  (unit: number): DateReader =>
  (text) =>
    /^\d{1,17}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text) * unit) : null;

const readerOf = (format: string, timezone: string): DateReader | null => {
  if (format === 'epoch_s') return epoch(1000);
  if (format === 'epoch_ms') return epoch(1);
  const partsOf = format === 'iso' ? isoParts : datePattern(format);
  if (partsOf === null) return null;
  return (text) => {
    const parts = partsOf(text);
    return parts && momentOf(parts, timezone);
  };
};

/** Says whether a text names a date format: `iso`, `epoch_s`, `epoch_ms` or a pattern. */
export const isDateFormat = (format: string): boolean => readerOf(format, 'UTC') !== null;

/** Rows that stand together repeat their dates: an event log reads twice as fast with a memory. */
const remembering = (read: DateReader): DateReader => {
  const known = new Map<string, number | null>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED) known.clear();
    const moment = read(text);
    known.set(text, moment);
    return moment;
  };
};

/**
 * Builds the reader of one or more date formats, tried in order.
 *
 * Strict: 31-02 is no date, nor is one before 1980 or from 2200 on. A time without an offset is local
 * time of `timezone`; a skipped or repeated one resolves by the "compatible" daylight-saving rule.
 *
 * @param formats `iso`, `epoch_s`, `epoch_ms` or patterns such as `DD-MM-YYYY HH:mm`
 * @example
 * dateReader(['DD-MM-YYYY HH:mm'], 'Europe/Berlin')('29-02-2016 01:16'); // 2016-02-29T00:16Z in ms
 * dateReader(['iso'], 'UTC')('2016-02-31'); // null
 */
export const dateReader = (formats: readonly string[], timezone: string): DateReader => {
  const readers = formats.map((format) => readerOf(format, timezone)).filter((reader) => reader !== null);
  const read = (text: string): number | null => {
    for (const readOne of readers) {
      const moment = readOne(text);
      if (moment !== null && moment >= EARLIEST && moment < LATEST) return moment;
    }
    return null;
  };
  return remembering(read);
};
