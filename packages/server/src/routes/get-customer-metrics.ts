import { slaPolicyFor, toSupportTicket } from '@cscx/support-core';
import type { customerMetricsRoute } from '@cscx/support-core/api';
import { customerReport } from '../reports/customer-report.js';
import { readTicketList } from './customer-ticket-list.js';
import { findCustomer } from './find-customer.js';
import { reportOptionsOf } from './report-options-of.js';
import { ALERTS_SHOWN, type RouteHandler } from './route-handler.js';

/** The most tickets that come along; the tickets route has the rest. */
const TICKETS_SHOWN = 200;

export const getCustomerMetrics: RouteHandler<typeof customerMetricsRoute> = async (
  { customerId, ...query },
  { organization, ...context },
) => {
  const customer = await findCustomer(organization, customerId);
  const options = reportOptionsOf(query, context);
  const { metrics, trends } = await customerReport(organization, customer, options);
  const { start, end } = metrics.period_range;
  const list = await readTicketList(
    { organization, customer_id: customerId, selection: { sort: 'default', within: { start, end } } },
    { limit: TICKETS_SHOWN },
  );
  const terms = { policy: slaPolicyFor(customer, options), now: context.now };
  return {
    customer: metrics,
    tickets: list.tickets.map((ticket) => toSupportTicket(ticket, terms)),
    next_cursor: list.next_cursor,
    trends,
    alerts: await organization.alerts.page({
      customer_id: customerId,
      standing: true,
      limit: ALERTS_SHOWN,
      now: context.now,
    }),
  };
};
