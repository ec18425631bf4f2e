import * as z from 'zod';

/** The four states of a ticket; a vendor's own word is kept in `raw_status`. */
export const TICKET_STATUSES = ['open', 'pending', 'resolved', 'closed'] as const;

/** Schema of {@link TicketStatus}. */
export const ticketStatusSchema = z.enum(TICKET_STATUSES).meta({ id: 'TicketStatus' });

/** `pending` waits for the requester or a third party; `resolved` may still be reopened. */
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/**
 * Says whether work on a ticket is still due: open or pending.
 *
 * @example
 * isUnresolved('pending'); // true
 */
export const isUnresolved = (status: TicketStatus): boolean => status === 'open' || status === 'pending';
