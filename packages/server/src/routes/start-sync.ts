import { InvalidInputError } from '@cscx/support-core';
import type { startSyncRoute } from '@cscx/support-core/api';
import { NotFoundError } from '../errors/not-found-error.js';
import { toConnectionStatus } from '../sync/connection-state.js';
import type { RouteHandler } from './route-handler.js';

/** Whichever process looks for work next begins, within seconds; a paused connection is resumed. */
export const startSync: RouteHandler<typeof startSyncRoute> = async ({ connectionId }, { organization, now }) => {
  const { connections, skippedRecords } = organization;
  const connection = await connections.find(connectionId);
  if (!connection) throw new NotFoundError('expected the id of a connection');
  if (connection.credentials === null) {
    throw new InvalidInputError('sync', [
      {
        path: 'connectionId',
        message: 'expected a connection with credentials: give them with "cscx-support connect"',
      },
    ]);
  }
  await connections.schedule(connectionId, now, now);
  const kept_aside = (await skippedRecords.counts()).get(connectionId) ?? 0;
  return toConnectionStatus({ ...connection, next_sync_at: now }, { now, kept_aside });
};
