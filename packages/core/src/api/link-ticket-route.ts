import * as z from 'zod';
import { matchRuleSchema, unmatchedReasonSchema } from '../model/match.js';
import type { ApiRoute } from './api-route.js';

/** Links a ticket to a customer by hand, which wins over every rule; null takes the link back. */
export const linkTicketRoute = {
  operationId: 'linkTicket',
  method: 'POST',
  path: '/api/support/unmatched/{ticketId}',
  summary: 'Say whose a ticket is',
  scope: 'matching:write',
  params: z.object({ ticketId: z.string().min(1) }),
  query: z.strictObject({}),
  body: z.strictObject({ customer_id: z.string().min(1).nullable() }),
  response: z.object({
    ticket_id: z.string(),
    customer_id: z.string().nullable(),
    match_rule: matchRuleSchema.nullable(),
    unmatched_reason: unmatchedReasonSchema.nullable(),
  }),
} as const satisfies ApiRoute;
