import type { ConnectorClock } from './clock.js';

/** What a response tells of the requests that are left. */
export interface RateReading {
  limit: number;
  remaining: number;
  /** Milliseconds since the epoch, where the vendor says when the count starts anew. */
  resets_at?: number | undefined;
}

/** The requests that we allow ourselves of a vendor's limit. */
export interface RateBudget {
  /** Waits until a request is within the budget. */
  take(signal?: AbortSignal): Promise<void>;
  /** Learns from a response what is left: others use the same account. */
  learn(reading: RateReading): void;
}

/** How a budget is cut. */
export interface RateBudgetOptions {
  clock: ConnectorClock;
  /** Requests that the vendor allows in a window; absent: only what the responses tell counts. */
  requests?: number;
  /** Length of the window in milliseconds. @default 60,000 */
  window_ms?: number;
  /** Share of the limit that stays for the vendor's own users and other integrations, 0 to 1. @default 0.2 */
  reserve?: number;
}

/**
 * Makes a budget: a sliding window over the vendor's stated limit, and a pause until the reset once the responses say
 * that only the reserve is left.
 *
 * @example
 * const exports = createRateBudget({ clock, requests: 10 }); // ten a minute, of which we use eight
 */
export const createRateBudget = ({
  clock,
  requests = Infinity,
  window_ms = 60_000,
  reserve = 0.2,
}: RateBudgetOptions): RateBudget => {
  const allowed = Math.max(1, Math.floor(requests * (1 - reserve)));
  const taken: number[] = [];
  let pausedUntil = 0;
  return {
    async take(signal) {
      for (;;) {
        const now = clock.now();
        while (taken[0] !== undefined && taken[0] <= now - window_ms) taken.shift();
        const slot = taken.length < allowed ? now : (taken[0] ?? now) + window_ms;
        const at = Math.max(slot, pausedUntil);
        if (at <= now) break;
        await clock.wait(at - now, signal);
      }
      if (Number.isFinite(allowed)) taken.push(clock.now());
    },
    learn({ limit, remaining, resets_at }) {
      if (!(limit > 0) || Number.isNaN(remaining) || remaining > limit * reserve) return;
      pausedUntil = Math.max(pausedUntil, resets_at ?? clock.now() + window_ms);
    },
  };
};
