import type { startSyncRoute } from '@cscx/support-core/api';
import type { RouteHandler } from './route-handler.js';

export const startSync: RouteHandler<typeof startSyncRoute> = () => {
  throw new Error('not there yet');
};
