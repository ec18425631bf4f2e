import type { TicketWithHistory } from '../history/ticket-history.js';
import type { MetricPart } from '../report/metric-part.js';
import { bucketIndex } from '../report/bucket-index.js';
import { incrementAt, zeros } from '../stats/counts.js';
import { quantile } from '../stats/describe.js';
import { DAY_MS } from '../time/instant.js';
import { localDayAt, mondayOf, startOfLocalDay } from '../time/local-time.js';
import type { TimeRange } from '../time/time-range.js';

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

type Window = WeeklyVolume['window'];

/** For each window the weeks of the usual one and, last, this week; they adjoin. */
export type SpikeWeeks = Record<Window, readonly TimeRange[]>;

/** Weeks the usual week is taken from. */
const USUAL_WEEKS = 8;

/** Weeks since the first ticket of those below which there is no usual week. */
const MIN_WEEKS = 3;

/** The weeks that the spike rule looks at. */
export const spikeWeeks = (now: number, timezone: string): SpikeWeeks => {
  const monday = mondayOf(localDayAt(now, timezone));
  const indices = Array.from({ length: USUAL_WEEKS + 1 }, (_, index) => USUAL_WEEKS - index);
  return {
    calendar_week: indices.map((index) => ({
      from: startOfLocalDay(monday - 7 * index, timezone),
      to: startOfLocalDay(monday - 7 * (index - 1), timezone),
    })),
    last_7_days: indices.map((index) => ({
      from: now - 7 * DAY_MS * (index + 1) + 1,
      to: now - 7 * DAY_MS * index + 1,
    })),
  };
};

const weekOf = (window: Window, weeks: readonly TimeRange[], tally: readonly number[]): WeeklyVolume | null => {
  const range = weeks[USUAL_WEEKS];
  const current = tally[USUAL_WEEKS] ?? 0;
  const first = tally.findIndex((count) => count > 0);
  const known = first === -1 ? [] : tally.slice(first, USUAL_WEEKS);
  if (!range || known.length < MIN_WEEKS) return null;
  const usual = quantile(known, 0.5) ?? 0;
  const change_pct = usual === 0 ? null : (100 * (current - usual)) / usual;
  return { window, range, current, usual, change_pct };
};

const WINDOWS = ['calendar_week', 'last_7_days'] as const;

/**
 * A customer's volume this week against its usual week: the running local ISO week, and the seven
 * days up to now, since on a Monday the calendar week has hardly begun. The usual week is the median
 * of the 8 weeks before, from the first of them that brought a ticket on, so that a new customer is
 * not measured against the time before it came; with fewer than 3 such weeks there is none.
 *
 * Example: 3 tickets in each of 8 weeks and 12 in this one → usual 3, change +300 %. The calendar week comes first.
 */
export const weeklyVolumePart: MetricPart<
  TicketWithHistory,
  { weeks: SpikeWeeks },
  Record<Window, number[]>,
  WeeklyVolume[]
> = {
  start: () => ({ calendar_week: zeros(USUAL_WEEKS + 1), last_7_days: zeros(USUAL_WEEKS + 1) }),
  add(tally, { history: { createdAt } }, { weeks }) {
    incrementAt(tally.calendar_week, bucketIndex(weeks.calendar_week, createdAt));
    incrementAt(tally.last_7_days, bucketIndex(weeks.last_7_days, createdAt));
  },
  result: (tally, { weeks }) =>
    WINDOWS.map((window) => weekOf(window, weeks[window], tally[window])).filter((week) => week !== null),
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
