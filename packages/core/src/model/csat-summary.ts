import * as z from 'zod';
import { csatScaleSchema } from './csat-scale.js';

const count = z.number().int().min(0);

/** Schema of {@link CsatTrend}. */
export const csatTrendSchema = z.enum(['improving', 'stable', 'declining']);

/** Which way satisfaction moved against the previous period. */
export type CsatTrend = z.infer<typeof csatTrendSchema>;

/** Schema of {@link CsatSummary}. */
export const csatSummarySchema = z
  .object({
    avg_csat: z.number().min(1).max(5).nullable(),
    csat_responses: count,
    csat_response_rate: z.number().min(0).max(1).nullable(),
    satisfied_pct: z.number().min(0).max(100).nullable(),
    distribution: z.object({ 1: count, 2: count, 3: count, 4: count, 5: count }),
    trend: csatTrendSchema,
    trend_confidence: z.enum(['high', 'low', 'insufficient_data']),
    previous_avg_csat: z.number().min(1).max(5).nullable(),
    scales: z
      .array(csatScaleSchema)
      .meta({ description: 'on which scores were given; more than one: a mixed average' }),
  })
  .meta({ id: 'CsatSummary' });

/** Satisfaction of a period on the 1..5 scale, and how it moved. */
export type CsatSummary = z.infer<typeof csatSummarySchema>;
