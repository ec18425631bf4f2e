/** Work that runs once for everybody who wants it at the same time. */
export interface JoinedWork<Result> {
  /** Begins it, or waits for what has begun. */
  join(signal: AbortSignal | undefined): Promise<Result>;
  isRunning(): boolean;
}

/**
 * Makes work that is joined. It goes by the signal of whoever began it; where that one stops it, one of the others begins
 * it again.
 *
 * @param work - what is done, such as fetching the next token
 */
export const createJoinedWork = <Result>(
  work: (signal: AbortSignal | undefined) => Promise<Result>,
): JoinedWork<Result> => {
  let running: { result: Promise<Result>; signal: AbortSignal | undefined } | null = null;

  const begin = (signal: AbortSignal | undefined): Promise<Result> => {
    const result = work(signal).finally(() => {
      running = null;
    });
    running = { result, signal };
    return result;
  };

  const join = async (signal: AbortSignal | undefined): Promise<Result> => {
    if (!running) return begin(signal);
    const begun = running;
    try {
      return await begun.result;
    } catch (error) {
      if (!begun.signal?.aborted) throw error;
      signal?.throwIfAborted();
      return join(signal);
    }
  };

  return { join, isRunning: () => running !== null };
};
