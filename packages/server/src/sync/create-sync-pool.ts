import { faultOf } from '../http/fault-of.js';
import type { SupportStore } from '../store/support-store.js';
import { runTurn, type TurnServices } from './run-turn.js';
import { TURN_MS } from './schedule.js';

/** What a pool works on. */
export interface SyncPoolOptions extends TurnServices {
  store: SupportStore;
  /** How many connections are read at once. */
  concurrency: number;
  /** Told when a place became free while others were waiting for one. */
  onFree?: () => void;
}

/** Reads connections that are due, several at once. */
export interface SyncPool {
  /** Begins to read those that are due, as far as there is room; resolves when they have been claimed or left. */
  poll(): Promise<void>;
  /** Resolves when nothing is being read any more. */
  settled(): Promise<void>;
  /** Stops what is being read: what has come in is stored, the rest is left for the next turn. */
  stop(): Promise<void>;
}

/** A place that a silent support system holds is given to another one, but not without end. */
const SILENT_FACTOR = 4;
/** Other processes look at the same list at the same time. */
const CANDIDATES_FACTOR = 4;

export const createSyncPool = ({ store, concurrency, onFree, ...services }: SyncPoolOptions): SyncPool => {
  const { now, logger } = services;
  const stopping = new AbortController();
  /** What is being read, and when it was last heard of. */
  const running = new Map<Promise<void>, { heard_at: number }>();
  let isShort = false;

  const freePlaces = (): number => {
    const silentSince = Date.parse(now()) - TURN_MS;
    const busy = [...running.values()].filter(({ heard_at }) => heard_at > silentSince).length;
    return Math.min(concurrency - busy, SILENT_FACTOR * concurrency - running.size);
  };

  /** @returns whether the connection was still to be had, as soon as that is known */
  const begin = (organization_id: string, connection_id: string): Promise<boolean> =>
    new Promise((resolve) => {
      const heard = { heard_at: Date.parse(now()) };
      const turn = async (): Promise<void> => {
        try {
          const result = await runTurn(store.forOrganization(organization_id), connection_id, services, {
            isDue: true,
            turn_ms: TURN_MS,
            signal: stopping.signal,
            onClaimed: () => resolve(true),
            onProgress: () => (heard.heard_at = Date.parse(now())),
          });
          resolve(result.kind !== 'taken');
        } catch (error) {
          // The store does not answer: the lease runs out, and somebody tries again.
          logger.error({ organization_id, connection_id, ...faultOf(error) }, 'sync ended without a result');
          resolve(false);
        }
      };
      const ended = turn().finally(() => {
        running.delete(ended);
        if (isShort) onFree?.();
      });
      running.set(ended, heard);
    });

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.keys());
  };

  return {
    async poll() {
      const free = freePlaces();
      isShort = free <= 0;
      if (free <= 0 || stopping.signal.aborted) return;
      const candidates = await store.dueConnections(now(), CANDIDATES_FACTOR * concurrency);
      let taken = 0;
      for (const { organization_id, connection_id } of candidates) {
        isShort = taken >= free;
        if (isShort || stopping.signal.aborted) return;
        if (await begin(organization_id, connection_id)) taken += 1;
      }
    },
    settled,
    async stop() {
      stopping.abort();
      await settled();
    },
  };
};
