import { isOpenAt } from '../history/ticket-history.js';
import type { MetricPart } from '../report/metric-part.js';
import type { ReportContext } from '../report/report-options.js';
import type { AssessedTicket } from '../sla/assessed-ticket.js';
import { increment } from '../stats/counts.js';
import { DAY_MS } from '../time/instant.js';
import { localDayAt, mondayOf, startOfLocalDay } from '../time/local-time.js';
import {
  findSpike,
  spikeWeeks,
  type SpikeWeeks,
  type WeeklyVolume,
  weeklyVolumePart,
} from '../volume/weekly-volume.js';

/** A report's context with the weeks that signals look at. */
export interface SignalsContext extends ReportContext {
  weeks: SpikeWeeks;
  weekAgo: number;
  /** The local Monday of the running week. */
  monday: number;
}

/** What signals have counted. */
export type SignalsTally = {
  open_breached: number;
  open_at_risk: number;
  open_week_ago: number;
  /** Escalations that stand, by when they were raised. */
  escalated_since: Record<string, number>;
  escalations_week_ago: number;
  escalations_this_week: number;
  weeks: ReturnType<typeof weeklyVolumePart.start>;
};

/** What is up right now, and what it was a week ago. */
export interface Signals extends Pick<
  SignalsTally,
  'open_breached' | 'open_at_risk' | 'open_week_ago' | 'escalations_week_ago' | 'escalations_this_week'
> {
  /** The time each standing escalation has been pending, days. */
  escalation_days: number[];
  spike: WeeklyVolume | null;
}

/** Adds the weeks that signals look at. */
export const withWeeks = (context: ReportContext): SignalsContext => {
  const { asOf, range, period } = context;
  const { timezone } = period.range;
  // A period that is over ends with its last moment, not with the Monday after it.
  const last = Math.min(asOf, range.to - 1);
  return {
    ...context,
    weeks: spikeWeeks(last, timezone),
    weekAgo: asOf - 7 * DAY_MS,
    monday: startOfLocalDay(mondayOf(localDayAt(last, timezone)), timezone),
  };
};

const countEscalations = (tally: SignalsTally, { history }: AssessedTicket, context: SignalsContext): void => {
  const { asOf, weekAgo, monday } = context;
  for (const { from, to } of history.escalations) {
    if (to > asOf) increment(tally.escalated_since, from);
    if (from <= weekAgo && to > weekAgo) tally.escalations_week_ago += 1;
    if (from >= monday) tally.escalations_this_week += 1;
  }
};

/** What the attention score looks at, and changes within a week. */
export const signalsPart: MetricPart<AssessedTicket, SignalsContext, SignalsTally, Signals> = {
  start: (context) => ({
    open_breached: 0,
    open_at_risk: 0,
    open_week_ago: 0,
    escalated_since: {},
    escalations_week_ago: 0,
    escalations_this_week: 0,
    weeks: weeklyVolumePart.start(context),
  }),
  add(tally, view, context) {
    const { history, sla } = view;
    const isVerdict = (verdict: string) => sla.first_response.verdict === verdict || sla.resolution.verdict === verdict;
    if (isOpenAt(history, context.asOf)) {
      if (isVerdict('breached')) tally.open_breached += 1;
      if (isVerdict('at_risk')) tally.open_at_risk += 1;
    }
    if (isOpenAt(history, context.weekAgo)) tally.open_week_ago += 1;
    countEscalations(tally, view, context);
    weeklyVolumePart.add(tally.weeks, view, context);
  },
  result({ escalated_since, weeks, ...counts }, context) {
    const { asOf, thresholds } = context;
    const since = Object.entries(escalated_since).map(([at, n]): [number, number] => [Number(at), n]);
    return {
      ...counts,
      escalation_days: since
        .sort(([a], [b]) => a - b)
        .flatMap(([at, n]) => Array<number>(n).fill((asOf - at) / DAY_MS)),
      spike: findSpike(weeklyVolumePart.result(weeks, context), {
        factor: thresholds.spike_factor,
        minTickets: thresholds.spike_min_tickets,
      }),
    };
  },
};
