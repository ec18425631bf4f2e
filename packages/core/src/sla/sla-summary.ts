import type { SlaMetric } from '../model/sla-status.js';
import type { SlaCounts, SlaSummary } from '../model/sla-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { measure, type MetricPart } from '../report/metric-part.js';
import { type ReportContext, reportContext, type ReportOptions } from '../report/report-options.js';
import { addDuration, type DurationSample, durationSummary, emptyDurations } from '../stats/duration-sample.js';
import { proportionTrend } from '../stats/trends.js';
import { isWithin, type TimeRange } from '../time/time-range.js';
import { type AssessedTicket, assessTickets } from './assessed-ticket.js';
import { compliancePct, countVerdict } from './compliance.js';
import { firstResolutionTime, type SlaReading } from './sla-reading.js';

type Decided = Pick<SlaCounts, 'met' | 'breached'>;

/** What the clocks have counted. */
export type SlaTally = {
  counts: Record<SlaMetric, SlaCounts>;
  previous: Record<SlaMetric, Decided>;
  first_response: DurationSample;
  resolution: DurationSample;
  first_resolution: DurationSample;
};

type SlaContext = Pick<ReportContext, 'range' | 'previous' | 'complianceBy' | 'thresholds'>;

const noCounts = (): SlaCounts => ({ met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 });

const noneDecided = (): Decided => ({ met: 0, breached: 0 });

/**
 * Whether a verdict belongs to a range: one that was decided to where it fell, not to where it became known; a clock that
 * still runs to any; a ticket without a target to where it was created.
 */
const isOf = (
  range: TimeRange,
  { verdict, decidedAt }: SlaReading,
  createdAt: number,
  { complianceBy }: SlaContext,
) => {
  if (complianceBy === 'created' || verdict === 'not_applicable') return isWithin(createdAt, range);
  return decidedAt === null || isWithin(decidedAt, range);
};

const countClock = (
  counts: SlaCounts,
  previous: Decided,
  reading: SlaReading,
  createdAt: number,
  context: SlaContext,
): void => {
  const { verdict } = reading;
  if (isOf(context.range, reading, createdAt, context)) countVerdict(counts, verdict);
  const isDecided = verdict === 'met' || verdict === 'breached';
  if (isDecided && isOf(context.previous, reading, createdAt, context)) previous[verdict] += 1;
};

/** Durations of tickets whose own event, a reply or a resolution, lies in the range. */
const countDurations = (tally: SlaTally, { history, sla }: AssessedTicket, range: TimeRange): void => {
  const { first_response, resolution } = sla;
  const { repliedAt } = history;
  if (first_response.fulfilledBy === 'first_response' && repliedAt !== null && isWithin(repliedAt, range)) {
    addDuration(tally.first_response, first_response.elapsed);
  }
  if (resolution.fulfilledAt !== null && isWithin(resolution.fulfilledAt, range)) {
    addDuration(tally.resolution, resolution.elapsed);
  }
  const { firstResolvedAt } = history;
  if (firstResolvedAt === null || !isWithin(firstResolvedAt, range)) return;
  const isOnly = resolution.fulfilledAt === firstResolvedAt;
  addDuration(tally.first_resolution, isOnly ? resolution.elapsed : firstResolutionTime(history, resolution));
};

const trendOf = (before: Decided, now: Decided) =>
  proportionTrend([before.met, before.met + before.breached], [now.met, now.met + now.breached]).trend;

/** See {@link slaSummary}. */
export const slaPart: MetricPart<AssessedTicket, SlaContext, SlaTally, SlaSummary> = {
  start: () => ({
    counts: { first_response: noCounts(), resolution: noCounts() },
    previous: { first_response: noneDecided(), resolution: noneDecided() },
    first_response: emptyDurations(),
    resolution: emptyDurations(),
    first_resolution: emptyDurations(),
  }),
  add(tally, view, context) {
    const { first_response, resolution } = view.sla;
    const { createdAt } = view.history;
    countClock(tally.counts.first_response, tally.previous.first_response, first_response, createdAt, context);
    countClock(tally.counts.resolution, tally.previous.resolution, resolution, createdAt, context);
    countDurations(tally, view, context.range);
  },
  result({ counts, previous, ...samples }, { thresholds }) {
    const firstResponse = durationSummary(samples.first_response);
    const resolution = durationSummary(samples.resolution);
    const firstResolution = durationSummary(samples.first_resolution);
    return {
      first_response_met_pct: compliancePct(counts.first_response),
      resolution_met_pct: compliancePct(counts.resolution),
      avg_first_response_hours: firstResponse.avg_hours,
      avg_resolution_hours: resolution.avg_hours,
      median_first_response_hours: firstResponse.median_hours,
      median_resolution_hours: resolution.median_hours,
      p90_first_response_hours: firstResponse.p90_hours,
      p90_resolution_hours: resolution.p90_hours,
      avg_first_resolution_hours: firstResolution.avg_hours,
      median_first_resolution_hours: firstResolution.median_hours,
      p90_first_resolution_hours: firstResolution.p90_hours,
      duration_counts: {
        first_response: firstResponse.n,
        first_resolution: firstResolution.n,
        resolution: resolution.n,
      },
      first_response_trend: trendOf(previous.first_response, counts.first_response),
      resolution_trend: trendOf(previous.resolution, counts.resolution),
      counts: { first_response: counts.first_response, resolution: counts.resolution },
      target_pct: thresholds.sla_target_pct,
    };
  },
};

/**
 * How well the targets were kept in a period and how long replies and resolutions took.
 *
 * Compliance is 100 × met / (met + breached) over the verdicts decided in the period: an open overdue ticket is inside as
 * breached, a pending one is outside, and nothing decided is null, never 100. Durations are hours of the policy's calendar
 * over tickets answered or resolved in the period; percentiles are type 7, exact up to 100,000 durations and within 1 %
 * beyond. The first resolution is told apart from the last. Example: 8 met, 2 breached, 5 pending → 80 %.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a period that is none and for a calendar that is not valid
 */
export const slaSummary = (tickets: Iterable<TicketRecord>, options: ReportOptions): SlaSummary => {
  const context = reportContext(options);
  return measure(slaPart, assessTickets(tickets, context), context);
};
