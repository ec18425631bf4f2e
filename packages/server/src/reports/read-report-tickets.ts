import { type Customer, type ReportOptions, reportWindowStart } from '@cscx/support-core';
import type { OrganizationStore } from '../store/organization-store.js';
import type { CustomerTickets } from '../store/organization-tickets.js';

/** The tickets that a report is made of, by customer; within a transaction as it sees them. */
export const readReportTickets = async (
  { memory, tickets }: OrganizationStore,
  customers: readonly Customer[],
  options: ReportOptions,
): Promise<ReadonlyMap<string, CustomerTickets>> => {
  const wanted = {
    customer_ids: customers.map(({ customer_id }) => customer_id),
    changed_since: reportWindowStart(options),
  };
  return memory ? (await memory.read(wanted)).byCustomer : tickets.byCustomer(wanted);
};
