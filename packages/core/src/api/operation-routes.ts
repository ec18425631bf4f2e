import { customersRoute } from './customers-route.js';
import { healthScoresRoute } from './health-scores-route.js';
import { linkTicketRoute } from './link-ticket-route.js';
import { startSyncRoute, syncStatusRoute } from './sync-route.js';
import { unmatchedRoute } from './unmatched-route.js';

/** What the host tells the server, and what its administrators look after; apart, so that pages do not load it. */
export const operationRoutes = [
  customersRoute,
  healthScoresRoute,
  unmatchedRoute,
  linkTicketRoute,
  syncStatusRoute,
  startSyncRoute,
] as const;
