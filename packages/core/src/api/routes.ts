import { alertsRoute } from './alerts-route.js';
import { customerMetricsRoute } from './customer-metrics-route.js';
import { customerTicketsRoute } from './customer-tickets-route.js';
import { portfolioRoute } from './portfolio-route.js';

/** Every route of the API; literal paths before those with parameters, so that they win. */
export const apiRoutes = [portfolioRoute, alertsRoute, customerTicketsRoute, customerMetricsRoute] as const;
