import type { CsatSummary } from '@cscx/support-core';
import { trendLooks } from '../metrics/trend-looks.js';
import type { About } from '../metrics/metrics-scope.js';
import type { Meaning } from '../parts/Explain.js';
import type { Stat } from '../parts/Stats.js';
import type { Words } from '../provider/words.js';

/** Satisfaction of a period in three numbers: its average, how many are satisfied, how many answered. */
export function csatStats(satisfaction: CsatSummary, about: About | undefined, words: Words): Stat[] {
  const { meanings, ratings } = words.messages.csat;
  const { csat_responses: n } = satisfaction;
  const basis = ratings(n, words.format.count(n));
  const meaning = (definition: string): { meaning?: Meaning } =>
    about ? { meaning: { ...about, definition, basis } } : {};
  return [
    { ...average(satisfaction, words), ...meaning(meanings.average) },
    { ...satisfied(satisfaction, words), ...meaning(meanings.satisfied) },
    { ...responseRate(satisfaction, words), ...meaning(meanings.responseRate) },
  ];
}

function average(satisfaction: CsatSummary, { format, messages }: Words): Stat {
  const { csat } = messages;
  const { avg_csat, csat_responses, trend, trend_confidence, previous_avg_csat } = satisfaction;
  const base = { id: 'csat-average', label: csat.periodAverage };
  if (avg_csat === null) return { ...base, value: messages.unknown, note: csat.noneInPeriod, tone: 'neutral' };

  const ratings = csat.ratings(csat_responses, format.count(csat_responses));
  const scored = { ...base, value: format.score(avg_csat), unit: csat.outOf };
  if (previous_avg_csat === null) return { ...scored, note: ratings, tone: 'neutral' };
  const previous = format.score(previous_avg_csat);
  return trend_confidence === 'insufficient_data'
    ? { ...scored, note: csat.fewFrom(ratings, previous), tone: 'neutral' }
    : { ...scored, note: csat.from(csat.trend[trend], previous, ratings), ...trendLooks[trend] };
}

function satisfied({ satisfied_pct }: CsatSummary, { format, messages }: Words): Stat {
  const { satisfied: label, satisfiedNote: note } = messages.csat;
  const value = satisfied_pct === null ? messages.unknown : format.percent(satisfied_pct);
  return { id: 'csat-satisfied', label, value, note, tone: 'neutral' };
}

function responseRate({ csat_response_rate: rate }: CsatSummary, { format, messages }: Words): Stat {
  const { responseRate: label, responseRateNote, responseRateUnknown } = messages.csat;
  const base = { id: 'csat-response-rate', label, tone: 'neutral' as const };
  return rate === null
    ? { ...base, value: messages.unknown, note: responseRateUnknown }
    : { ...base, value: format.percent(100 * rate), note: responseRateNote };
}
