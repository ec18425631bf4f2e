import * as z from 'zod';

const thresholds = {
  sla_target_pct: z.number().min(0).max(100),
  csat_target: z.number().min(1).max(5),
  low_csat_below: z.number().min(1).max(5),
  low_csat_min_responses: z.number().int().min(1),
  low_rating_at_most: z.number().min(1).max(5),
  csat_decline_pct: z.number().gt(0).max(100),
  csat_decline_min_responses: z.number().int().min(1),
  spike_factor: z.number().gt(1),
  spike_min_tickets: z.number().int().min(1),
};

/** Schema of {@link SupportThresholds}; every field has the default of the public contract. */
export const supportThresholdsSchema = z
  .object({
    sla_target_pct: thresholds.sla_target_pct.default(90),
    csat_target: thresholds.csat_target.default(4.5),
    low_csat_below: thresholds.low_csat_below.default(3.5),
    low_csat_min_responses: thresholds.low_csat_min_responses.default(3),
    low_rating_at_most: thresholds.low_rating_at_most.default(2),
    csat_decline_pct: thresholds.csat_decline_pct.default(20),
    csat_decline_min_responses: thresholds.csat_decline_min_responses.default(3),
    spike_factor: thresholds.spike_factor.default(3),
    spike_min_tickets: thresholds.spike_min_tickets.default(3),
  })
  .meta({ id: 'SupportThresholds' });

/** When a number is worth a person's attention. */
export type SupportThresholds = z.infer<typeof supportThresholdsSchema>;

/** Schema of the thresholds that a customer has of its own: those absent are the organization's. */
export const customerThresholdsSchema = z.object(thresholds).partial();

/** The defaults: SLA 90 %, CSAT target 4.5, low below 3.5, decline 20 %, spike at 3 × the usual week. */
export const DEFAULT_THRESHOLDS: SupportThresholds = supportThresholdsSchema.parse({});

/**
 * The thresholds that hold for a customer: its own where it has some, else the organization's.
 *
 * @example
 * thresholdsFor({ thresholds: { csat_target: 4.8 } }, DEFAULT_THRESHOLDS).csat_target; // 4.8
 */
export const thresholdsFor = (
  customer: { thresholds?: z.infer<typeof customerThresholdsSchema> | null | undefined },
  organization: SupportThresholds,
): SupportThresholds => {
  if (!customer.thresholds) return organization;
  const own = Object.entries(customer.thresholds).filter(([, value]) => value !== undefined);
  return { ...organization, ...Object.fromEntries(own) };
};
