import { useCallback, useEffect, useState } from 'react';

/** Starts a sync of a connection; rejects with what the API says. */
export type StartSync = (connectionId: string) => Promise<void>;

/** How the asking for a sync stands. */
export interface SyncStart {
  state: 'pending' | 'asked' | 'refused';
  /** Why the API refuses, as its `code`. */
  code?: string | undefined;
}

type Starts = ReadonlyMap<string, SyncStart>;

/**
 * Asks for syncs, each of which stays noted until newer data tells how it went.
 *
 * @param data - another object with each load
 */
export function useSyncStarts(
  start: StartSync | undefined,
  data: unknown,
): {
  starts: Starts;
  /** The API has said that this person may start none. */
  isForbidden: boolean;
  ask: (connectionId: string) => void;
} {
  const [starts, setStarts] = useState<Starts>(new Map());
  const [isForbidden, setIsForbidden] = useState(false);

  useEffect(() => {
    setStarts((last) => new Map([...last].filter(([, { state }]) => state === 'pending')));
  }, [data]);

  const ask = useCallback(
    (connectionId: string) => {
      const settle = (settled: SyncStart): void => setStarts((last) => new Map(last).set(connectionId, settled));
      settle({ state: 'pending' });
      start?.(connectionId).then(
        () => settle({ state: 'asked' }),
        (error: { code?: string } | undefined) => {
          settle({ state: 'refused', code: error?.code });
          if (error?.code === 'forbidden') setIsForbidden(true);
        },
      );
    },
    [start],
  );
  return { starts, isForbidden, ask };
}
