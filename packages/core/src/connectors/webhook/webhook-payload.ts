import * as z from 'zod';
import { slaStatusSchema } from '../../model/sla-status.js';
import { momentOfText } from '../shared/moments.js';

/** Fits into an index of any database. */
const idSchema = z.string().trim().min(1).max(255);

const momentSchema = z.string().transform((text, context) => {
  const moment = momentOfText(text);
  if (moment !== null) return moment;
  context.addIssue({ code: 'custom', message: 'expected an ISO-8601 instant with Z or an offset' });
  return z.NEVER;
});

const wordSchema = z.string().nullish();

/** Every delivery: what it is, when it happened, and of what. */
export const envelopeSchema = z.object({
  /** Of the `stripe` scheme, whose headers have none. */
  id: z.unknown().optional(),
  type: z.string().min(1),
  timestamp: momentSchema,
  version: z.literal(1).optional(),
  data: z.unknown(),
});

/** A delivery before its data are read. */
export type Envelope = z.infer<typeof envelopeSchema>;

const slaSchema = z.object({
  status: slaStatusSchema.nullish(),
  firstResponseStatus: slaStatusSchema.nullish(),
  firstResponseDueAt: momentSchema.nullish(),
  resolutionStatus: slaStatusSchema.nullish(),
  resolutionDueAt: momentSchema.nullish(),
});

/** `sla` of a ticket. */
export type SlaPayload = z.infer<typeof slaSchema>;

/** `data` of `ticket.upserted`: an absent key keeps what is known, null clears it. Unknown keys are passed over. */
export const ticketPayloadSchema = z.object({
  id: idSchema,
  updatedAt: momentSchema.optional(),
  deleted: z.boolean().nullish(),
  number: wordSchema,
  subject: wordSchema,
  status: z.string().optional(),
  priority: wordSchema,
  type: wordSchema,
  channel: wordSchema,
  createdAt: momentSchema.optional(),
  firstResponseAt: momentSchema.nullish(),
  resolvedAt: momentSchema.nullish(),
  closedAt: momentSchema.nullish(),
  customer: z.object({ id: wordSchema, externalId: wordSchema, name: wordSchema }).nullish(),
  requester: z.object({ email: wordSchema }).nullish(),
  assignee: z.object({ name: wordSchema }).nullish(),
  tags: z.array(z.string()).nullish(),
  escalated: z.boolean().nullish(),
  escalatedAt: momentSchema.nullish(),
  sla: slaSchema.nullish(),
  url: wordSchema,
  custom: z.record(z.string(), z.unknown()).nullish(),
});

/** A ticket as it is sent. */
export type TicketPayload = z.infer<typeof ticketPayloadSchema>;

/** `data` of `csat.received`. */
export const csatPayloadSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  score: z.number(),
  scale: z.object({ min: z.number(), max: z.number() }).refine(({ min, max }) => min < max, 'expected min below max'),
  comment: wordSchema,
  respondedAt: momentSchema.optional(),
});

/** The answer to a survey as it is sent. */
export type CsatPayload = z.infer<typeof csatPayloadSchema>;

/** `data` of `customer.upserted`: an absent key keeps what is known, null clears it. */
export const customerPayloadSchema = z.object({
  id: idSchema,
  name: z.string().min(1).optional(),
  domains: z.array(z.string()).nullish(),
  contacts: z.array(z.email()).nullish(),
  externalIds: z.record(z.string(), z.union([z.string(), z.array(z.string())]).nullable()).nullish(),
  csmId: wordSchema,
  csmName: wordSchema,
  tier: wordSchema,
  arr: z.number().min(0).nullish(),
  renewalDate: z.iso.date().nullish(),
  churnedAt: momentSchema.nullish(),
});

/** A customer as it is sent. */
export type CustomerPayload = z.infer<typeof customerPayloadSchema>;

/** `data` of `health.updated`. */
export const healthPayloadSchema = z.object({
  customerId: idSchema,
  score: z.number().min(0).max(100),
  measuredAt: momentSchema.optional(),
});
