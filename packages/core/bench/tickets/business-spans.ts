import type { BusinessCalendar, BusinessClock, TimeRange } from '../../dist/index.js';
import { type Random, seededRandom } from './seeded-random.ts';
import { HOUR_MS } from './ticket-period.ts';

const SEED = 24;

const FROM_MS = Date.parse('2024-01-01T00:00:00Z');
const TO_MS = Date.parse('2027-01-01T00:00:00Z');

const SHORTEST_MS = 5 * 60_000;
const LONGEST_MS = 21 * 24 * HOUR_MS;

const PUBLIC_HOLIDAYS = ['01-01', '05-01', '10-03', '12-25'];

/** An office desk in a zone with daylight saving. */
const CALENDAR: BusinessCalendar = {
  timezone: 'Europe/Berlin',
  weekly: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
  },
  holidays: [2024, 2025, 2026].flatMap((year) => PUBLIC_HOLIDAYS.map((day) => `${year}-${day}`)),
};

/** One question to a clock: how much business time lies in the range? */
export interface BusinessSpan {
  clock: BusinessClock;
  range: TimeRange;
}

const between = (from: number, to: number, random: Random): number => Math.floor(from + random() * (to - from));

/** As many short tickets as long ones: the logarithm of their length is spread evenly. */
const anyLength = (random: Random): number => SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** random();

const anyPause = (range: TimeRange, random: Random): TimeRange => {
  const from = between(range.from, range.to, random);
  return { from, to: between(from, range.to, random) };
};

/**
 * Lives of tickets anywhere in three years, the same in every run, on a desk with working hours and holidays.
 *
 * @param options.pauses - how often each ticket waited for its requester
 */
export const generateSpans = (count: number, { pauses }: { pauses: number }): BusinessSpan[] => {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, () => {
    const from = between(FROM_MS, TO_MS, random);
    const range = { from, to: Math.floor(from + anyLength(random)) };
    return {
      clock: { calendar: CALENDAR, pauses: Array.from({ length: pauses }, () => anyPause(range, random)) },
      range,
    };
  });
};
