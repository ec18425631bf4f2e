import { ticketFactsSchema } from '../../model/support-ticket.js';

/** Says whether a text is an address that a ticket may link to: http or https only. */
export const isHttpUrl = (text: string): boolean => ticketFactsSchema.shape.external_url.safeParse(text).success;
