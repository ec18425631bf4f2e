import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Principal } from '../auth/authenticate.js';
import { RateLimitedError } from '../errors/rate-limited-error.js';

/** How much may be asked. Each process counts for itself. */
export interface RateLimits {
  /** Requests of one key or user. @default 600 */
  requests_per_minute?: number | undefined;
  /** Requests from one address without credentials that are known. @default 60 */
  failures_per_minute?: number | undefined;
}

/** What counts requests, and throws RateLimitedError for those that are too many. */
export interface RateLimiter {
  /** Counts a request. @returns what its answer says of the limit */
  countRequest(principal: Principal): Promise<Record<string, string>>;
  /** Counts a request whose credentials are not known. */
  countFailure(remote_address: string | undefined): Promise<void>;
}

const WINDOW_S = 60;

const headersOf = (limit: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Record<string, string> => ({
  'ratelimit-policy': `"minute";q=${limit};w=${WINDOW_S}`,
  ratelimit: `"minute";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`,
});

const consume = async (limiter: RateLimiterMemory, key: string, message: string): Promise<RateLimiterRes> => {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new RateLimitedError(message, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
};

/**
 * Makes counters for a process.
 *
 * @param limits - false: nothing is too much
 */
export const createRateLimiter = (limits: RateLimits | false): RateLimiter => {
  if (limits === false) return { countRequest: () => Promise.resolve({}), countFailure: () => Promise.resolve() };
  const { requests_per_minute = 600, failures_per_minute = 60 } = limits;
  const requests = new RateLimiterMemory({ points: requests_per_minute, duration: WINDOW_S });
  const failures = new RateLimiterMemory({ points: failures_per_minute, duration: WINDOW_S });
  return {
    async countRequest({ organization_id, subject }) {
      const key = JSON.stringify([organization_id, subject]);
      const message = `expected at most ${requests_per_minute} requests in a minute`;
      return headersOf(requests_per_minute, await consume(requests, key, message));
    },
    async countFailure(remote_address) {
      // A host that speaks no HTTP does not say where a request comes from; then there is nobody to count for.
      if (remote_address === undefined) return;
      await consume(failures, remote_address, 'too many requests without known credentials');
    },
  };
};
