import type { ConnectorClock } from '../../connectors/shared/clock.js';

/** A clock in which waiting takes no time: whoever waits moves it. */
export interface SimulatedClock extends ConnectorClock {
  /** Milliseconds that were waited so far. */
  waited(): number;
  advance(ms: number): void;
}

/**
 * Makes a clock that a connector and a simulated vendor share.
 *
 * @param start - milliseconds since the epoch
 */
export const createSimulatedClock = (start: number): SimulatedClock => {
  let now = start;
  let waited = 0;
  return {
    now: () => now,
    waited: () => waited,
    advance(ms) {
      now += ms;
    },
    async wait(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
      waited += ms;
    },
  };
};
