import * as z from 'zod';
import { instantSchema } from './instant.js';

const count = z.number().int().min(0);
const pct = z.number().min(0).max(100).nullable();

/** Schema of {@link TrendData}. */
export const trendDataSchema = z
  .object({
    bucket_start: instantSchema,
    bucket_end: instantSchema,
    created: count,
    resolved: count,
    reopened: count,
    open_at_end: count,
    escalated: count,
    avg_csat: z.number().min(1).max(5).nullable(),
    csat_responses: count,
    first_response_met_pct: pct,
    resolution_met_pct: pct,
  })
  .meta({ id: 'TrendData' });

/** One bucket of a trend: a local ISO week, or a local day for periods below a month. */
export type TrendData = z.infer<typeof trendDataSchema>;
