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
      /** `data` is the first part of what was asked for: incomplete where there is an error, not old. */
      isPartial?: boolean;
      reload: () => void;
    };

interface Held<Data> {
  subject: string;
  /** What gave `found` or `error`: another choice has another. */
  load?: unknown;
  found?: { data: Data; loadedAt: number };
  error?: SupportClientError | undefined;
  /** When the last call ended, well or not; absent while one that shows is under way. */
  settledAt?: number | undefined;
}

/** Asking again by itself would only make the host renew a session, over and over. */
const needsPerson = (error: SupportClientError | undefined): boolean =>
  error?.code === 'unauthenticated' || error?.code === 'forbidden';

/**
 * Loads when `load` changes, when asked to, and in the background every now and then; ends the call when it is not
 * needed any more. The last data stays on screen meanwhile, as long as it is about the same subject. When a refresh fails
 * it stays too; data of another choice does not, since it would stand under the name of the new one.
 *
 * @param subject - whom the data is about: data of another subject is never shown
 * @param load - memoized, another one for each choice; rejects with a `SupportClientError` as all calls of the client do
 */
export function useResource<Data>(subject: string, load: (signal: AbortSignal) => Promise<Data>): Resource<Data> {
  const { refreshInterval } = useSupport();
  const [held, setHeld] = useState<Held<Data>>({ subject });
  const call = useRef<AbortController>(undefined);

  const run = useCallback(
    (isSilent: boolean) => {
      const controller = new AbortController();
      call.current?.abort();
      call.current = controller;
      const settle = (change: Pick<Held<Data>, 'found' | 'error'>): void => {
        if (controller.signal.aborted) return;
        setHeld((last) => ({
          ...(last.load === load && last),
          ...change,
          subject,
          load,
          settledAt: Date.now(),
        }));
      };
      if (!isSilent) setHeld((last) => ({ ...(last.subject === subject && last), subject, settledAt: undefined }));
      load(controller.signal).then(
        (data) => settle({ found: { data, loadedAt: Date.now() }, error: undefined }),
        (error: SupportClientError) => settle({ error }),
      );
    },
    [subject, load],
  );
  const reload = useCallback(() => run(false), [run]);

  useEffect(() => {
    run(false);
    return () => call.current?.abort();
  }, [run]);
  const { found, error, settledAt } = held;
  useRefresh(() => run(true), settledAt, needsPerson(error) ? false : refreshInterval);

  if (held.subject !== subject) return { state: 'loading' };
  const isLoading = settledAt === undefined;
  if (found) return { state: 'ready', ...found, isRefreshing: isLoading, error, reload };
  return error && !isLoading ? { state: 'error', error, reload } : { state: 'loading' };
}
