import {
  createCustomerAccumulator,
  type Customer,
  type CustomerReport,
  isOverBefore,
  type ReportOptions,
  reportWindowStart,
} from '@cscx/support-core';
import type { OrganizationStore } from '../store/organization-store.js';
import { assess } from './assess-ticket.js';
import { readReportTickets } from './read-report-tickets.js';

/** Reports on one customer of an organization, as if every ticket were read anew. */
export const customerReport = async (
  organization: OrganizationStore,
  customer: Customer,
  options: ReportOptions,
): Promise<CustomerReport> => {
  const report = createCustomerAccumulator({ ...options, customer, assess });
  const byCustomer = await readReportTickets(organization, [customer], options);
  const start = Date.parse(reportWindowStart(options));
  for (const ticket of byCustomer.get(customer.customer_id) ?? []) if (!isOverBefore(ticket, start)) report.add(ticket);
  return report.result();
};
