import { alertActionRoute } from './alert-action-route.js';
import { alertsRoute } from './alerts-route.js';
import { customerMetricsRoute } from './customer-metrics-route.js';
import { customersRoute } from './customers-route.js';
import { customerTicketsRoute } from './customer-tickets-route.js';
import { healthScoresRoute } from './health-scores-route.js';
import { linkTicketRoute } from './link-ticket-route.js';
import { portfolioRoute } from './portfolio-route.js';
import { startSyncRoute, syncStatusRoute } from './sync-route.js';
import { unmatchedRoute } from './unmatched-route.js';

/** What a page of the host shows and does; literal paths before those with parameters, so that they win. */
export const reportRoutes = [
  portfolioRoute,
  alertsRoute,
  alertActionRoute,
  customerTicketsRoute,
  customerMetricsRoute,
] as const;

/** What the host tells the server, and what its administrators look after. */
export const operationRoutes = [
  customersRoute,
  healthScoresRoute,
  unmatchedRoute,
  linkTicketRoute,
  syncStatusRoute,
  startSyncRoute,
] as const;

/** Every route of the API. */
export const apiRoutes = [...reportRoutes, ...operationRoutes] as const;
