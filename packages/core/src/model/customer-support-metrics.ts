import * as z from 'zod';
import { csatSummarySchema } from './csat-summary.js';
import { durationSummarySchema } from './duration-summary.js';
import { instantSchema } from './instant.js';
import { periodRangeSchema } from './period-range.js';
import { slaSummarySchema } from './sla-summary.js';
import { TICKET_PRIORITIES } from './ticket-priority.js';

const count = z.number().int().min(0);
const byPriority = z.record(z.enum(TICKET_PRIORITIES), count);

/** Schema of {@link PeriodChange}. */
export const periodChangeSchema = z
  .object({
    previous: count,
    change: z.number().int(),
    change_pct: z.number().nullable().meta({ description: 'null where there was nothing before' }),
  })
  .meta({ id: 'PeriodChange' });

/** A count of the period against the previous one; while a period runs, against the same elapsed part. */
export type PeriodChange = z.infer<typeof periodChangeSchema>;

/** Schema of {@link AgeBucket}. */
export const ageBucketSchema = z
  .object({ min_days: count, max_days: count.nullable(), tickets: count })
  .meta({ id: 'AgeBucket', description: 'open for at least min_days and less than max_days' });

/** How many open tickets are of an age, in days of 24 hours since creation. */
export type AgeBucket = z.infer<typeof ageBucketSchema>;

/** Schema of {@link VolumeSummary}. */
export const volumeSummarySchema = z
  .object({
    total: count.meta({ description: 'created in the period' }),
    open: count.meta({ description: 'open or pending at the end of the period, or now' }),
    pending: count.meta({ description: 'of these, those that wait for the requester' }),
    resolved: count.meta({ description: 'resolved in the period' }),
    by_priority: byPriority,
    by_category: z.record(z.string(), count),
    previous_by_priority: byPriority.optional().meta({
      description: 'what changes.total.previous is made of, by the priority at its end',
    }),
    previous_by_category: z
      .record(z.string(), count)
      .optional()
      .meta({ description: 'what changes.total.previous is made of; absent from servers that do not tell it yet' }),
    open_by_priority: byPriority,
    reopened: count,
    backlog_change: z.number().int().meta({ description: 'created + reopened − resolved in the period' }),
    open_by_age: z.array(ageBucketSchema),
    changes: z.object({ total: periodChangeSchema, resolved: periodChangeSchema, reopened: periodChangeSchema }),
  })
  .meta({ id: 'VolumeSummary' });

/** Tickets of a period, and what is left open at its end. */
export type VolumeSummary = z.infer<typeof volumeSummarySchema>;

/** Schema of {@link EscalationSummary}. */
export const escalationSummarySchema = z
  .object({
    total: count.meta({ description: 'escalations raised in the period' }),
    open: count.meta({ description: 'not resolved at the end of the period, or now' }),
    rate: z.number().min(0).max(1).nullable(),
    by_reason: z.record(z.string(), count),
    by_level: z.record(z.string(), count),
    time_to_escalation: durationSummarySchema.meta({
      description: 'creation to escalation, of those raised in the period',
    }),
    time_to_resolution: durationSummarySchema.meta({
      description: 'escalation to its end, of those ended in the period',
    }),
  })
  .meta({ id: 'EscalationSummary' });

/** Escalations of a period; `rate` is the escalated share of the tickets created in it. */
export type EscalationSummary = z.infer<typeof escalationSummarySchema>;

/** Schema of {@link CustomerSupportMetrics}. */
export const customerSupportMetricsSchema = z
  .object({
    customer_id: z.string(),
    customer_name: z.string().optional(),
    period: z.string().meta({ description: 'as the request named it' }),
    period_range: periodRangeSchema,
    data_as_of: instantSchema.nullable(),
    tickets: volumeSummarySchema,
    sla: slaSummarySchema,
    satisfaction: csatSummarySchema,
    escalations: escalationSummarySchema,
  })
  .meta({ id: 'CustomerSupportMetrics' });

/** How support is going for one customer over one period. */
export type CustomerSupportMetrics = z.infer<typeof customerSupportMetricsSchema>;
