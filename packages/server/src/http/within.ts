import { TimedOutError } from '../errors/timed-out-error.js';

/**
 * Waits for work so long and no longer. The work itself goes on, so this is for what only reads.
 *
 * @throws TimedOutError
 */
export const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOutError('the answer takes too long', { isRetryable: true })), ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
};
