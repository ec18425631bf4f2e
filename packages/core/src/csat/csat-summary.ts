import type { CsatSummary, CsatTrend } from '../model/csat-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { mean, percentage } from '../stats/describe.js';
import { differsInMean } from '../stats/welch-t-test.js';
import { epochOf } from '../time/instant.js';
import { isWithin, type TimeRange } from '../time/time-range.js';

/** Responses needed on both sides before a trend is called one. */
const TREND_MIN_RESPONSES = 3;

/** How far the mean must move on the 1..5 scale to be a trend. */
const TREND_MIN_CHANGE = 0.2;

/** Keeps 0.2 a trend when it is the difference of two rounded binary fractions. */
const ROUNDING = 1e-9;

const SATISFIED_FROM = 4;

/** When a ticket's response counts: when it was given, else when the ticket was resolved, else never. */
const responseTime = ({ csat_responded_at, resolved_at }: TicketRecord): number | null => {
  const at = csat_responded_at ?? resolved_at;
  return at ? epochOf(at) : null;
};

const isInPeriod = (ticket: TicketRecord, range: TimeRange): boolean => {
  const at = responseTime(ticket);
  return at !== null && isWithin(at, range);
};

/** The satisfaction scores given in a period, one a ticket: its latest. */
export const csatScores = (tickets: readonly TicketRecord[], range: TimeRange): number[] =>
  tickets.flatMap((ticket) =>
    typeof ticket.csat_score === 'number' && isInPeriod(ticket, range) ? [ticket.csat_score] : [],
  );

/** Responses per survey sent, 0..1; null where the support system does not tell what it sent. */
const responseRate = (tickets: readonly TicketRecord[], range: TimeRange): number | null => {
  const offered = tickets.filter((ticket) => ticket.csat_offered === true && isInPeriod(ticket, range));
  if (offered.length === 0) return null;
  return offered.filter(({ csat_score }) => typeof csat_score === 'number').length / offered.length;
};

const distributionOf = (scores: readonly number[]): CsatSummary['distribution'] => {
  const distribution = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const score of scores) distribution[Math.round(score) as 1 | 2 | 3 | 4 | 5] += 1;
  return distribution;
};

const trendOf = (
  scores: readonly number[],
  previous: readonly number[],
): Pick<CsatSummary, 'trend' | 'trend_confidence'> => {
  if (Math.min(scores.length, previous.length) < TREND_MIN_RESPONSES) {
    return { trend: 'stable', trend_confidence: 'insufficient_data' };
  }
  const change = (mean(scores) ?? 0) - (mean(previous) ?? 0);
  const hasMoved = Math.abs(change) >= TREND_MIN_CHANGE - ROUNDING;
  const direction: CsatTrend = change > 0 ? 'improving' : 'declining';
  return {
    trend: hasMoved ? direction : 'stable',
    trend_confidence: differsInMean(scores, previous) ? 'high' : 'low',
  };
};

/**
 * How satisfied a customer's people were in a period, on the 1..5 scale.
 *
 * The mean of all responses (a neutral 3 stays in), the share of 4 and 5, the distribution, and the
 * move against the previous period: a trend needs 3 responses on both sides and a move of 0.2; its
 * confidence is high when Welch's 95 % interval excludes 0. No responses are null, never 0. Zendesk,
 * Delighted, Simplesat and Chatwoot agree. Example: [5,4,4,3,5,4,3,2,4,5] → 3.9.
 *
 * @param options.range - the period, milliseconds since the epoch
 * @param options.previous - the period it is compared with
 */
export const csatSummary = (
  tickets: readonly TicketRecord[],
  { range, previous }: { range: TimeRange; previous: TimeRange },
): CsatSummary => {
  const scores = csatScores(tickets, range);
  const before = csatScores(tickets, previous);
  return {
    avg_csat: mean(scores),
    csat_responses: scores.length,
    csat_response_rate: responseRate(tickets, range),
    satisfied_pct: percentage(scores.filter((score) => score >= SATISFIED_FROM).length, scores.length),
    distribution: distributionOf(scores),
    ...trendOf(scores, before),
    previous_avg_csat: mean(before),
  };
};
