import type { ApiResponse, reportRoutes } from '@cscx/support-core/api';
import type { Call } from './call.js';

type RouteOf<Id extends string> = Extract<(typeof reportRoutes)[number], { operationId: Id }>;

/** What the portfolio answers. */
export type Portfolio = ApiResponse<RouteOf<'getPortfolio'>>;

/** What a customer's metrics answer. */
export type CustomerMetrics = ApiResponse<RouteOf<'getCustomerMetrics'>>;

/** A page of a customer's tickets. */
export type TicketPage = ApiResponse<RouteOf<'listCustomerTickets'>>;

/** A page of alerts. */
export type AlertPage = ApiResponse<RouteOf<'listAlerts'>>;

/**
 * The support API as functions. Each one takes the fields of its route, `{ signal }` to end it early, and answers data
 * that has been checked against the route's schema. It rejects with a `SupportClientError` only.
 */
export interface SupportClient {
  /**
   * All customers, or those of one CSM: totals, a page of customers (those that need attention most come first) and the
   * alerts that stand.
   *
   * @example
   * const { summary, customers } = await client.getPortfolio({ csm_id: 'dana', period: 'this_month' });
   */
  getPortfolio: Call<RouteOf<'getPortfolio'>>;

  /**
   * One customer: metrics of the period, up to 200 tickets (all open ones first), 12 weeks of trends at least, alerts.
   *
   * @example
   * const { customer, tickets } = await client.getCustomerMetrics({ customerId: 'acme' });
   */
  getCustomerMetrics: Call<RouteOf<'getCustomerMetrics'>>;

  /**
   * A customer's tickets page by page.
   *
   * @example
   * const page = await client.listCustomerTickets({ customerId: 'acme', status: 'open', limit: 100 });
   * const next = page.next_cursor && (await client.listCustomerTickets({ customerId: 'acme', cursor: page.next_cursor }));
   */
  listCustomerTickets: Call<RouteOf<'listCustomerTickets'>>;

  /**
   * Alerts page by page, newest first.
   *
   * @example
   * const { alerts } = await client.listAlerts({ status: 'open', severity: 'critical' }, { signal });
   */
  listAlerts: Call<RouteOf<'listAlerts'>>;

  /**
   * Acknowledges, snoozes, resolves or reopens an alert, and answers it as it is then.
   *
   * @example
   * await client.actOnAlert({ alertId, action: 'snooze', until: '2026-12-01T08:00:00Z' });
   */
  actOnAlert: Call<RouteOf<'actOnAlert'>>;
}
