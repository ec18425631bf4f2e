import { csatPart, responseIn } from '../../csat/csat-summary.js';
import { measure } from '../../report/metric-part.js';
import { DAY_MS, instantOf } from '../../time/instant.js';
import type { CsatSummary } from '../../model/csat-summary.js';
import type { TimeRange } from '../../time/time-range.js';
import { about, type AlertContext, type AlertRule, NEWS_DAYS } from '../alert-context.js';

/** Days of satisfaction that alerts look at, and compare with as many before. */
const CSAT_DAYS = 30;

const daysBack = (now: number, from: number, to: number): TimeRange => ({
  from: now - from * DAY_MS + 1,
  to: now - to * DAY_MS + 1,
});

/** Satisfaction of the last 30 days beside that of the 30 days before. */
const satisfaction = ({ tickets, now }: AlertContext): CsatSummary =>
  measure(csatPart, tickets, { range: daysBack(now, CSAT_DAYS, 0), previous: daysBack(now, 2 * CSAT_DAYS, CSAT_DAYS) });

const lowAverage: AlertRule = (context) => {
  const { thresholds, customer } = context;
  const { avg_csat: average, csat_responses } = satisfaction(context);
  if (average === null || csat_responses < thresholds.low_csat_min_responses || average >= thresholds.low_csat_below) {
    return [];
  }
  return [
    {
      ...about(context),
      type: 'low_csat',
      severity: average < thresholds.low_rating_at_most ? 'critical' : 'high',
      title: `Low satisfaction: ${average.toFixed(1)} of 5`,
      description: `${csat_responses} ratings in ${CSAT_DAYS} days average ${average.toFixed(1)}, below ${thresholds.low_csat_below}.`,
      evidence: { avg_csat: average, csat_responses, days: CSAT_DAYS, low_csat_below: thresholds.low_csat_below },
      ticket_ids: [],
      dedupe_key: `low_csat:${customer.customer_id}`,
    },
  ];
};

const lowRating: AlertRule = (context) =>
  context.tickets.flatMap(({ ticket: { ticket_id }, history }) => {
    const response = history.csatResponses.at(-1);
    const isLow = response !== undefined && response.score <= context.thresholds.low_rating_at_most;
    if (!isLow || context.now - response.at > NEWS_DAYS * DAY_MS) return [];
    const { score: csat_score, at } = response;
    return [
      {
        ...about(context),
        type: 'low_csat' as const,
        severity: csat_score <= 1 ? ('high' as const) : ('medium' as const),
        title: `A ticket was rated ${csat_score} of 5`,
        description: 'A single low rating is worth a call while it is fresh.',
        evidence: { csat_score, csat_responded_at: instantOf(at) },
        ticket_ids: [ticket_id],
        dedupe_key: `low_csat:${ticket_id}`,
      },
    ];
  });

/** The average of 30 days is low, or somebody gave a 1 or 2 within the last week. */
export const lowCsat: AlertRule = (context) => [...lowAverage(context), ...lowRating(context)];

/** The average of 30 days fell by a fifth or more against the 30 days before. */
export const csatDecline: AlertRule = (context) => {
  const { tickets, now, thresholds, customer } = context;
  const { avg_csat, previous_avg_csat, csat_responses } = satisfaction(context);
  if (avg_csat === null || previous_avg_csat === null) return [];
  const before = daysBack(now, 2 * CSAT_DAYS, CSAT_DAYS);
  const responsesBefore = tickets.filter(({ history }) => responseIn(history.csatResponses, before)).length;
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
      title: `Satisfaction fell by ${Math.round(declinePct)}%`,
      description: `From ${previous_avg_csat.toFixed(1)} to ${avg_csat.toFixed(1)} against the ${CSAT_DAYS} days before.`,
      evidence: { avg_csat, previous_avg_csat, decline_pct: declinePct, csat_responses },
      ticket_ids: [],
      dedupe_key: `csat_decline:${customer.customer_id}`,
    },
  ];
};
