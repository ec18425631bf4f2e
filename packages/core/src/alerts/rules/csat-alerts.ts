import { csatScores, csatSummary } from '../../csat/csat-summary.js';
import { DAY_MS, epochOf } from '../../time/instant.js';
import type { TimeRange } from '../../time/time-range.js';
import { about, type AlertContext, type AlertRule, NEWS_DAYS } from '../alert-context.js';

/** Days of satisfaction that alerts look at, and compare with as many before. */
const CSAT_DAYS = 30;

const daysBack = (now: number, from: number, to: number): TimeRange => ({
  from: now - from * DAY_MS + 1,
  to: now - to * DAY_MS + 1,
});

const records = ({ tickets }: AlertContext) => tickets.map(({ ticket }) => ticket);

const lowAverage: AlertRule = (context) => {
  const { now, thresholds, customer } = context;
  const scores = csatScores(records(context), daysBack(now, CSAT_DAYS, 0));
  const average = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (scores.length < thresholds.low_csat_min_responses || average >= thresholds.low_csat_below) {
    return [];
  }
  return [
    {
      ...about(context),
      type: 'low_csat',
      severity: average < thresholds.low_rating_at_most ? 'critical' : 'high',
      title: `Low satisfaction: ${average.toFixed(1)} of 5`,
      description: `${scores.length} ratings in ${CSAT_DAYS} days average ${average.toFixed(1)}, below ${thresholds.low_csat_below}.`,
      evidence: { avg_csat: average, csat_responses: scores.length, days: CSAT_DAYS },
      ticket_ids: [],
      dedupe_key: `low_csat:${customer.customer_id}`,
    },
  ];
};

const lowRating: AlertRule = (context) =>
  records(context).flatMap(({ ticket_id, csat_score, csat_responded_at, resolved_at }) => {
    const at = csat_responded_at ?? resolved_at;
    const isLow = typeof csat_score === 'number' && csat_score <= context.thresholds.low_rating_at_most;
    if (!isLow || !at || context.now - epochOf(at) > NEWS_DAYS * DAY_MS) return [];
    return [
      {
        ...about(context),
        type: 'low_csat' as const,
        severity: csat_score <= 1 ? ('high' as const) : ('medium' as const),
        title: `A ticket was rated ${csat_score} of 5`,
        description: 'A single low rating is worth a call while it is fresh.',
        evidence: { csat_score, csat_responded_at: at },
        ticket_ids: [ticket_id],
        dedupe_key: `low_csat:${ticket_id}`,
      },
    ];
  });

/** The average of 30 days is low, or somebody gave a 1 or 2 within the last week. */
export const lowCsat: AlertRule = (context) => [...lowAverage(context), ...lowRating(context)];

/** The average of 30 days fell by a fifth or more against the 30 days before. */
export const csatDecline: AlertRule = (context) => {
  const { now, thresholds, customer } = context;
  const before = daysBack(now, 2 * CSAT_DAYS, CSAT_DAYS);
  const { avg_csat, previous_avg_csat, csat_responses } = csatSummary(records(context), {
    range: daysBack(now, CSAT_DAYS, 0),
    previous: before,
  });
  const responsesBefore = csatScores(records(context), before).length;
  if (avg_csat === null || previous_avg_csat === null) return [];
  const fewest = Math.min(csat_responses, responsesBefore);
  const declinePct = (100 * (previous_avg_csat - avg_csat)) / previous_avg_csat;
  if (fewest < thresholds.csat_decline_min_responses || declinePct < thresholds.csat_decline_pct) {
    return [];
  }
  return [
    {
      ...about(context),
      type: 'csat_decline',
      severity: 'high',
      title: `Satisfaction fell by ${Math.round(declinePct)} %`,
      description: `From ${previous_avg_csat.toFixed(1)} to ${avg_csat.toFixed(1)} against the ${CSAT_DAYS} days before.`,
      evidence: { avg_csat, previous_avg_csat, decline_pct: declinePct, csat_responses },
      ticket_ids: [],
      dedupe_key: `csat_decline:${customer.customer_id}`,
    },
  ];
};
