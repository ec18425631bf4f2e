import type { CsatSummary } from '../model/csat-summary.js';
import { normalizeCsat } from '../model/csat-scale.js';
import { percentage } from '../stats/describe.js';
import { addScore, type ScoreCounts, scoreMoments } from '../stats/score-counts.js';
import { satisfiedOf } from './csat-summary.js';

/**
 * Satisfaction of plain scores, for services that keep them without tickets.
 *
 * @param scores - 1..5; null, 0 and what is out of range are no response
 * @param options.surveysSent - how many were asked; null where unknown, and then the response rate is too
 * @example
 * csatOfScores([5, 4, 4, 3, 5, 4, 3, 2, 4, 5]).avg_csat; // 3.9
 */
export const csatOfScores = (
  scores: Iterable<number | null>,
  { surveysSent = null }: { surveysSent?: number | null } = {},
): Pick<CsatSummary, 'avg_csat' | 'csat_responses' | 'csat_response_rate' | 'satisfied_pct'> => {
  const counts: ScoreCounts = {};
  for (const given of scores) {
    const score = normalizeCsat(given);
    if (score !== null) addScore(counts, score);
  }
  const { n, mean } = scoreMoments(counts);
  return {
    avg_csat: mean,
    csat_responses: n,
    csat_response_rate: surveysSent ? n / surveysSent : null,
    satisfied_pct: percentage(satisfiedOf(counts), n),
  };
};
