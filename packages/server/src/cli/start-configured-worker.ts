import { InvalidArgumentError, Option, type Command } from 'commander';
import { InvalidInputError, type Instant } from '@cscx/support-core';
import type { Logger } from '../logger.js';
import type { SupportStore } from '../store/support-store.js';
import type { ConnectionServices } from '../sync/open-connector.js';
import { startSyncWorker, type SyncWorker } from '../sync/start-sync-worker.js';

/** How connections are kept up to date. */
export interface WorkerOptions {
  /** False: other processes do it. */
  sync: boolean;
  syncInterval: number;
}

const parseMinutes = (value: string): number => {
  const minutes = Number(value);
  if (minutes >= 0.1 && minutes <= 60) return minutes;
  throw new InvalidArgumentError('expected minutes from 0.1 to 60');
};

/** Adds the options of `serve` that say how. */
export const addWorkerOptions = (command: Command): void => {
  command
    .option('--no-sync', 'leave connections and alerts to other servers on the same PostgreSQL')
    .addOption(
      new Option('--sync-interval <minutes>', 'the longest time between two syncs of a connection')
        .env('SYNC_INTERVAL_MINUTES')
        .default(5)
        .argParser(parseMinutes),
    );
};

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
