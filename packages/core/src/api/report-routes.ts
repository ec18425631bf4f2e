import { alertActionRoute } from './alert-action-route.js';
import { alertsRoute } from './alerts-route.js';
import { customerMetricsRoute } from './customer-metrics-route.js';
import { customerTicketsRoute } from './customer-tickets-route.js';
import { portfolioRoute } from './portfolio-route.js';

/** What a page of the host shows and does; literal paths before those with parameters, so that they win. */
export const reportRoutes = [
  portfolioRoute,
  alertsRoute,
  alertActionRoute,
  customerTicketsRoute,
  customerMetricsRoute,
] as const;
