import { InvalidInputError } from '../errors/invalid-input-error.js';
import { DAY_MS } from './instant.js';

/** The offsets of one UTC day: zones change theirs at most once in it. */
interface DayOffsets {
  before: number;
  changesAt: number;
  after: number;
}

interface Zone {
  readOffset: (epochMs: number) => number;
  days: Map<number, DayOffsets>;
}

/** Days kept per zone: 130 years, so that hostile dates cannot fill the memory. */
const MAX_DAYS = 50_000;

const zones = new Map<string, Zone>();

const formatIn = (timezone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new InvalidInputError('time zone', [
      { path: 'timezone', message: 'expected an IANA time zone, such as Europe/Berlin' },
    ]);
  }
};

const intlOffset = (timezone: string): Zone['readOffset'] => {
  const format = formatIn(timezone);
  return (epochMs) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wholeSecond = Math.floor(epochMs / 1000) * 1000;
    return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond;
  };
};

const zoneNamed = (timezone: string): Zone => {
  let zone = zones.get(timezone);
  if (!zone) {
    zone = { readOffset: intlOffset(timezone), days: new Map() };
    zones.set(timezone, zone);
  }
  return zone;
};

const readDay = ({ readOffset }: Zone, day: number): DayOffsets => {
  let low = day * DAY_MS;
  let high = low + DAY_MS;
  const before = readOffset(low);
  const after = readOffset(high);
  if (before === after) return { before, changesAt: Number.POSITIVE_INFINITY, after };
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (readOffset(middle) === before) low = middle;
    else high = middle;
  }
  return { before, changesAt: high, after };
};

/**
 * How far local time is ahead of UTC at a moment, in milliseconds. Asks `Intl` once a day and zone
 * and remembers, since `Intl` is a thousand times slower than the arithmetic around it.
 *
 * @param epochMs - the moment, milliseconds since the epoch
 * @param timezone - IANA zone
 * @throws InvalidInputError for a zone that `Intl` does not know
 * @example
 * zoneOffset(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Berlin'); // 7_200_000
 */
export const zoneOffset = (epochMs: number, timezone: string): number => {
  if (timezone === 'UTC') return 0;
  const zone = zoneNamed(timezone);
  const day = Math.floor(epochMs / DAY_MS);
  let offsets = zone.days.get(day);
  if (!offsets) {
    if (zone.days.size >= MAX_DAYS) zone.days.clear();
    offsets = readDay(zone, day);
    zone.days.set(day, offsets);
  }
  return epochMs < offsets.changesAt ? offsets.before : offsets.after;
};
