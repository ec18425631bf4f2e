import * as z from 'zod';
import { instantSchema } from './instant.js';
import { sourceSystemSchema } from './source-system.js';
import { ticketFactsSchema, type TicketRecord, vendorSlaSchema } from './support-ticket.js';
import { ticketEventSchema } from './ticket-event.js';
import { ticketPrioritySchema } from './ticket-priority.js';

/** What is absent or null is given a value: exports of databases write null. */
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) =>
  schema.nullish().transform((given) => given ?? value);

const recordSchema = ticketFactsSchema.extend({
  customer_id: z.string().min(1),
  subject: withDefault(z.string(), ''),
  category: withDefault(z.string().min(1), 'uncategorized'),
  priority: withDefault(ticketPrioritySchema, 'medium'),
  csat_offered: withDefault(z.boolean().nullable(), null),
  is_escalated: z.boolean().nullish(),
  reopened_count: withDefault(z.number().int().min(0), 0),
  source_system: withDefault(sourceSystemSchema, 'import'),
  tags: withDefault(z.array(z.string()), []),
  external_id: z.string().min(1).nullish(),
  source_updated_at: instantSchema.nullish(),
  vendor_sla: vendorSlaSchema.optional(),
  events: z.array(ticketEventSchema).optional(),
});

/** The last moment that a ticket's facts tell of. */
const lastMoment = (ticket: z.infer<typeof recordSchema>): string => {
  const { created_at, first_response_at, resolved_at, closed_at, csat_responded_at, escalated_at } = ticket;
  return [created_at, first_response_at, resolved_at, closed_at, csat_responded_at, escalated_at].reduce<string>(
    (last, at) => (at && Date.parse(at) > Date.parse(last) ? at : last),
    created_at,
  );
};

/**
 * Schema of {@link TicketRecord}, for tickets that come from elsewhere: what calculators can do without has a default, and
 * a ticket that does not say whether it was escalated is in no escalation rate. Needed are `ticket_id`, `customer_id`,
 * `status` and `created_at`.
 */
export const ticketRecordSchema = recordSchema.transform((given): TicketRecord => {
  const { is_escalated, external_id, source_updated_at, ...ticket } = given;
  return {
    ...ticket,
    ...(is_escalated == null && { escalation_known: false }),
    is_escalated: is_escalated ?? false,
    external_id: external_id ?? ticket.ticket_id,
    source_updated_at: source_updated_at ?? lastMoment(given),
  };
});
