import * as z from 'zod';

const isId = (value: unknown): boolean =>
  typeof value === 'string' ? /^\d+$/.test(value) : Number.isSafeInteger(value) && Number(value) >= 0;

/** Numbers above 2^31 in the API, text in webhooks. One test: a union would try its members one by one on every record. */
const id = z.custom<number | string>(isId, { error: 'expected an id: a whole number or its digits' });
const text = z.string().nullish();

/** Minutes, or seconds, round the clock; null until it is known. */
const duration = z.object({ calendar: z.number().nullish() }).nullish();

const metricSetSchema = z.object({
  reopens: z.int().nonnegative().nullish(),
  solved_at: text,
  status_updated_at: text,
  reply_time_in_seconds: duration,
  reply_time_in_minutes: duration,
  first_resolution_time_in_minutes: duration,
});

/** The rating as a ticket carries it: an object, in some accounts only the word. */
const ticketRatingSchema = z.union([z.string(), z.object({ score: text, comment: text })]).nullish();

/** Schema of a ticket as exports and lists give it. */
export const zendeskTicketSchema = z.object({
  id,
  created_at: text,
  updated_at: text,
  generated_timestamp: z.number().nullish(),
  subject: text,
  status: z.string(),
  custom_status_id: id.nullish(),
  priority: text,
  type: text,
  tags: z.array(z.string()).nullish(),
  organization_id: id.nullish(),
  requester_id: id.nullish(),
  submitter_id: id.nullish(),
  assignee_id: id.nullish(),
  group_id: id.nullish(),
  brand_id: id.nullish(),
  via: z.object({ channel: z.unknown().optional(), source: z.object({ rel: text }).nullish() }).nullish(),
  /** `{id, value}` each; only those that a connection names are looked at. */
  custom_fields: z.array(z.unknown()).nullish(),
  satisfaction_rating: ticketRatingSchema,
  metric_set: metricSetSchema.nullish(),
});

/** See {@link zendeskTicketSchema}. */
export type ZendeskTicketPayload = z.infer<typeof zendeskTicketSchema>;

/** Schema of a side-loaded user. */
export const zendeskUserSchema = z.object({
  id,
  name: text,
  email: text,
  role: text,
  suspended: z.boolean().nullish(),
  organization_id: id.nullish(),
});

/** Schema of a side-loaded organization. */
export const zendeskOrganizationSchema = z.object({
  id,
  name: text,
  external_id: text,
  organization_fields: z.record(z.string(), z.unknown()).nullish(),
  deleted_at: text,
});

/** Schema of a side-loaded group. */
export const zendeskGroupSchema = z.object({ id, name: z.string() });

/** Schema of an entry of the custom statuses. */
export const zendeskCustomStatusSchema = z.object({
  id,
  agent_label: z.string().min(1),
  default: z.boolean().nullish(),
});

/** Schema of a ticket metric event. */
export const zendeskMetricEventSchema = z.object({
  id,
  ticket_id: id,
  metric: z.string(),
  instance_id: z.number(),
  type: z.string(),
  time: z.string(),
  deleted: z.boolean().nullish(),
  sla: z.object({ target: z.number().nullish(), target_in_seconds: z.number().nullish() }).nullish(),
});

/** See {@link zendeskMetricEventSchema}. */
export type ZendeskMetricEventPayload = z.infer<typeof zendeskMetricEventSchema>;

/** Schema of a satisfaction rating. */
export const zendeskRatingSchema = z.object({
  id,
  ticket_id: id,
  score: z.string(),
  comment: text,
  created_at: text,
  updated_at: text,
});

/** See {@link zendeskRatingSchema}. */
export type ZendeskRatingPayload = z.infer<typeof zendeskRatingSchema>;

const answerSchema = z.object({
  type: text,
  rating: z.number().nullish(),
  /** Of an open question. */
  value: z.unknown().optional(),
  created_at: text,
  updated_at: text,
});

/** Schema of a response to a CSAT survey. */
export const zendeskSurveyResponseSchema = z.object({
  id: z.string().min(1),
  answers: z.array(answerSchema).nullish(),
  subjects: z.array(z.object({ id: id.nullish(), zrn: text })).nullish(),
});

/** See {@link zendeskSurveyResponseSchema}. */
export type ZendeskSurveyResponsePayload = z.infer<typeof zendeskSurveyResponseSchema>;
