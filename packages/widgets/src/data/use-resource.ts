import type { SupportClientError } from '@cscx/support-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSupport } from '../provider/support-context.js';
import { useRefresh } from './use-refresh.js';

/** Where the loading of a widget's data stands. */
export type Resource<Data> =
  | { state: 'loading' }
  | { state: 'error'; error: SupportClientError; reload: () => void }
  | {
      state: 'ready';
      data: Data;
      /** Epoch milliseconds at which `data` came in. */
      loadedAt: number;
      /** Other data has been asked for, by a person or by new props; a refresh in the background does not show. */
      isRefreshing: boolean;
      /** Why the last refresh failed; `data` is what was known before. */
      error: SupportClientError | undefined;
      reload: () => void;
    };

interface Held<Data> {
  subject: string;
  isLoading: boolean;
  /** When the last call ended, well or not. */
  settledAt?: number;
  data?: Data;
  loadedAt?: number;
  error?: SupportClientError | undefined;
}

/** Asking again by itself would only make the host renew a session, over and over. */
const needsPerson = (error: SupportClientError | undefined): boolean =>
  error?.code === 'unauthenticated' || error?.code === 'forbidden';

/**
 * Loads when `load` changes, when asked to, and in the background every now and then; ends the call when it is not
 * needed any more. The last data stays on screen meanwhile, as long as it is about the same subject.
 *
 * @param subject - whom the data is about: data of another subject is never shown
 * @param load - memoized; rejects with a `SupportClientError` as all calls of the client do
 */
export function useResource<Data>(subject: string, load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
  const { refreshInterval } = useSupport();
  const [held, setHeld] = useState<Held<Data>>({ subject, isLoading: true });
  const call = useRef<AbortController>(undefined);

  const run = useCallback(
    (isSilent: boolean) => {
      const controller = new AbortController();
      call.current?.abort();
      call.current = controller;
      const settle = (next: (held: Held<Data>) => Held<Data>): void => {
        if (!controller.signal.aborted) setHeld(next);
      };
      if (!isSilent) {
        setHeld((last) => (last.subject === subject ? { ...last, isLoading: true } : { subject, isLoading: true }));
      }
      load(controller.signal).then(
        (data) => settle(() => ({ subject, isLoading: false, data, loadedAt: Date.now(), settledAt: Date.now() })),
        (error: SupportClientError) => settle((last) => ({ ...last, isLoading: false, error, settledAt: Date.now() })),
      );
    },
    [subject, load],
  );
  const reload = useCallback(() => run(false), [run]);

  useEffect(() => {
    run(false);
    return () => call.current?.abort();
  }, [run]);
  useRefresh(
    () => run(true),
    held.isLoading ? undefined : held.settledAt,
    needsPerson(held.error) ? false : refreshInterval,
  );

  if (held.subject !== subject) return { state: 'loading' };
  const { data, loadedAt, error, isLoading } = held;
  if (data !== undefined && loadedAt !== undefined) {
    return { state: 'ready', data, loadedAt, isRefreshing: isLoading, error, reload };
  }
  if (error !== undefined && !isLoading) return { state: 'error', error, reload };
  return { state: 'loading' };
}
