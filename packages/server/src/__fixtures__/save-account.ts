import type { Customer, TicketRecord } from '@cscx/support-core';
import { buildCustomer } from '@cscx/support-core/testing';
import type { MatchedTicket } from '../store/save-tickets.js';
import type { SupportStore } from '../store/support-store.js';

/** A ticket as ingest hands it to the store. */
export const matched = ({ customer_id, events: _events, ...draft }: TicketRecord): MatchedTicket => ({
  draft,
  match: { customer_id, rule: 'company_external_id' },
});

/** Puts a customer and its tickets, history included, into an organization that need not exist before. */
export const saveAccount = async (
  store: SupportStore,
  organizationId: string,
  { customer = buildCustomer(), tickets = [] }: { customer?: Customer; tickets?: readonly TicketRecord[] },
): Promise<void> => {
  const organization = store.forOrganization(organizationId);
  await organization.ensure();
  await organization.customers.save([customer]);
  const { customer_id } = customer;
  await organization.tickets.save({
    tickets: tickets.map((ticket) => matched({ ...ticket, customer_id })),
    events: tickets.flatMap(({ events = [] }) => events),
  });
};
