import * as z from 'zod';
import { csatScaleSchema } from './csat-scale.js';
import { instantSchema } from './instant.js';
import { slaMetricSchema, slaSourceSchema, slaStatusSchema } from './sla-status.js';
import { sourceSystemSchema } from './source-system.js';
import type { TicketEvent } from './ticket-event.js';
import { ticketPrioritySchema } from './ticket-priority.js';
import { ticketStatusSchema } from './ticket-status.js';

const httpUrlSchema = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });

/** What a support system says of a ticket, in our words: everything but whose it is and how its SLA stands. */
export const ticketFactsSchema = z.object({
  ticket_id: z.string().min(1).meta({ description: '{source_system}:{instance}:{external_id}' }),
  subject: z.string(),
  category: z.string().min(1),
  priority: ticketPrioritySchema,
  raw_priority: z.string().nullish(),
  status: ticketStatusSchema,
  raw_status: z.string().nullish(),
  created_at: instantSchema,
  opened_by: z
    .enum(['requester', 'agent'])
    .nullish()
    .meta({ description: 'who wrote the opening message; absent: the requester, or unknown' }),
  first_response_at: instantSchema.nullish(),
  resolved_at: instantSchema.nullish().meta({ description: 'the last resolution' }),
  first_resolved_at: instantSchema.nullish(),
  closed_at: instantSchema.nullish(),
  csat_score: z.number().min(1).max(5).nullish(),
  csat_feedback: z.string().nullish(),
  csat_responded_at: instantSchema.nullish(),
  csat_scale: csatScaleSchema.nullish(),
  csat_offered: z.boolean().nullable().meta({ description: 'null: the system does not tell' }),
  is_escalated: z.boolean(),
  escalation_known: z
    .boolean()
    .optional()
    .meta({ description: 'false: the source does not tell, so the ticket is in no escalation rate. Default: true' }),
  escalation_reason: z.string().nullish(),
  escalation_level: z.number().int().nullish(),
  escalated_at: instantSchema.nullish(),
  escalation_status: z.enum(['open', 'resolved']).nullish(),
  reopened_count: z.number().int().min(0),
  source_system: sourceSystemSchema,
  external_id: z.string().min(1),
  external_number: z
    .string()
    .nullish()
    .meta({ description: 'what people call it in the support system, where that is not `external_id`' }),
  external_url: httpUrlSchema.nullish(),
  requester_email: z.email().nullish(),
  assignee: z.string().nullish(),
  tags: z.array(z.string()),
  source_updated_at: instantSchema,
});

/** See {@link ticketFactsSchema}. */
export type TicketFacts = z.infer<typeof ticketFactsSchema>;

/** Schema of {@link VendorVerdict}. */
export const vendorVerdictSchema = z.object({
  is_breached: z
    .boolean()
    .nullable()
    .meta({ description: 'null: the support system only says when it is due; the clock then decides' }),
  breached_at: instantSchema.nullish(),
  due_at: instantSchema.nullish(),
});

/** The support system's own word on one SLA metric. */
export type VendorVerdict = z.infer<typeof vendorVerdictSchema>;

/** The support system's own SLA verdicts, as far as it gives any. */
export const vendorSlaSchema = z.partialRecord(slaMetricSchema, vendorVerdictSchema);

/** Schema of {@link TicketDraft}. */
export const ticketDraftSchema = ticketFactsSchema.extend({
  vendor_sla: vendorSlaSchema.optional(),
  company: z
    .object({
      id: z.string().nullish().meta({ description: "the vendor's own company id" }),
      external_id: z.string().nullish().meta({ description: 'what the vendor knows as our id' }),
      name: z.string().nullish(),
      custom_field: z
        .string()
        .nullish()
        .meta({ description: 'the value of the field that a connection names for this' }),
    })
    .optional(),
});

/** What a connector makes of a vendor's record: facts, and the keys that tell whose ticket it is. */
export type TicketDraft = z.infer<typeof ticketDraftSchema>;

/**
 * A matched ticket as calculators read it: its facts, the support system's verdicts, and its
 * history where known. Without `events` the history is what the facts imply.
 */
export type TicketRecord = TicketFacts & {
  customer_id: string;
  vendor_sla?: z.infer<typeof vendorSlaSchema> | undefined;
  events?: TicketEvent[] | undefined;
};

/** Schema of {@link SupportTicket}. */
export const supportTicketSchema = ticketFactsSchema
  .extend({
    customer_id: z.string().min(1),
    sla_first_response_target: z.number().positive().nullable().meta({ description: 'hours' }),
    sla_resolution_target: z.number().positive().nullable().meta({ description: 'hours' }),
    sla_first_response_met: z.boolean(),
    sla_resolution_met: z.boolean(),
    sla_first_response_status: slaStatusSchema,
    sla_resolution_status: slaStatusSchema,
    sla_first_response_due_at: instantSchema.nullish(),
    sla_resolution_due_at: instantSchema.nullish(),
    sla_source: slaSourceSchema,
  })
  .meta({ id: 'SupportTicket' });

/** A customer's ticket with its SLA verdicts as of one moment: what the API answers and widgets draw. */
export type SupportTicket = z.infer<typeof supportTicketSchema>;
