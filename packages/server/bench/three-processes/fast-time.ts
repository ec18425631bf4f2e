import { type ConnectorClock, systemClock } from '@cscx/support-core/connectors';

/** Time that runs so many times as fast as the real one since a moment: the same in every process that knows both. */
export const createFastTime = (since: number, speed: number): ConnectorClock & { instant: () => string } => {
  const now = (): number => since + Math.round((Date.now() - since) * speed);
  return {
    now,
    instant: () => new Date(now()).toISOString(),
    wait: (ms, signal) => systemClock.wait(ms / speed, signal),
  };
};
