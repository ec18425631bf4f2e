import { responseIn } from '../csat/csat-summary.js';
import type { TicketHistory } from '../history/ticket-history.js';
import type { TrendData } from '../model/trend-data.js';
import { bucketIndex } from '../report/bucket-index.js';
import type { MetricPart } from '../report/metric-part.js';
import type { ReportContext } from '../report/report-options.js';
import type { AssessedTicket } from '../sla/assessed-ticket.js';
import { compliancePct } from '../sla/compliance.js';
import type { SlaReading } from '../sla/sla-reading.js';
import { incrementAt, zeros } from '../stats/counts.js';
import { addScore, type ScoreCounts, scoreMoments } from '../stats/score-counts.js';

/** What is counted in each bucket. */
const CELLS = [
  'created',
  'resolved',
  'reopened',
  'escalated',
  'backlog_change',
  'first_response_met',
  'first_response_breached',
  'resolution_met',
  'resolution_breached',
] as const;

type Cell = (typeof CELLS)[number];

const CELL = Object.fromEntries(CELLS.map((cell, index) => [cell, index])) as Record<Cell, number>;

/** What trends have counted. */
export type TrendTally = {
  /** The cells of the first bucket, those of the second, …: side by side, since each ticket touches several. */
  cells: number[];
  /** The backlog before the first bucket. */
  backlog: number;
  /** Scores by the index of the bucket, where somebody answered. */
  scores: Record<string, ScoreCounts>;
};

type TrendContext = Pick<ReportContext, 'buckets'>;

const count = ({ cells }: TrendTally, index: number, cell: Cell, by = 1): void =>
  incrementAt(cells, index * CELLS.length + CELL[cell], by);

const countVerdict = (
  tally: TrendTally,
  { verdict, decidedAt }: SlaReading,
  cells: readonly [met: Cell, breached: Cell],
  { buckets }: TrendContext,
): void => {
  if (decidedAt === null) return;
  if (verdict === 'met' || verdict === 'breached') {
    count(tally, bucketIndex(buckets, decidedAt), verdict === 'met' ? cells[0] : cells[1]);
  }
};

/**
 * Counts what changes the backlog, under the bucket it lies in and under the one whose end first sees it: the backlog at
 * an end is that of this very moment, so that what happens right then belongs to the bucket that ends.
 */
const countFlow = (tally: TrendTally, cell: Cell, change: 1 | -1, at: number, { buckets }: TrendContext): void => {
  const index = bucketIndex(buckets, at);
  count(tally, index, cell);
  const seenAt = at === (buckets[index - 1]?.to ?? buckets[0]?.from) ? index - 1 : index;
  if (seenAt < 0) tally.backlog += change;
  else count(tally, seenAt, 'backlog_change', change);
};

const countScores = ({ scores }: TrendTally, { csatResponses }: TicketHistory, { buckets }: TrendContext): void => {
  for (const response of csatResponses) {
    const index = bucketIndex(buckets, response.at);
    const bucket = buckets[index];
    if (bucket && responseIn(csatResponses, bucket) === response) addScore((scores[index] ??= {}), response.score);
  }
};

const FIRST_RESPONSE = ['first_response_met', 'first_response_breached'] as const;
const RESOLUTION = ['resolution_met', 'resolution_breached'] as const;

/** The trend of a set of tickets over the context's buckets. */
export const trendPart: MetricPart<AssessedTicket, TrendContext, TrendTally, TrendData[]> = {
  start: ({ buckets }) => ({ cells: zeros(buckets.length * CELLS.length), backlog: 0, scores: {} }),
  add(tally, { history, sla }, context) {
    const { createdAt, resolutions, reopenings, escalations } = history;
    countFlow(tally, 'created', 1, createdAt, context);
    for (const at of resolutions) countFlow(tally, 'resolved', -1, at, context);
    for (const at of reopenings) countFlow(tally, 'reopened', 1, at, context);
    for (const { from } of escalations) count(tally, bucketIndex(context.buckets, from), 'escalated');
    countVerdict(tally, sla.first_response, FIRST_RESPONSE, context);
    countVerdict(tally, sla.resolution, RESOLUTION, context);
    countScores(tally, history, context);
  },
  result({ cells, backlog, scores }, { buckets }) {
    let open = backlog;
    return buckets.map(({ start, end }, index) => {
      const at = (cell: Cell): number => cells[index * CELLS.length + CELL[cell]] ?? 0;
      const { n, mean } = scoreMoments(scores[index] ?? {});
      open += at('backlog_change');
      return {
        bucket_start: start,
        bucket_end: end,
        created: at('created'),
        resolved: at('resolved'),
        reopened: at('reopened'),
        open_at_end: open,
        escalated: at('escalated'),
        avg_csat: mean,
        csat_responses: n,
        first_response_met_pct: compliancePct({
          met: at('first_response_met'),
          breached: at('first_response_breached'),
        }),
        resolution_met_pct: compliancePct({ met: at('resolution_met'), breached: at('resolution_breached') }),
      };
    });
  },
};
