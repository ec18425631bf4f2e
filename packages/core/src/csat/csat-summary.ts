import type { CsatResponse } from '../history/csat-responses.js';
import { standingResolution, type TicketWithHistory, withHistory } from '../history/ticket-history.js';
import { CSAT_SCALES, type CsatScale } from '../model/csat-scale.js';
import type { CsatSummary, CsatTrend } from '../model/csat-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { measure, type MetricPart } from '../report/metric-part.js';
import { reportContext, type ReportOptions } from '../report/report-options.js';
import { increment } from '../stats/counts.js';
import { percentage } from '../stats/describe.js';
import { addScore, type ScoreCounts, type ScoreMoments, scoreMoments, scoresOf } from '../stats/score-counts.js';
import { differsInMean } from '../stats/welch-t-test.js';
import { isWithin, type TimeRange } from '../time/time-range.js';

/** Responses needed on both sides before a trend is called one. */
const TREND_MIN_RESPONSES = 3;

/** How far the mean must move on the 1..5 scale to be a trend. */
const TREND_MIN_CHANGE = 0.2;

/** Keeps 0.2 a trend when it is the difference of two rounded binary fractions. */
const ROUNDING = 1e-9;

const SATISFIED_FROM = 4;

/** Which surveys a response rate is over: those known to be sent, or one for each resolved ticket. */
export type ResponseBasis = 'offered' | 'resolved';

/** What satisfaction is computed for. */
export interface CsatContext {
  range: TimeRange;
  previous: TimeRange;
  /** @default 'offered' */
  responseBasis?: ResponseBasis | undefined;
}

/** What satisfaction has counted. */
export type CsatTally = {
  scores: ScoreCounts;
  previous: ScoreCounts;
  /** Tickets that were asked in the period, on either basis, and those of them that answered. */
  offered: number;
  offered_answered: number;
  resolved: number;
  resolved_answered: number;
  scales: Record<string, number>;
};

/** A ticket's response in a stretch of time: its last there, since a ticket rated again counts once. */
export const responseIn = (responses: readonly CsatResponse[], range: TimeRange): CsatResponse | undefined => {
  for (let index = responses.length - 1; index >= 0; index -= 1) {
    const response = responses[index];
    if (response && response.at < range.to) return response.at >= range.from ? response : undefined;
  }
  return undefined;
};

/** An answer that came as an event shows that a survey was sent, even if the ticket as last read says that none was. */
const isOffered = ({ csat_offered }: TicketRecord, answer: CsatResponse | undefined): boolean =>
  csat_offered === true || (csat_offered === false && answer?.isEvent === true);

const countAsked = (
  tally: CsatTally,
  { ticket, history }: TicketWithHistory,
  answer: CsatResponse | undefined,
  range: TimeRange,
): void => {
  const resolvedAt = standingResolution(history);
  const isResolved = resolvedAt !== null && isWithin(resolvedAt, range);
  const isAsked = answer !== undefined || (history.csatResponses.length === 0 && isResolved);
  if (isAsked && isOffered(ticket, answer)) {
    tally.offered += 1;
    if (answer !== undefined) tally.offered_answered += 1;
  }
  if (isResolved) {
    tally.resolved += 1;
    if (history.csatResponses.length > 0) tally.resolved_answered += 1;
  }
};

const responseRate = (tally: CsatTally, basis: ResponseBasis): number | null => {
  const [asked, answered] =
    basis === 'offered' ? [tally.offered, tally.offered_answered] : [tally.resolved, tally.resolved_answered];
  return asked === 0 ? null : answered / asked;
};

const distributionOf = (counts: ScoreCounts): CsatSummary['distribution'] => {
  const distribution = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const [score, n] of scoresOf(counts)) distribution[Math.round(score) as 1 | 2 | 3 | 4 | 5] += n;
  return distribution;
};

/** How many of the scores are 4 or 5. */
export const satisfiedOf = (counts: ScoreCounts): number =>
  scoresOf(counts).reduce((sum, [score, n]) => (score >= SATISFIED_FROM ? sum + n : sum), 0);

const trendOf = (now: ScoreMoments, before: ScoreMoments): Pick<CsatSummary, 'trend' | 'trend_confidence'> => {
  if (Math.min(now.n, before.n) < TREND_MIN_RESPONSES)
    return { trend: 'stable', trend_confidence: 'insufficient_data' };
  const change = (now.mean ?? 0) - (before.mean ?? 0);
  const hasMoved = Math.abs(change) >= TREND_MIN_CHANGE - ROUNDING;
  const direction: CsatTrend = change > 0 ? 'improving' : 'declining';
  return {
    trend: hasMoved ? direction : 'stable',
    trend_confidence: differsInMean(now, before) ? 'high' : 'low',
  };
};

/** See {@link csatSummary}. */
export const csatPart: MetricPart<TicketWithHistory, CsatContext, CsatTally, CsatSummary> = {
  start: () => ({
    scores: {},
    previous: {},
    offered: 0,
    offered_answered: 0,
    resolved: 0,
    resolved_answered: 0,
    scales: {},
  }),
  add(tally, view, { range, previous }) {
    const { csatResponses } = view.history;
    const answer = responseIn(csatResponses, range);
    countAsked(tally, view, answer, range);
    if (answer) {
      addScore(tally.scores, answer.score);
      if (answer.scale) increment(tally.scales, answer.scale);
    }
    const before = responseIn(csatResponses, previous);
    if (before) addScore(tally.previous, before.score);
  },
  result(tally, { responseBasis = 'offered' }) {
    const now = scoreMoments(tally.scores);
    const before = scoreMoments(tally.previous);
    return {
      avg_csat: now.mean,
      csat_responses: now.n,
      csat_response_rate: responseRate(tally, responseBasis),
      satisfied_pct: percentage(satisfiedOf(tally.scores), now.n),
      distribution: distributionOf(tally.scores),
      ...trendOf(now, before),
      previous_avg_csat: before.mean,
      scales: (Object.keys(CSAT_SCALES) as CsatScale[]).filter((scale) => (tally.scales[scale] ?? 0) > 0),
    };
  },
};

/**
 * How satisfied a customer's people were in a period, on the 1..5 scale.
 *
 * The mean of all responses (a neutral 3 stays in), the share of 4 and 5, the distribution, and the move against the
 * previous period: a trend needs 3 responses on both sides and a move of 0.2; its confidence is high when Welch's 95 %
 * interval excludes 0. A ticket rated again counts once, with its latest score of the period. No responses are null, never
 * 0. Zendesk, Delighted, Simplesat and Chatwoot agree. Example: [5,4,4,3,5,4,3,2,4,5] → 3.9.
 *
 * @param tickets - of one customer or of many
 * @param options.response_basis - what the response rate is over: surveys known to be sent, null where the source does not
 *   tell; or, if asked for, one survey for each ticket resolved in the period. @default 'offered'
 * @throws InvalidInputError for a period that is none
 */
export const csatSummary = (
  tickets: Iterable<TicketRecord>,
  { response_basis, ...options }: ReportOptions & { response_basis?: ResponseBasis },
): CsatSummary => {
  const { asOf, range, previous } = reportContext(options);
  return measure(csatPart, withHistory(tickets, asOf), { range, previous, responseBasis: response_basis });
};
