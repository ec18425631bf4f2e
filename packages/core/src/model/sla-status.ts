import * as z from 'zod';

/** Where one SLA metric of one ticket stands. */
export const SLA_STATUSES = ['met', 'breached', 'pending', 'at_risk', 'paused', 'not_applicable'] as const;

/** Schema of {@link SlaStatus}. */
export const slaStatusSchema = z.enum(SLA_STATUSES).meta({ id: 'SlaStatus' });

/**
 * `met` and `breached` are decided; `pending`, `at_risk` and `paused` still run;
 * `not_applicable` has no target.
 */
export type SlaStatus = z.infer<typeof slaStatusSchema>;

/** The two clocks of a ticket. */
export const SLA_METRICS = ['first_response', 'resolution'] as const;

/** Schema of {@link SlaMetric}. */
export const slaMetricSchema = z.enum(SLA_METRICS);

/** Which clock: until the first public human reply, or until the last resolution. */
export type SlaMetric = z.infer<typeof slaMetricSchema>;

/** Schema of {@link SlaSource}. */
export const slaSourceSchema = z.enum(['vendor', 'computed']).meta({ id: 'SlaSource' });

/** Whose verdict counts: the support system's own, when it gives one, else ours. */
export type SlaSource = z.infer<typeof slaSourceSchema>;
