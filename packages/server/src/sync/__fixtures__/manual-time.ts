import type { Instant } from '@cscx/support-core';
import type { ConnectorClock } from '@cscx/support-core/connectors';

/** Time that passes when a test says so. */
export interface ManualTime {
  now: () => Instant;
  wait: ConnectorClock['wait'];
  /** Lets time pass: whoever has waited long enough goes on. */
  advance(ms: number): void;
  /** How many are waiting. */
  waiting(): number;
}

export const createManualTime = (start: Instant): ManualTime => {
  let present = Date.parse(start);
  const waits = new Set<{ until: number; resolve: () => void }>();
  return {
    now: () => new Date(present).toISOString(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const pending = {
          until: present + ms,
          resolve() {
            waits.delete(pending);
            resolve();
          },
        };
        waits.add(pending);
        signal?.addEventListener(
          'abort',
          () => {
            waits.delete(pending);
            reject(signal.reason as Error);
          },
          { once: true },
        );
      }),
    advance(ms) {
      present += ms;
      for (const { until, resolve } of waits) if (until <= present) resolve();
    },
    waiting: () => waits.size,
  };
};
