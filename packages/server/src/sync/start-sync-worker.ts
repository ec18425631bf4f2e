import type { Instant } from '@cscx/support-core';
import { type ConnectorClock, systemClock } from '@cscx/support-core/connectors';
import { faultOf } from '../http/fault-of.js';
import type { Logger } from '../logger.js';
import type { SupportStore } from '../store/support-store.js';
import { createDeliveryDrain } from '../webhooks/drain-deliveries.js';
import { createSyncPool, type SyncPool } from './create-sync-pool.js';
import { evaluateDueAlerts } from './evaluate-due-alerts.js';
import { type ConnectionServices, openConnector } from './open-connector.js';
import type { TurnServices } from './run-turn.js';
import { pollDelay } from './schedule.js';
import { startLoop } from './start-loop.js';

/** What a worker is made of. */
export interface SyncWorkerOptions {
  /** Other processes may work on the same one. */
  store: SupportStore;
  /** How accounts are reached; without them no connection is read, and only alerts are evaluated. */
  services?: ConnectionServices | undefined;
  now: () => Instant;
  logger: Logger;
  /** The longest time between two syncs of a connection. @default 5 */
  interval_minutes?: number | undefined;
  /** How many connections this process reads at once. @default 16 */
  concurrency?: number | undefined;
  /** From 0 to 1, so that what began together does not stay together. @default Math.random */
  random?: (() => number) | undefined;
  /** How it waits. @default in real time */
  wait?: ConnectorClock['wait'] | undefined;
  /** Makes the connector of a connection, where a host brings its own. @default `createConnector` with the stored credentials */
  open?: TurnServices['open'] | undefined;
}

/** What keeps connections and alerts up to date. */
export interface SyncWorker {
  /** Looks for work now instead of within seconds. */
  wake(): void;
  /** Stops everything; what has been read is stored, and the connections are free for others. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;

/** What a webhook told in another process is seen within so long. */
const DELIVERIES_MS = 1500;

/** A burst comes together for so long: one transaction of many is cheaper than many of one. */
const BREATH_MS = 200;

/**
 * Reads every connection of every organization when it is due, and evaluates alerts every few minutes. Any number of
 * processes may do so on one PostgreSQL: each connection is read by one of them, and those of a process that ends are read
 * by the others within a minute.
 *
 * @example
 * const worker = startSyncWorker({
 *   store,
 *   services: { vault: createCredentialsVault([process.env.CREDENTIALS_KEY ?? '']) },
 *   now: () => new Date().toISOString(),
 *   logger,
 * });
 * process.once('SIGTERM', () => worker.stop());
 */
export const startSyncWorker = ({
  store,
  services,
  now,
  logger,
  interval_minutes = 5,
  concurrency = 16,
  random = Math.random,
  wait = (ms, signal) => systemClock.wait(ms, signal),
  open = services && ((organization, connection) => openConnector(organization, connection, services)),
}: SyncWorkerOptions): SyncWorker => {
  const pause = () => pollDelay(random);
  const onError = (error: unknown) => {
    logger.error(faultOf(error), 'looking for work failed');
  };
  const alerts = startLoop({
    work: (signal) => evaluateDueAlerts(store, { now, random, logger, signal }),
    pause,
    wait,
    onError,
  });
  if (!open) return alerts;

  const pool: SyncPool = createSyncPool({
    store,
    concurrency,
    open,
    now,
    random,
    wait,
    logger,
    interval_ms: interval_minutes * MINUTE_MS,
    onFree: () => syncs.wake(),
  });
  const syncs = startLoop({ work: () => pool.poll(), pause, wait, onError });
  const drain = createDeliveryDrain({ store, open, now, logger });
  const deliveries = startLoop({
    async work(signal) {
      await wait(BREATH_MS, signal);
      await drain.poll();
    },
    pause: () => DELIVERIES_MS,
    wait,
    onError,
  });
  return {
    wake() {
      syncs.wake();
      deliveries.wake();
    },
    async stop() {
      await Promise.all([syncs.stop(), deliveries.stop(), alerts.stop(), pool.stop(), drain.stop()]);
    },
  };
};
