import type { TicketRecord } from '@cscx/support-core';
import type { SupportStore } from '@cscx/support-server';

const BEGINNING = '1970-01-01T00:00:00Z';

/** All tickets of an organization's customers, history included, by id. */
export const storedTickets = async (store: SupportStore, organizationId: string): Promise<TicketRecord[]> => {
  const { customers, tickets } = store.forOrganization(organizationId);
  const customer_ids = (await customers.list()).map(({ customer_id }) => customer_id);
  const byCustomer = await tickets.byCustomer({ customer_ids, changed_since: BEGINNING });
  return [...byCustomer.values()].flat().toSorted((a, b) => (a.ticket_id < b.ticket_id ? -1 : 1));
};
