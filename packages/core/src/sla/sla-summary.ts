import type { SlaMetric } from '../model/sla-status.js';
import type { SlaCounts, SlaSummary } from '../model/sla-summary.js';
import { mean, percentage, quantile } from '../stats/describe.js';
import { epochOf } from '../time/instant.js';
import { isWithin, type TimeRange } from '../time/time-range.js';
import type { AssessedTicket } from './assessed-ticket.js';

const IS_RUNNING = { pending: true, at_risk: true, paused: true } as const;

/**
 * How many tickets stand where on one metric. A verdict belongs to the period in which it was
 * decided: at the event if met, at the first overshoot if breached. Clocks that still run count as
 * pending, those at risk among them; tickets without a target belong to the period of creation.
 */
export const slaCounts = (tickets: readonly AssessedTicket[], metric: SlaMetric, range: TimeRange): SlaCounts => {
  const counts: SlaCounts = { met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 };
  for (const { sla, history } of tickets) {
    const { status, decided_at } = sla[metric];
    if (status in IS_RUNNING) counts.pending += 1;
    if (status === 'at_risk') counts.at_risk += 1;
    if (status === 'not_applicable' && isWithin(history.createdAt, range)) {
      counts.not_applicable += 1;
    }
    if ((status === 'met' || status === 'breached') && decided_at !== null) {
      if (isWithin(epochOf(decided_at), range)) counts[status] += 1;
    }
  }
  return counts;
};

/** Share of the decided verdicts that were kept, 0..100; null when nothing was decided. */
export const slaCompliance = ({ met, breached }: SlaCounts): number | null => percentage(met, met + breached);

/** Business hours to the event, for tickets whose own event (a reply, a resolution) lies in the range. */
const durations = (tickets: readonly AssessedTicket[], metric: SlaMetric, range: TimeRange): number[] =>
  tickets.flatMap(({ sla }) => {
    const { fulfilled_at, fulfilled_by, elapsed_hours } = sla[metric];
    const isOwn = fulfilled_at !== null && fulfilled_by === metric;
    return isOwn && isWithin(epochOf(fulfilled_at), range) ? [elapsed_hours] : [];
  });

/**
 * How well the targets were kept in a period and how long replies and resolutions took.
 *
 * Compliance is 100 × met / (met + breached) over the verdicts decided in the period: an open
 * overdue ticket is inside as breached, a pending one is outside, and nothing decided is null, never
 * 100. Durations are business hours over tickets answered or resolved in the period; percentiles
 * are type 7. Example: 8 met, 2 breached, 5 pending → 80 %.
 *
 * @param options.range - the period, milliseconds since the epoch
 * @param options.targetPct - the compliance aimed at, 0..100
 */
export const slaSummary = (
  tickets: readonly AssessedTicket[],
  { range, targetPct }: { range: TimeRange; targetPct: number },
): SlaSummary => {
  const firstResponse = slaCounts(tickets, 'first_response', range);
  const resolution = slaCounts(tickets, 'resolution', range);
  const replies = durations(tickets, 'first_response', range);
  const resolutions = durations(tickets, 'resolution', range);
  return {
    first_response_met_pct: slaCompliance(firstResponse),
    resolution_met_pct: slaCompliance(resolution),
    avg_first_response_hours: mean(replies),
    avg_resolution_hours: mean(resolutions),
    median_first_response_hours: quantile(replies, 0.5),
    median_resolution_hours: quantile(resolutions, 0.5),
    p90_first_response_hours: quantile(replies, 0.9),
    p90_resolution_hours: quantile(resolutions, 0.9),
    counts: { first_response: firstResponse, resolution },
    target_pct: targetPct,
  };
};
