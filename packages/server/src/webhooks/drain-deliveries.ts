import type { ConnectionKey } from '../store/due-connections.js';
import { faultOf } from '../http/fault-of.js';
import type { SupportStore } from '../store/support-store.js';
import { drainQueue, type DrainServices } from './drain-queue.js';

/** What a drain works on. */
export interface DeliveryDrainOptions extends DrainServices {
  store: SupportStore;
  /** Connections at a time. @default 32 */
  concurrency?: number;
}

/** Applies webhook deliveries, the connections side by side. */
export interface DeliveryDrain {
  /**
   * Begins to apply what is due, as far as there is room; resolves when that is begun. To be called every second or two, and
   * at once when something came in.
   */
  poll(): Promise<void>;
  /** Resolves when nothing is being applied any more. */
  settled(): Promise<void>;
  /** Stops: what is being read from support systems is left for later. */
  stop(): Promise<void>;
}

/**
 * Makes a drain. Any number of processes may have one: a connection's deliveries are applied by one at a time, in the order
 * in which they came, and one slow connection keeps no other waiting.
 */
export const createDeliveryDrain = ({ store, concurrency = 32, ...services }: DeliveryDrainOptions): DeliveryDrain => {
  const { now, logger } = services;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const run = async ({ organization_id, connection_id }: ConnectionKey): Promise<void> => {
    try {
      await drainQueue(store.forOrganization(organization_id), connection_id, services, stopping.signal);
    } catch (error) {
      // The store does not answer: what was taken is due again by itself.
      logger.error({ organization_id, connection_id, ...faultOf(error) }, 'drain failed');
    }
  };

  const poll = async (): Promise<void> => {
    const room = concurrency - running.size;
    if (room <= 0 || stopping.signal.aborted) return;
    for (const key of await store.dueDeliveries(now(), room)) {
      const ended = run(key).finally(() => running.delete(ended));
      running.add(ended);
    }
  };

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    poll,
    settled,
    async stop() {
      stopping.abort();
      await settled();
    },
  };
};
