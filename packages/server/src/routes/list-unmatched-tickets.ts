import type { unmatchedRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const listUnmatchedTickets: RouteHandler<typeof unmatchedRoute> = () => {
  throw new Error('not there yet');
};
