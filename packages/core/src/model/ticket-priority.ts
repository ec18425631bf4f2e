import * as z from 'zod';

/** Priorities from the least to the most urgent; the order is the sort order. */
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;

/** Schema of {@link TicketPriority}. */
export const ticketPrioritySchema = z.enum(TICKET_PRIORITIES).meta({ id: 'TicketPriority' });

/** How urgent a ticket is. A vendor's `none` or null becomes `medium`, with `raw_priority` kept. */
export type TicketPriority = z.infer<typeof ticketPrioritySchema>;
