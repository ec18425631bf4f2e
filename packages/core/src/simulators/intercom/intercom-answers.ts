import { HttpResponse } from 'msw';

/** Intercom's form of an error. */
export const errorList = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  HttpResponse.json(
    { type: 'error.list', request_id: 'b2b1c0a4', errors: [{ code, message: 'as documented' }] },
    { status, headers },
  );

/** Requests that an app may make in one window of ten seconds. */
export interface IntercomRateLimit {
  per_window: number;
}

const WINDOW_S = 10;

/** Counts requests in windows of ten seconds, and says so in headers. */
export const createWindows = (limit: IntercomRateLimit | null, now: () => number) => {
  let window = 0;
  let used = 0;
  let refusedUntil = 0;
  const current = (): number => Math.floor(now() / 1000 / WINDOW_S);
  const headers = (allowed: number, resetAt: number): Record<string, string> => ({
    'X-RateLimit-Limit': String(allowed),
    'X-RateLimit-Remaining': String(Math.max(0, allowed - used)),
    'X-RateLimit-Reset': String(resetAt),
  });
  const exceeded = (resetAt: number): Response =>
    errorList(429, 'rate_limit_exceeded', {
      ...headers(limit?.per_window ?? 1666, resetAt),
      'X-RateLimit-Remaining': '0',
    });
  return {
    /** Refuses everything for so many seconds. */
    refuseFor: (s: number) => void (refusedUntil = Math.ceil(now() / 1000) + s),
    exceeded: () => exceeded((current() + 1) * WINDOW_S),
    /** The refusal of one request too many, or the headers of the answer. */
    count(): Response | Record<string, string> {
      if (now() / 1000 < refusedUntil) return exceeded(refusedUntil);
      if (limit === null) return {};
      if (current() !== window) used = 0;
      window = current();
      used += 1;
      const resetAt = (window + 1) * WINDOW_S;
      return used > limit.per_window ? exceeded(resetAt) : headers(limit.per_window, resetAt);
    },
  };
};
