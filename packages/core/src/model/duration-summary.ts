import * as z from 'zod';

const hours = z.number().min(0).nullable();

/** Schema of {@link DurationSummary}. */
export const durationSummarySchema = z
  .object({
    n: z.number().int().min(0),
    avg_hours: hours,
    median_hours: hours,
    p90_hours: hours,
  })
  .meta({ id: 'DurationSummary' });

/** How long things took: how many were counted, mean, median and 90th percentile in hours; null without any. */
export type DurationSummary = z.infer<typeof durationSummarySchema>;
