import { useSyncExternalStore } from 'react';
import { onReachableChange } from './on-reachable-change.js';

/** Whether there is a network, as far as the browser knows. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    onReachableChange,
    () => navigator.onLine,
    () => true,
  );
