import type { SupportClientError } from '@cscx/support-client';
import { useCallback, useEffect, useState } from 'react';

/** Where the loading of a widget's data stands. */
export type Resource<Data> =
  | { state: 'loading' }
  | { state: 'error'; error: SupportClientError; reload: () => void }
  | {
      state: 'ready';
      data: Data;
      isRefreshing: boolean;
      /** Why the last refresh failed; `data` is what was known before. */
      error: SupportClientError | undefined;
      reload: () => void;
    };

interface Held<Data> {
  subject: string;
  isLoading: boolean;
  data?: Data;
  error?: SupportClientError | undefined;
}

/**
 * Loads when `load` changes and when asked to; ends the call when it is not needed any more. The last data stays on
 * screen meanwhile, as long as it is about the same subject.
 *
 * @param subject - whom the data is about: data of another subject is never shown
 * @param load - memoized; rejects with a `SupportClientError` as all calls of the client do
 */
export function useResource<Data>(subject: string, load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
  const [held, setHeld] = useState<Held<Data>>({ subject, isLoading: true });
  const [attempt, setAttempt] = useState(0);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (next: (held: Held<Data>) => Held<Data>): void => {
      if (!controller.signal.aborted) setHeld(next);
    };
    setHeld((last) => (last.subject === subject ? { ...last, isLoading: true } : { subject, isLoading: true }));
    load(controller.signal).then(
      (data) => settle(() => ({ subject, isLoading: false, data })),
      (error: SupportClientError) => settle((last) => ({ ...last, isLoading: false, error })),
    );
    return () => controller.abort();
  }, [subject, load, attempt]);

  if (held.subject !== subject) return { state: 'loading' };
  const { data, error, isLoading } = held;
  if (data !== undefined) return { state: 'ready', data, isRefreshing: isLoading, error, reload };
  if (error !== undefined && !isLoading) return { state: 'error', error, reload };
  return { state: 'loading' };
}
