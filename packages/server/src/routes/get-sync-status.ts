import type { syncStatusRoute } from '@cscx/support-core/api';
import { toConnectionStatus } from '../sync/connection-state.js';
import type { RouteHandler } from './route-handler.js';

export const getSyncStatus: RouteHandler<typeof syncStatusRoute> = async (_, { organization, data_as_of, now }) => {
  const keptAside = await organization.skippedRecords.counts();
  const connections = await organization.connections.list();
  return {
    connections: connections.map((connection) =>
      toConnectionStatus(connection, { now, kept_aside: keptAside.get(connection.connection_id) ?? 0 }),
    ),
    data_as_of,
  };
};
