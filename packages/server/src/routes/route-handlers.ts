import type { apiRoutes } from '@cscx/support-core/api';
import { actOnAlert } from './act-on-alert.js';
import { getCustomerMetrics } from './get-customer-metrics.js';
import { getPortfolio } from './get-portfolio.js';
import { getSyncStatus } from './get-sync-status.js';
import { linkTicket } from './link-ticket.js';
import { listAlerts } from './list-alerts.js';
import { listCustomerTickets } from './list-customer-tickets.js';
import { listUnmatchedTickets } from './list-unmatched-tickets.js';
import { postHealthScores } from './post-health-scores.js';
import { putCustomers } from './put-customers.js';
import type { RouteHandler } from './route-handler.js';
import { startSync } from './start-sync.js';

type Route = (typeof apiRoutes)[number];

/** One handler for each route of the contract; a missing or surplus one does not compile. */
export const routeHandlers: { [Each in Route as Each['operationId']]: RouteHandler<Each> } = {
  getPortfolio,
  listAlerts,
  actOnAlert,
  listCustomerTickets,
  getCustomerMetrics,
  putCustomers,
  postHealthScores,
  listUnmatchedTickets,
  linkTicket,
  getSyncStatus,
  startSync,
};
