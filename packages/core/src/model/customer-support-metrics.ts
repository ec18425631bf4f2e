import * as z from 'zod';
import { csatSummarySchema } from './csat-summary.js';
import { instantSchema } from './instant.js';
import { periodRangeSchema } from './period-range.js';
import { slaSummarySchema } from './sla-summary.js';
import { TICKET_PRIORITIES } from './ticket-priority.js';

const count = z.number().int().min(0);
const byPriority = z.record(z.enum(TICKET_PRIORITIES), count);

/** Schema of {@link VolumeSummary}. */
export const volumeSummarySchema = z
  .object({
    total: count.meta({ description: 'created in the period' }),
    open: count.meta({ description: 'open or pending at the end of the period, or now' }),
    pending: count.meta({ description: 'of these, those that wait for the requester' }),
    resolved: count.meta({ description: 'resolved in the period' }),
    by_priority: byPriority,
    by_category: z.record(z.string(), count),
    open_by_priority: byPriority,
    reopened: count,
    backlog_change: z.number().int().meta({ description: 'open now less open at the start' }),
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
