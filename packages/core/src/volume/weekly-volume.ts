import type { TicketWithHistory } from '../history/ticket-history.js';
import { quantile } from '../stats/describe.js';
import { DAY_MS } from '../time/instant.js';
import { localDayAt, mondayOf, startOfLocalDay } from '../time/local-time.js';
import type { TimeRange } from '../time/time-range.js';
import { createdIn } from './volume-summary.js';

/** A customer's week so far beside its usual week. */
export interface WeeklyVolume {
  /** Which week: the local ISO week so far, or the seven days up to now. */
  window: 'calendar_week' | 'last_7_days';
  range: TimeRange;
  current: number;
  /** Median of the weeks before. */
  usual: number;
  /** Against the usual week, percent; null when the usual week is 0. */
  change_pct: number | null;
}

/** Weeks the usual week is taken from. */
const USUAL_WEEKS = 8;

/** Weeks since the first ticket of those below which there is no usual week. */
const MIN_WEEKS = 3;

const weekOf = (
  tickets: readonly TicketWithHistory[],
  window: WeeklyVolume['window'],
  weeks: readonly TimeRange[],
): WeeklyVolume | null => {
  const [range, ...before] = weeks;
  const counts = before.map((week) => createdIn(tickets, week));
  const known = counts.slice(0, counts.findLastIndex((count) => count > 0) + 1);
  if (!range || known.length < MIN_WEEKS) return null;
  const current = createdIn(tickets, range);
  const usual = quantile(known, 0.5) ?? 0;
  const change_pct = usual === 0 ? null : (100 * (current - usual)) / usual;
  return { window, range, current, usual, change_pct };
};

/**
 * A customer's volume this week against its usual week: the running local ISO week, and the seven
 * days up to now, since on a Monday the calendar week has hardly begun. The usual week is the median
 * of the 8 weeks before, from the first of them that brought a ticket on, so that a new customer is
 * not measured against the time before it came; with fewer than 3 such weeks there is none.
 *
 * Example: 3 tickets in each of 8 weeks and 12 in this one → usual 3, change +300 %.
 *
 * @param options.now - milliseconds since the epoch
 * @returns the calendar week first
 */
export const weeklyVolumes = (
  tickets: readonly TicketWithHistory[],
  { now, timezone }: { now: number; timezone: string },
): WeeklyVolume[] => {
  const monday = mondayOf(localDayAt(now, timezone));
  const indices = Array.from({ length: USUAL_WEEKS + 1 }, (_, index) => index);
  const calendarWeeks = indices.map((index) => ({
    from: startOfLocalDay(monday - 7 * index, timezone),
    to: startOfLocalDay(monday - 7 * (index - 1), timezone),
  }));
  const rollingWeeks = indices.map((index) => ({
    from: now - 7 * DAY_MS * (index + 1) + 1,
    to: now - 7 * DAY_MS * index + 1,
  }));
  return [weekOf(tickets, 'calendar_week', calendarWeeks), weekOf(tickets, 'last_7_days', rollingWeeks)].filter(
    (week) => week !== null,
  );
};

/**
 * The plain spike rule: this week has at least `factor` times the usual week's tickets, and no fewer
 * than `minTickets`, so that a quiet customer's second ticket is no spike.
 *
 * @returns the week that spikes, the calendar week before the last seven days; null if none does
 */
export const findSpike = (
  weeks: readonly WeeklyVolume[],
  { factor, minTickets }: { factor: number; minTickets: number },
): WeeklyVolume | null =>
  weeks.find(({ current, usual }) => current >= minTickets && current >= factor * usual) ?? null;
