import { InvalidInputError } from '../errors/invalid-input-error.js';
import { type BusinessCalendar, businessCalendarSchema, WEEK_DAYS } from '../model/business-calendar.js';
import { DAY_MS } from './instant.js';
import { type LocalDay, localDayAt, startOfLocalDay, weekDayOf } from './local-time.js';
import { type TimeRange, unionRanges } from './time-range.js';

/** Days of one block: a ticket's life touches two or three, and a block costs some 50 µs to lay out. */
const BLOCK_DAYS = 64;
const BLOCK_MS = BLOCK_DAYS * DAY_MS;

/** The open windows of 64 days, and how much open time lies before each. */
interface Block {
  start: number;
  /** Window i is open in `[opens[i], closes[i])`. */
  opens: Float64Array;
  closes: Float64Array;
  /** Open milliseconds of the block before window i. */
  before: Float64Array;
  /** For each UTC day of the block, the first window that closes after the day begins. */
  firstOfDay: Uint16Array;
  total: number;
}

const wallTimeMs = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};

/** A skipped hour moves its windows forward, maybe into others: they are joined, so that no time counts twice. */
const windowsBetween = (calendar: BusinessCalendar, range: TimeRange): TimeRange[] => {
  const { timezone, weekly } = calendar;
  const holidays = new Set<LocalDay>(calendar.holidays.map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS));
  const windows: TimeRange[] = [];
  // One day more on either side: a window that moves forward may leave its day.
  const last = localDayAt(range.to, timezone) + 1;
  for (let day = localDayAt(range.from, timezone) - 1; day <= last; day += 1) {
    if (holidays.has(day)) continue;
    for (const [open, close] of weekly[WEEK_DAYS[weekDayOf(day)] ?? 'mon'] ?? []) {
      const from = Math.max(range.from, startOfLocalDay(day, timezone, wallTimeMs(open)));
      const to = Math.min(range.to, startOfLocalDay(day, timezone, wallTimeMs(close)));
      if (from < to) windows.push({ from, to });
    }
  }
  return unionRanges(windows);
};

const layOut = (calendar: BusinessCalendar, start: number): Block => {
  const windows = windowsBetween(calendar, { from: start, to: start + BLOCK_MS });
  const before = new Float64Array(windows.length);
  let total = 0;
  windows.forEach(({ from, to }, index) => {
    before[index] = total;
    total += to - from;
  });
  const firstOfDay = new Uint16Array(BLOCK_DAYS);
  for (let day = 0, index = 0; day < BLOCK_DAYS; day += 1) {
    while (index < windows.length && (windows[index]?.to ?? 0) <= start + day * DAY_MS) index += 1;
    firstOfDay[day] = index;
  }
  return {
    start,
    opens: Float64Array.from(windows, ({ from }) => from),
    closes: Float64Array.from(windows, ({ to }) => to),
    before,
    firstOfDay,
    total,
  };
};

/** Open milliseconds of a block before a moment in it. */
const openUntil = ({ start, opens, closes, before, firstOfDay, total }: Block, at: number): number => {
  let index = firstOfDay[Math.floor((at - start) / DAY_MS)] ?? 0;
  while (index < closes.length && (closes[index] ?? 0) <= at) index += 1;
  if (index >= closes.length) return total;
  return (before[index] ?? 0) + Math.max(0, at - (opens[index] ?? 0));
};

/** The earliest moment of a block before which `target` open milliseconds lie; 0 < target ≤ total. */
const momentAfter = ({ opens, before }: Block, target: number): number => {
  let low = 0;
  let high = opens.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((before[middle] ?? 0) < target) low = middle;
    else high = middle - 1;
  }
  return (opens[low] ?? 0) + target - (before[low] ?? 0);
};

/** A calendar made ready for arithmetic: each question costs a look-up or two, however long the time asked about. */
export interface OpenHours {
  /** Open milliseconds in `[from, to)`; `from` is before `to`. */
  between: (from: number, to: number) => number;
  /** The earliest moment after `from` with `target` open milliseconds between; null where it is not before `limit`. */
  after: (from: number, target: number, limit: number) => number | null;
}

const prepare = (calendar: BusinessCalendar): OpenHours => {
  const checked = businessCalendarSchema.safeParse(calendar);
  if (!checked.success) throw InvalidInputError.fromZod('calendar', checked.error);
  const blocks = new Map<number, Block>();
  const blockAt = (number: number): Block => {
    let block = blocks.get(number);
    if (!block) {
      block = layOut(checked.data, number * BLOCK_MS);
      blocks.set(number, block);
    }
    return block;
  };
  return {
    between(from, to) {
      const first = Math.floor(from / BLOCK_MS);
      const last = Math.floor(to / BLOCK_MS);
      let sum = openUntil(blockAt(last), to) - openUntil(blockAt(first), from);
      for (let number = first; number < last; number += 1) sum += blockAt(number).total;
      return sum;
    },
    after(from, target, limit) {
      let number = Math.floor(from / BLOCK_MS);
      let left = target + openUntil(blockAt(number), from);
      while (left > blockAt(number).total) {
        left -= blockAt(number).total;
        number += 1;
        if (number * BLOCK_MS >= limit) return null;
      }
      const moment = momentAfter(blockAt(number), left);
      return moment <= limit ? moment : null;
    },
  };
};

const prepared = new WeakMap<BusinessCalendar, OpenHours>();

/**
 * Makes a calendar ready for arithmetic, once an object: whoever changes a calendar makes a new one.
 *
 * @throws InvalidInputError for a calendar that is not valid, such as one that never opens
 */
export const openHoursOf = (calendar: BusinessCalendar): OpenHours => {
  let hours = prepared.get(calendar);
  if (!hours) {
    hours = prepare(calendar);
    prepared.set(calendar, hours);
  }
  return hours;
};
