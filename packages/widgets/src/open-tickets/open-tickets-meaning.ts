import type { CustomerSupportMetrics } from '@cscx/support-core';
import type { Meaning } from '../parts/Explain.js';
import type { Words } from '../provider/words.js';
import type { TicketFilters } from './ticket-order.js';

/** Whose open tickets are counted, and how fresh they are. */
export type OpenTicketsAbout = Pick<CustomerSupportMetrics, 'customer_id' | 'data_as_of'>;

/**
 * What the count of open tickets means, and which tickets stand behind it.
 *
 * @param count - of all open tickets at hand, whichever are shown
 * @param filters - those that a host can follow go along; where words are looked for, nothing leads to what was found
 */
export function openTicketsMeaning(
  { customer_id, data_as_of: asOf }: OpenTicketsAbout,
  count: number,
  { text, status, priority }: TicketFilters,
  { format, messages: { customer, openTickets } }: Words,
): Meaning {
  return {
    definition: customer.meanings.openTickets,
    basis: openTickets.shown(count, format.count(count)),
    asOf,
    target:
      text.trim() === ''
        ? {
            type: 'tickets',
            customer_id,
            filter: {
              status: status === null ? ['open', 'pending'] : [status],
              ...(priority !== null && { priority: [priority] }),
            },
          }
        : undefined,
  };
}
