import type { apiRoutes } from '@cscx/support-core/api';
import { getCustomerMetrics } from './get-customer-metrics.js';
import { getPortfolio } from './get-portfolio.js';
import { listAlerts } from './list-alerts.js';
import { listCustomerTickets } from './list-customer-tickets.js';
import type { RouteHandler } from './route-handler.js';

type Route = (typeof apiRoutes)[number];

/** One handler for each route of the contract; a missing or surplus one does not compile. */
export const routeHandlers: { [Each in Route as Each['operationId']]: RouteHandler<Each> } = {
  getPortfolio,
  listAlerts,
  listCustomerTickets,
  getCustomerMetrics,
};
