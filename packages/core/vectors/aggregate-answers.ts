import type { Core, Values, Vector } from './vector-file.ts';
import { epochOf, type History, statusOf } from './vector-values.ts';
import { ticketOf, type VectorTicket } from './vector-ticket.ts';

type Count = readonly [k: number, n: number];
type Score = number | 'good' | 'bad' | null;
type Scale = Parameters<Core['normalizeCsat']>[1];

interface Scaled {
  scale?: Scale;
}

interface ProportionInput {
  previous: Count;
  current: Count;
  higher_is_better?: boolean;
  min_n?: number;
  min_delta_points?: number;
}

const pointsOf = (interval: readonly number[] | null) => interval && interval.map((share) => 100 * share);

const shareOf = (pct: number | null) => pct && pct / 100;

const normalized = (core: Core, score: Score, scale: Scale): number | null => {
  if (typeof score === 'string') return core.normalizeCsat(score === 'good' ? 1 : 0, 'binary');
  return core.normalizeCsat(score, scale);
};

const scoresOf = (core: Core, scores: readonly Score[], { scale }: Scaled) =>
  scores.map((score) => normalized(core, score, scale));

/** The scores of two months as tickets, since a trend is read from tickets alone. */
const csatTrend = (core: Core, input: { previous: readonly Score[]; current: readonly Score[] } & Scaled): Values => {
  const now = '2026-03-01T00:00:00Z';
  const answered = (at: string, scores: readonly Score[]) =>
    scoresOf(core, scores, input).map((csat_score) => ({
      ...ticketOf({ created_at: at, status: 'open' }, now),
      csat_score,
      csat_responded_at: at,
    }));
  const tickets = [
    ...answered('2026-01-15T00:00:00Z', input.previous),
    ...answered('2026-02-15T00:00:00Z', input.current),
  ];
  const summary = core.csatSummary(tickets, { period: '2026-02', now });
  const { avg_csat, previous_avg_csat, csat_responses, trend, trend_confidence } = summary;
  return {
    trend,
    confidence: trend_confidence,
    trend_confidence,
    responses: csat_responses,
    average: avg_csat,
    previous_average: previous_avg_csat,
    delta: avg_csat === null || previous_avg_csat === null ? null : avg_csat - previous_avg_csat,
  };
};

const aggregates = {
  compliance(core, { verdicts }: { verdicts: Parameters<Core['slaCompliance']>[0] }) {
    const { met_pct, not_applicable, ...counts } = core.slaCompliance(verdicts);
    return { ...counts, not_applicable, excluded: not_applicable, percent: met_pct };
  },
  csat(core, input: { scores: readonly Score[]; surveys_sent?: number | null } & Scaled) {
    const scores = scoresOf(core, input.scores, input);
    const summary = core.csatOfScores(scores, { surveysSent: input.surveys_sent ?? null });
    return {
      responses: summary.csat_responses,
      percent: summary.satisfied_pct,
      average: summary.avg_csat,
      response_rate: summary.csat_response_rate,
    };
  },
  csat_normalize(core, { score, scale, min, max }: { score: Score; min?: number; max?: number } & Scaled) {
    const value = normalized(core, score, scale ?? (min === undefined || max === undefined ? undefined : [min, max]));
    return { score: value, normalized: value, value };
  },
  /** Expected are values by the share that lies below them: `{ "0.5": 2.5 }`. */
  percentile(core, { values }: { values: readonly number[] }, expected) {
    const shares = Object.keys(expected).filter((share) => Number(share) >= 0 && Number(share) <= 1);
    return Object.fromEntries(shares.map((share) => [share, core.quantile(values, Number(share))]));
  },
  rate(core, { flags }: { flags: readonly (boolean | null)[] }) {
    const { n, pct } = core.knownShare(flags);
    return { n, percent: pct, rate: shareOf(pct) };
  },
  wilson: (core, { k, n }: { k: number; n: number }) => ({ ci: pointsOf(core.wilsonInterval(k, n)) }),
  newcombe(core, { previous, current }: { previous: Count; current: Count }) {
    const points = pointsOf(core.newcombeInterval(previous, current));
    return { ci: points, ci_points: points };
  },
  trend_proportion(core, input: ProportionInput) {
    const trend = core.proportionTrend(input.previous, input.current, {
      ...(input.higher_is_better !== undefined && { higherIsBetter: input.higher_is_better }),
      ...(input.min_n !== undefined && { minCases: input.min_n }),
      ...(input.min_delta_points !== undefined && { minPoints: input.min_delta_points }),
    });
    return { ...trend };
  },
  trend_duration: (core, { previous, current }: { previous: readonly number[]; current: readonly number[] }) => ({
    trend: core.durationTrend(previous, current),
  }),
  trend_csat: csatTrend,
  trend_mean: csatTrend,
  reopens: (core, { status_history }: { status_history: History }) => ({
    reopens: core.reopenCount(status_history.map(([at, word]) => [at, statusOf(word)])),
  }),
  status_minutes(core, input: { status_history: History; count_statuses: readonly string[]; until: string }) {
    const { status_history, count_statuses: statuses, until } = input;
    return { minutes: core.timeInStatuses(status_history, { statuses, until }) / 60_000 };
  },
  backlog: (core, { tickets, at }: { tickets: readonly VectorTicket[]; at: string }) => ({
    backlog: core.backlogAt(
      tickets.map((ticket) => ticketOf(ticket, at)),
      epochOf(at),
    ),
  }),
} satisfies Record<string, (core: Core, input: never, expected: Values) => Values>;

/** What the package answers to an aggregate. @throws Error for one that is not known here */
export const aggregateAnswers = (core: Core, { fn = '', input }: Vector, expected: Values): Values => {
  if (!Object.hasOwn(aggregates, fn)) throw new Error(`unknown fn ${fn}`);
  return aggregates[fn as keyof typeof aggregates](core, (input ?? {}) as never, expected);
};
