import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ConnectorClock } from '@cscx/support-core/connectors';
import type { SimulatedClock } from '@cscx/support-core/simulators';

type Waiter = 'worker' | 'connector' | 'road';

/** Time that passes when it is told to, for a worker and for the support systems that it reads. */
export interface MovingTime {
  instant: () => string;
  /** Of the support systems. */
  vendorClock: SimulatedClock;
  /** Of connectors, of a worker, and of what is on its way to a support system: it goes on once so much has passed. */
  waiting: (who: Waiter) => ConnectorClock;
  /** How many wait. */
  waits: (who: Waiter) => number;
  advance: (ms: number) => void;
}

export const createMovingTime = (start: number): MovingTime => {
  let present = start;
  const pending = new Set<{ who: string; until: number; resolve: () => void }>();
  const now = (): number => present;
  const advance = (ms: number): void => {
    present += ms;
    for (const { until, resolve } of pending) if (until <= present) resolve();
  };
  const waitAs =
    (who: string): ConnectorClock['wait'] =>
    (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const end = (): void => {
          pending.delete(wait);
          signal?.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          end();
          reject(signal?.reason as Error);
        };
        const wait = {
          who,
          until: present + ms,
          resolve() {
            end();
            resolve();
          },
        };
        pending.add(wait);
        signal?.addEventListener('abort', abort, { once: true });
      });
  return {
    instant: () => new Date(present).toISOString(),
    vendorClock: { now, advance, waited: () => 0, wait: waitAs('vendor') },
    waiting: (who) => ({ now, wait: waitAs(who) }),
    waits: (who) => [...pending].filter((wait) => wait.who === who).length,
    advance,
  };
};

/** How often it is looked before time goes on anyway: then what is still to be done is late. */
const PATIENCE = 2000;

/** Statements of one piece of work that may follow each other without a sign that somebody is at it. */
const QUIET = 3;

/** Lets everything happen that needs no more time to pass. */
export const settle = async (isIdle: () => boolean, barrier: () => Promise<unknown>): Promise<void> => {
  let quiet = 0;
  for (let round = 0; round < PATIENCE && quiet < QUIET; round += 1) {
    await nextTurn();
    // Statements run one after the other, in a thread of their own: what was asked before this has been answered.
    await barrier();
    quiet = isIdle() ? quiet + 1 : 0;
  }
};
