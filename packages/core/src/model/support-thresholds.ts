import * as z from 'zod';

/** Schema of {@link SupportThresholds}; every field has the default of the public contract. */
export const supportThresholdsSchema = z
  .object({
    sla_target_pct: z.number().min(0).max(100).default(90),
    csat_target: z.number().min(1).max(5).default(4.5),
    low_csat_below: z.number().min(1).max(5).default(3.5),
    low_csat_min_responses: z.number().int().min(1).default(3),
    low_rating_at_most: z.number().min(1).max(5).default(2),
    csat_decline_pct: z.number().gt(0).max(100).default(20),
    csat_decline_min_responses: z.number().int().min(1).default(3),
    spike_factor: z.number().gt(1).default(3),
    spike_min_tickets: z.number().int().min(1).default(3),
  })
  .meta({ id: 'SupportThresholds' });

/** When a number is worth a person's attention. */
export type SupportThresholds = z.infer<typeof supportThresholdsSchema>;

/** The defaults: SLA 90 %, CSAT target 4.5, low below 3.5, decline 20 %, spike at 3 × the usual week. */
export const DEFAULT_THRESHOLDS: SupportThresholds = supportThresholdsSchema.parse({});
