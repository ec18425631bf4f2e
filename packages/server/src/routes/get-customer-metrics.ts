import { customerTrends, parsePeriod, reportWindowStart, summarizeCustomer, toSupportTicket } from '@cscx/support-core';
import type { customerMetricsRoute } from '@cscx/support-core/api';
import { readTicketList } from './customer-ticket-list.js';
import { findCustomer } from './find-customer.js';
import { ALERTS_SHOWN, type RouteHandler } from './route-handler.js';

/** The most tickets that come along; the tickets route has the rest. */
const TICKETS_SHOWN = 200;

export const getCustomerMetrics: RouteHandler<typeof customerMetricsRoute> = async (
  { customerId, ...query },
  { organization, settings, data_as_of, now },
) => {
  const customer = await findCustomer(organization, customerId);
  const { thresholds, sla_policy } = settings;
  const period = parsePeriod(query.period, { now, timezone: query.timezone ?? settings.timezone });
  const options = { period, now, thresholds, policy: customer.sla_policy ?? sla_policy, data_as_of };
  const byCustomer = await organization.tickets.byCustomer({
    customer_ids: [customerId],
    changed_since: reportWindowStart(options),
  });
  const tickets = byCustomer.get(customerId) ?? [];
  const { start, end } = period.range;
  const list = await readTicketList(
    { organization, customer_id: customerId, selection: { sort: 'default', within: { start, end } } },
    { limit: TICKETS_SHOWN },
  );
  return {
    customer: summarizeCustomer(customer, tickets, options),
    tickets: list.tickets.map((ticket) => toSupportTicket(ticket, options)),
    next_cursor: list.next_cursor,
    trends: customerTrends(customer, tickets, options),
    alerts: await organization.alerts.page({ customer_id: customerId, standing: true, limit: ALERTS_SHOWN }),
  };
};
