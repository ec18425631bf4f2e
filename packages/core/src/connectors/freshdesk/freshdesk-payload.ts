import * as z from 'zod';

/** Numbers identify everything; recorded payloads of other tools have them as text. */
const id = z.union([z.int().positive(), z.string().regex(/^\d{1,16}$/, 'expected a number')]);

const optionalId = z.int().nullish().catch(null);
const text = z.string().nullish().catch(null);
/** Read with {@link isSet}. */
const flag = z.unknown().optional();
/** Read later, with a warning where it is none. */
const time = z.unknown().optional();

/** Says whether a flag is set; some accounts have seen booleans become numbers. */
export const isSet = (value: unknown): boolean => value === true || value === 1;

/** A ticket, with what `include=requester,stats,company` adds; a field of an unforeseen type counts as absent. */
export const freshdeskTicketSchema = z.object({
  id,
  subject: text,
  status: z.union([z.int(), z.string().regex(/^\d{1,9}$/, 'expected a number')], 'expected the number of a status'),
  priority: z.int().nullish().catch(null),
  source: z.int().nullish().catch(null),
  type: text,
  requester_id: optionalId,
  responder_id: optionalId,
  group_id: optionalId,
  company_id: optionalId,
  created_at: z.string(),
  updated_at: z.string(),
  due_by: time,
  fr_due_by: time,
  is_escalated: flag,
  fr_escalated: flag,
  nr_escalated: flag,
  spam: flag,
  deleted: flag,
  tags: z.array(z.string()).nullish().catch(null),
  custom_fields: z.record(z.string(), z.unknown()).nullish().catch(null),
  requester: z.object({ email: text }).nullish().catch(null),
  company: z.object({ id: optionalId, name: text }).nullish().catch(null),
  stats: z
    .object({
      first_responded_at: time,
      status_updated_at: time,
      reopened_at: time,
      resolved_at: time,
      closed_at: time,
    })
    .nullish()
    .catch(null),
});

/** See {@link freshdeskTicketSchema}. */
export type FreshdeskTicketPayload = z.infer<typeof freshdeskTicketSchema>;

/** The numbers in a ticket that stand for something else. */
export const ticketReferencesSchema = freshdeskTicketSchema.pick({
  requester_id: true,
  responder_id: true,
  group_id: true,
  company_id: true,
  company: true,
});

/** See {@link ticketReferencesSchema}. */
export type TicketReferences = z.infer<typeof ticketReferencesSchema>;

/** A row of a list that is walked by its last change: that is all the walk has to know. */
export const changedRowSchema = z.object({ id, updated_at: z.string() });

/** A ticket that lies among the deleted or the spam. */
export const removedTicketSchema = z.object({ id, updated_at: time });

/** An answer to a survey. */
export const freshdeskRatingSchema = z.object({
  id,
  ticket_id: id,
  feedback: text,
  ratings: z.record(z.string(), z.unknown()),
  created_at: z.string(),
});

/** See {@link freshdeskRatingSchema}. */
export type FreshdeskRatingPayload = z.infer<typeof freshdeskRatingSchema>;

/** An agent; the name stands in the contact of which the agent is made. */
export const freshdeskAgentSchema = z.object({
  id: z.int(),
  ticket_scope: z.int().nullish().catch(null),
  contact: z.object({ name: text }).nullish().catch(null),
});

/** See {@link freshdeskAgentSchema}. */
export type FreshdeskAgentPayload = z.infer<typeof freshdeskAgentSchema>;

/** A group of agents. */
export const freshdeskGroupSchema = z.object({ id: z.int(), name: text });

/** Somebody who asks. */
export const freshdeskContactSchema = z.object({ id: z.int(), company_id: optionalId });

/** A company, with the domains by which Freshdesk knows its people. */
export const freshdeskCompanySchema = z.object({
  id: z.int(),
  name: text,
  domains: z.array(z.string()).nullish().catch(null),
  custom_fields: z.record(z.string(), z.unknown()).nullish().catch(null),
});

/**
 * A field of the ticket form. The choices of a status are `{"2": ["Open", "Being Processed"]}`, those of a priority the
 * other way round: `{"Low": 1}`.
 */
export const freshdeskTicketFieldSchema = z.object({
  type: text,
  choices: z.record(z.string(), z.unknown()).nullish().catch(null),
});
