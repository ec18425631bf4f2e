import * as z from 'zod';

/** Ids come as text or as numbers, by version; 0 and "0" are nobody. */
const idSchema = z.union([z.string().min(1), z.number()]);

const seconds = z.number().nullish();

const contactRefSchema = z.object({ id: idSchema });
const contactListSchema = z.object({ contacts: z.array(contactRefSchema).nullish() }).nullish();

/** A company, of a conversation from version 2.15 on, and of a contact. */
export const companySchema = z.object({
  id: idSchema.nullish(),
  company_id: z.string().nullish(),
  name: z.string().nullish(),
});

/** See {@link companySchema}. */
export type IntercomCompany = z.infer<typeof companySchema>;

const sourceSchema = z.object({
  type: z.string().nullish(),
  delivered_as: z.string().nullish(),
  subject: z.string().nullish(),
  body: z.string().nullish(),
  author: z.object({ type: z.string().nullish(), id: idSchema.nullish(), email: z.string().nullish() }).nullish(),
});

const tagListSchema = z.object({ tags: z.array(z.object({ name: z.string(), applied_at: seconds })).nullish() });

const linkedSchema = z.object({
  data: z.array(z.object({ type: z.string().nullish(), category: z.string().nullish() })).nullish(),
});

/** A conversation as lists, searches and single requests give it; versions 2.11 to 2.16. */
export const conversationSchema = z.object({
  id: idSchema,
  created_at: z.number(),
  updated_at: z.number(),
  state: z.string().nullish(),
  title: z.string().nullish(),
  priority: z.string().nullish(),
  admin_assignee_id: z.union([z.string(), z.number()]).nullish(),
  team_assignee_id: z.union([z.string(), z.number()]).nullish(),
  source: sourceSchema.nullish(),
  contacts: contactListSchema,
  company: companySchema.nullish(),
  tags: tagListSchema.nullish(),
  topics: z.object({ topics: z.array(z.object({ name: z.string().nullish() })).nullish() }).nullish(),
  sla_applied: z.object({ sla_status: z.string().nullish() }).nullish(),
  statistics: z
    .object({
      first_contact_reply_at: seconds,
      first_admin_reply_at: seconds,
      first_close_at: seconds,
      last_close_at: seconds,
      count_reopens: seconds,
    })
    .nullish(),
  conversation_rating: z
    .object({ rating: z.number().nullish(), remark: z.string().nullish(), updated_at: seconds })
    .nullish(),
  linked_objects: linkedSchema.nullish(),
  custom_attributes: z.unknown().optional(),
});

/** See {@link conversationSchema}. */
export type IntercomConversation = z.infer<typeof conversationSchema>;

const partSchema = z.object({
  id: idSchema,
  part_type: z.string().nullish(),
  created_at: z.number(),
  previous_ticket_state: z.string().nullish(),
  ticket_state: z.string().nullish(),
  author: z.object({ type: z.string().nullish() }).nullish(),
});

/** See {@link ticketSchema}. */
export type IntercomTicketPart = z.infer<typeof partSchema>;

/** A ticket; its state is a word up to version 2.11 and an object after that. */
export const ticketSchema = z.object({
  id: idSchema,
  ticket_id: z.union([z.string(), z.number()]).nullish(),
  created_at: z.number(),
  updated_at: z.number(),
  category: z.string().nullish(),
  open: z.boolean().nullish(),
  ticket_state: z
    .union([z.string(), z.object({ category: z.string().nullish(), internal_label: z.string().nullish() })])
    .nullish(),
  ticket_state_internal_label: z.string().nullish(),
  ticket_type: z.object({ name: z.string().nullish(), category: z.string().nullish() }).nullish(),
  ticket_attributes: z.unknown().optional(),
  admin_assignee_id: z.union([z.string(), z.number()]).nullish(),
  team_assignee_id: z.union([z.string(), z.number()]).nullish(),
  contacts: contactListSchema,
  linked_objects: linkedSchema.nullish(),
  ticket_parts: z.object({ ticket_parts: z.array(partSchema).nullish(), total_count: seconds }).nullish(),
});

/** See {@link ticketSchema}. */
export type IntercomTicket = z.infer<typeof ticketSchema>;

/** One entry of the list of deleted conversations. */
export const deletedSchema = z.object({ id: idSchema, deleted_at: z.number().nullish() });

/** A contact, of which only the address and the attributes are kept. */
export const contactSchema = z.object({
  email: z.string().nullish(),
  custom_attributes: z.unknown().optional(),
  companies: z.object({ data: z.array(z.unknown()).nullish() }).nullish(),
});

/** Full companies of a contact. */
export const companyListSchema = z.object({ data: z.array(companySchema) });

/** Teammates or teams: who stands behind an assignee's id. */
export const namedListSchema = z.array(z.object({ id: idSchema, name: z.string().nullish() }));

/** `GET /me`. */
export const meSchema = z.object({
  app: z.object({ id_code: z.string().nullish(), name: z.string().nullish(), region: z.string().nullish() }).nullish(),
});
