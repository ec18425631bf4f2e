import type { linkTicketRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const linkTicket: RouteHandler<typeof linkTicketRoute> = () => {
  throw new Error('not there yet');
};
