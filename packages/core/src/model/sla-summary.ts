import * as z from 'zod';

const count = z.number().int().min(0);
const hours = z.number().min(0).nullable();
const pct = z.number().min(0).max(100).nullable();

/** Schema of {@link SlaCounts}. */
export const slaCountsSchema = z
  .object({
    met: count,
    breached: count,
    pending: count.meta({ description: 'not decided yet, those at risk included' }),
    at_risk: count,
    not_applicable: count,
  })
  .meta({ id: 'SlaCounts' });

/** How many tickets stand where on one SLA metric; `at_risk` is a part of `pending`. */
export type SlaCounts = z.infer<typeof slaCountsSchema>;

const n = z.object({ first_response: count, first_resolution: count, resolution: count });

/** Schema of {@link ComplianceTrend}. */
export const complianceTrendSchema = z.enum(['improving', 'stable', 'declining', 'insufficient_data']);

/** Which way compliance moved against the previous period; it takes 30 verdicts on both sides. */
export type ComplianceTrend = z.infer<typeof complianceTrendSchema>;

/** Schema of {@link SlaSummary}. */
export const slaSummarySchema = z
  .object({
    first_response_met_pct: pct,
    resolution_met_pct: pct,
    avg_first_response_hours: hours,
    avg_resolution_hours: hours,
    median_first_response_hours: hours,
    median_resolution_hours: hours,
    p90_first_response_hours: hours,
    p90_resolution_hours: hours,
    avg_first_resolution_hours: hours,
    median_first_resolution_hours: hours,
    p90_first_resolution_hours: hours,
    duration_counts: n.meta({ description: 'how many durations each mean is over' }),
    first_response_trend: complianceTrendSchema,
    resolution_trend: complianceTrendSchema,
    counts: z.object({ first_response: slaCountsSchema, resolution: slaCountsSchema }),
    target_pct: z.number().min(0).max(100),
  })
  .meta({ id: 'SlaSummary' });

/** How well the targets of a period were kept, and how long things took. */
export type SlaSummary = z.infer<typeof slaSummarySchema>;
