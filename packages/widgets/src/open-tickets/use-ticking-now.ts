import { useSyncExternalStore } from 'react';
import { useSupport } from '../provider/support-context.js';

interface Clock {
  subscribe: (onTick: () => void) => () => void;
  now: () => number;
}

/** One timer for all who look at it; it stands still when nobody does. */
function createClock(interval: number): Clock {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = (): void => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    subscribe: (onTick) => {
      listeners.add(onTick);
      if (timer === undefined) {
        now = Date.now();
        timer = setInterval(tick, interval);
      }
      return () => {
        listeners.delete(onTick);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const clocks = { minute: createClock(60_000), second: createClock(1000) };

/** Now in epoch milliseconds, as of the current minute or second; every caller sees the same. */
export function useTickingNow(grain: 'minute' | 'second'): number {
  const { fixedNow } = useSupport();
  const { subscribe, now } = clocks[grain];
  const ticking = useSyncExternalStore(fixedNow === undefined ? subscribe : neverTicks, now, now);
  return fixedNow ?? ticking;
}

const neverTicks = (): (() => void) => () => undefined;
