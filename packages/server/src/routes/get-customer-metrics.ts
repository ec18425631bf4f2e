import { createCustomerAccumulator, reportWindowStart, slaPolicyFor, toSupportTicket } from '@cscx/support-core';
import type { customerMetricsRoute } from '@cscx/support-core/api';
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
  const report = createCustomerAccumulator({ ...options, customer });
  const byCustomer = await organization.tickets.byCustomer({
    customer_ids: [customerId],
    changed_since: reportWindowStart(options),
  });
  for (const ticket of byCustomer.get(customerId) ?? []) report.add(ticket);
  const { metrics, trends } = report.result();
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
    alerts: await organization.alerts.page({ customer_id: customerId, standing: true, limit: ALERTS_SHOWN }),
  };
};
