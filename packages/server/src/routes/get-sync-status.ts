import type { syncStatusRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const getSyncStatus: RouteHandler<typeof syncStatusRoute> = () => {
  throw new Error('not there yet');
};
