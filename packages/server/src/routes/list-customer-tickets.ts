import { slaPolicyFor, toSupportTicket } from '@cscx/support-core';
import type { customerTicketsRoute } from '@cscx/support-core/api';
import { slaPoliciesOf } from '../store/organization-settings.js';
import { readTicketList } from './customer-ticket-list.js';
import { findCustomer } from './find-customer.js';
import type { RouteHandler } from './route-handler.js';

export const listCustomerTickets: RouteHandler<typeof customerTicketsRoute> = async (
  { customerId, cursor, limit, ...selection },
  { organization, settings, data_as_of, now },
) => {
  const customer = await findCustomer(organization, customerId);
  const page = await readTicketList({ organization, customer_id: customerId, selection }, { cursor, limit });
  const terms = { policy: slaPolicyFor(customer, slaPoliciesOf(settings)), now };
  return { ...page, tickets: page.tickets.map((ticket) => toSupportTicket(ticket, terms)), data_as_of };
};
