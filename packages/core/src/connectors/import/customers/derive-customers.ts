import { type Customer, customerSchema } from '../../../model/customer.js';
import type { TicketDraft } from '../../../model/support-ticket.js';

/** Makes a customer of every company that tickets name, once each. */
export const createCustomerDeriver = (): ((ticket: TicketDraft) => Customer[]) => {
  const known = new Set<string>();
  return ({ company }) => {
    const customer_id = company?.external_id ?? null;
    if (customer_id === null || known.has(customer_id)) return [];
    known.add(customer_id);
    return [customerSchema.parse({ customer_id, name: company?.name ?? customer_id, csm_id: null })];
  };
};
