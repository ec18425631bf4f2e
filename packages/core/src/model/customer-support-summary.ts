import * as z from 'zod';

const count = z.number().int().min(0);
const pct = z.number().min(0).max(100).nullable();

/** Schema of {@link Severity}. */
export const severitySchema = z.enum(['low', 'medium', 'high', 'critical']).meta({ id: 'Severity' });

/** How soon a person should look. */
export type Severity = z.infer<typeof severitySchema>;

/** Numbers and names behind a statement, so that a host can word it anew. */
export const evidenceSchema = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));

/** Schema of {@link AttentionReason}. */
export const attentionReasonSchema = z
  .object({
    type: z.enum([
      'escalation_open',
      'ticket_spike',
      'sla_breached',
      'low_csat',
      'csat_declining',
      'open_tickets',
      'sla_at_risk',
    ]),
    severity: severitySchema,
    points: z.number().min(0).max(100).meta({ description: "this reason's part of the score" }),
    evidence: evidenceSchema,
    text: z.string().meta({ description: 'one English line' }),
  })
  .meta({ id: 'AttentionReason' });

/** One reason why a customer needs attention, as data and as a line of English. */
export type AttentionReason = z.infer<typeof attentionReasonSchema>;

/** Schema of {@link Attention}. */
export const attentionSchema = z
  .object({
    score: z.number().min(0).max(100),
    reasons: z.array(attentionReasonSchema).meta({ description: 'heaviest first' }),
  })
  .meta({ id: 'Attention' });

/** How much a customer needs attention, 0..100: the sum of its reasons' points. */
export type Attention = z.infer<typeof attentionSchema>;

/** Schema of {@link CustomerSupportSummary}. */
export const customerSupportSummarySchema = z
  .object({
    customer_id: z.string(),
    customer_name: z.string(),
    csm_id: z.string().nullable(),
    open_tickets: count,
    total_tickets: count,
    avg_csat: z.number().min(1).max(5).nullable(),
    csat_responses: count,
    escalations_open: count,
    first_response_met_pct: pct,
    resolution_met_pct: pct,
    volume_change_pct: z.number().nullable(),
    health_score: z.number().nullish(),
    arr: z.number().nullish(),
    renewal_date: z.iso.date().nullish(),
    attention: attentionSchema,
  })
  .meta({ id: 'CustomerSupportSummary' });

/** One customer's line in the portfolio. */
export type CustomerSupportSummary = z.infer<typeof customerSupportSummarySchema>;
