import type { alertActionRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const actOnAlert: RouteHandler<typeof alertActionRoute> = () => {
  throw new Error('not there yet');
};
