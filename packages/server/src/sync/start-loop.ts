import type { ConnectorClock } from '@cscx/support-core/connectors';

/** Work that is done again and again. */
export interface Loop {
  /** Does it now, or once more if it is being done. */
  wake(): void;
  /** Does it no more; resolves when what is being done has ended. */
  stop(): Promise<void>;
}

/** What a loop does. */
export interface LoopOptions {
  /** Its signal is aborted when the loop is stopped. */
  work: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds between the end of one and the beginning of the next. */
  pause: () => number;
  wait: ConnectorClock['wait'];
  /** Told what went wrong; the loop goes on. */
  onError: (error: unknown) => void;
}

/** Does work at once, then after each pause, one at a time. */
export const startLoop = ({ work, pause, wait, onError }: LoopOptions): Loop => {
  const stopping = new AbortController();
  let waking = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      waking = new AbortController();
      try {
        await work(stopping.signal);
      } catch (error) {
        if (!stopping.signal.aborted) onError(error);
      }
      // Rejects when it is woken or stopped, which is not an error.
      await wait(pause(), AbortSignal.any([stopping.signal, waking.signal])).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    wake: () => waking.abort(),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
};
