import { useEffect, useRef } from 'react';
import { onReachableChange } from './on-reachable-change.js';

/** Widgets that were mounted together do not stay in step, so that the server is not asked by all at once. */
const JITTER = 0.1;

const isSeen = (): boolean => document.visibilityState !== 'hidden' && navigator.onLine;

/**
 * Calls `refresh` a while after data came in, as long as the page can be seen and there is a network. When either comes
 * back, data that has grown old meanwhile is refreshed at once.
 *
 * @param loadedAt - epoch milliseconds of the last answer, also of one that was an error; undefined while there is none
 * @param interval - milliseconds; false never refreshes
 */
export function useRefresh(refresh: () => void, loadedAt: number | undefined, interval: number | false): void {
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });

  useEffect(() => {
    if (loadedAt === undefined || interval === false) return undefined;
    const dueAt = loadedAt + interval * (1 - JITTER + 2 * JITTER * Math.random());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = (): void => {
      clearTimeout(timer);
      if (isSeen()) timer = setTimeout(() => latest.current(), Math.max(0, dueAt - Date.now()));
    };
    schedule();
    const stop = onReachableChange(schedule);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [loadedAt, interval]);
}
