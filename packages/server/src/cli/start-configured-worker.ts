import { InvalidInputError, type Instant } from '@cscx/support-core';
import type { Logger } from '../logger.js';
import type { SupportStore } from '../store/support-store.js';
import type { ConnectionServices } from '../sync/open-connector.js';
import { startSyncWorker, type SyncWorker } from '../sync/start-sync-worker.js';
import type { WorkerOptions } from './worker-options.js';

/**
 * Starts what keeps connections and alerts up to date, unless other servers do.
 *
 * @throws InvalidInputError where there are connections whose credentials nobody can open
 */
export const startConfiguredWorker = async (
  { sync, syncInterval }: WorkerOptions,
  options: { store: SupportStore; services: ConnectionServices | undefined; now: () => Instant; logger: Logger },
): Promise<SyncWorker | undefined> => {
  if (!sync) return undefined;
  const { length } = options.services ? [] : await options.store.connectionsWithCredentials();
  if (length > 0) {
    const message = `expected the key that has sealed the credentials of ${length} connections, or --no-sync`;
    throw new InvalidInputError('CREDENTIALS_KEY', [{ path: '', message }]);
  }
  return startSyncWorker({ ...options, interval_minutes: syncInterval });
};
