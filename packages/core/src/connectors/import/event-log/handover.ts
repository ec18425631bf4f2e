/** Lets a producer that runs inside someone else's loop wait until its consumer has taken what there is. */
export interface Handover {
  /** Producer: waits for `done`; fails once `end` was called. */
  offer: () => Promise<void>;
  /** Consumer: settles at the next offer. Each call replaces the one before. */
  offered: () => Promise<'offered'>;
  /** Consumer: lets the producer go on. */
  done: () => void;
  /** Consumer: stops the producer. */
  end: () => void;
}

/** A handover for one producer and one consumer. */
export const createHandover = (): Handover => {
  let tell: (() => void) | null = null;
  let waiting: { resolve: () => void; reject: (reason: Error) => void } | null = null;
  return {
    offer: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        tell?.();
      }),
    offered: () =>
      new Promise((resolve) => {
        tell = () => resolve('offered');
        if (waiting !== null) tell();
      }),
    done: () => {
      waiting?.resolve();
      waiting = null;
    },
    end: () => {
      waiting?.reject(new Error('reading was stopped'));
      waiting = null;
    },
  };
};
