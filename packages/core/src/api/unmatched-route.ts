import * as z from 'zod';
import { unmatchedReasonSchema } from '../model/match.js';
import { sourceSystemSchema } from '../model/source-system.js';
import { supportTicketSchema } from '../model/support-ticket.js';
import type { ApiRoute } from './api-route.js';
import { dataAsOf, nextCursor, pageQuery } from './query-fields.js';

/** Schema of {@link UnmatchedTicket}. */
export const unmatchedTicketSchema = z
  .object({
    ...supportTicketSchema.pick({
      ticket_id: true,
      subject: true,
      status: true,
      priority: true,
      created_at: true,
      source_updated_at: true,
      source_system: true,
      external_id: true,
      external_url: true,
      requester_email: true,
    }).shape,
    company: z
      .object({
        id: z.string().nullish(),
        external_id: z.string().nullish(),
        name: z.string().nullish(),
        custom_field: z.string().nullish(),
      })
      .nullable()
      .meta({ description: 'what the support system tells of the company' }),
    reason: unmatchedReasonSchema,
  })
  .meta({ id: 'UnmatchedTicket' });

/** A ticket that nobody could match to a customer, with what it tells of whose it is. */
export type UnmatchedTicket = z.infer<typeof unmatchedTicketSchema>;

/** A page of the unmatched queue, newest tickets first. */
export const unmatchedRoute = {
  operationId: 'listUnmatchedTickets',
  method: 'GET',
  path: '/api/support/unmatched',
  summary: 'Tickets that could not be matched to a customer',
  scope: 'matching:write',
  params: z.object({}),
  query: z.strictObject({
    reason: unmatchedReasonSchema.optional(),
    source_system: sourceSystemSchema.optional(),
    ...pageQuery,
  }),
  response: z.object({
    tickets: z.array(unmatchedTicketSchema),
    next_cursor: nextCursor,
    by_reason: z
      .record(unmatchedReasonSchema, z.int().min(0))
      .meta({ description: 'tickets of the whole queue, filters apart' }),
    data_as_of: dataAsOf,
  }),
} as const satisfies ApiRoute;
