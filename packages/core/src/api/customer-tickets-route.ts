import * as z from 'zod';
import { supportTicketSchema } from '../model/support-ticket.js';
import { ticketPrioritySchema } from '../model/ticket-priority.js';
import { ticketStatusSchema } from '../model/ticket-status.js';
import type { ApiRoute } from './api-route.js';
import { dataAsOf, nextCursor, pageQuery } from './query-fields.js';

/** Orders of a list of tickets; a leading `-` is descending, `default` is open first, oldest first. */
export const TICKET_SORTS = ['default', 'created_at', '-created_at', 'priority', '-priority'] as const;

/** A page of one customer's tickets, filtered. */
export const customerTicketsRoute = {
  operationId: 'listCustomerTickets',
  method: 'GET',
  path: '/api/reports/support-metrics/{customerId}/tickets',
  summary: 'Tickets of one customer, page by page',
  scope: 'reports:read',
  params: z.object({ customerId: z.string().min(1) }),
  query: z.strictObject({
    status: ticketStatusSchema.optional(),
    priority: ticketPrioritySchema.optional(),
    category: z.string().min(1).optional(),
    q: z.string().min(1).max(200).optional().meta({ description: 'words in subject or id' }),
    sort: z.enum(TICKET_SORTS).default('default'),
    ...pageQuery,
  }),
  response: z.object({ tickets: z.array(supportTicketSchema), next_cursor: nextCursor, data_as_of: dataAsOf }),
} as const satisfies ApiRoute;
