import { firstWorkday } from '../format/first-workday.js';
import type { Format } from '../format/create-format.js';
import { daysLater, weekdayOf, zonedTime } from '../format/zoned-time.js';

const HOUR_MS = 3_600_000;

/** When a working day begins. */
const MORNING = 'T09:00';

/** Until when an alert can be put off with one click, in epoch milliseconds. */
export interface SnoozeTimes {
  hour: number;
  /** The next morning. */
  tomorrow: number;
  /** The morning on which the next working week begins where the reader lives. */
  week: number;
}

/** Computes the ends of the ready-made snoozes. */
export function snoozeTimes(now: number, format: Pick<Format, 'wallTime'>, locale: string): SnoozeTimes {
  const morning = format.wallTime(now).slice(0, 10) + MORNING;
  const toWeek = (firstWorkday(locale) - weekdayOf(morning) + 6) % 7;
  return {
    hour: now + HOUR_MS,
    tomorrow: zonedTime(daysLater(morning, 1), format),
    week: zonedTime(daysLater(morning, toWeek + 1), format),
  };
}
