import { escalationsRaised } from '../escalations/escalation-summary.js';
import { csatScores } from '../csat/csat-summary.js';
import type { TrendData } from '../model/trend-data.js';
import type { AssessedTicket } from '../sla/assessed-ticket.js';
import { slaCompliance, slaCounts } from '../sla/sla-summary.js';
import { mean } from '../stats/describe.js';
import { instantOf } from '../time/instant.js';
import type { TimeRange } from '../time/time-range.js';
import { backlogAt, createdIn, resolvedIn } from '../volume/volume-summary.js';

/**
 * The trend of a set of tickets over buckets of time.
 *
 * @param asOf - the moment up to which things are known, milliseconds since the epoch
 */
export const trendBuckets = (
  tickets: readonly AssessedTicket[],
  buckets: readonly TimeRange[],
  asOf: number,
): TrendData[] => {
  const records = tickets.map(({ ticket }) => ticket);
  return buckets.map(({ from, to }) => {
    const range = { from, to: Math.min(to, asOf + 1) };
    const scores = csatScores(records, range);
    return {
      bucket_start: instantOf(from),
      bucket_end: instantOf(to),
      created: createdIn(tickets, range),
      resolved: resolvedIn(tickets, range),
      open_at_end: backlogAt(tickets, Math.min(to, asOf)),
      escalated: escalationsRaised(tickets, range),
      avg_csat: mean(scores),
      csat_responses: scores.length,
      first_response_met_pct: slaCompliance(slaCounts(tickets, 'first_response', range)),
      resolution_met_pct: slaCompliance(slaCounts(tickets, 'resolution', range)),
    };
  });
};
