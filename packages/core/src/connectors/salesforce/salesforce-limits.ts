import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';

/** Requests of the last 24 hours, of everybody, and how many there may be. */
export interface ApiUsage {
  used: number;
  limit: number;
}

/**
 * Reads `Sforce-Limit-Info` by key, since more keys come with every release.
 *
 * @example
 * parseLimitInfo('api-usage=10018/100000; api-bursts=1/750'); // { used: 10018, limit: 100000 }
 */
export const parseLimitInfo = (header: string | null): ApiUsage | null => {
  for (const entry of header?.split(/[;,]/) ?? []) {
    const [, used, limit] = /^\s*api-usage\s*=\s*(\d+)\s*\/\s*(\d+)/.exec(entry) ?? [];
    if (used !== undefined && Number(limit) > 0) return { used: Number(used), limit: Number(limit) };
  }
  return null;
};

/** Keeps a share of the organization's requests for everybody else. */
export interface QuotaGuard {
  learn(headers: Headers): void;
  /** @throws ConnectorError with the code `connector_rate_limited` once our share is reached, until half an hour later */
  check(): void;
}

const PAUSE_MS = 30 * 60_000;

/**
 * The pool is of a rolling day and says nothing of when it refills, so that a pull gives up rather than wait.
 *
 * @param share - of the pool, above 0 up to 1
 */
export const createQuotaGuard = (clock: ConnectorClock, share: number): QuotaGuard => {
  let blockedUntil = 0;
  return {
    learn(headers) {
      const usage = parseLimitInfo(headers.get('sforce-limit-info'));
      if (usage && share < 1 && usage.used >= usage.limit * share) blockedUntil = clock.now() + PAUSE_MS;
    },
    check() {
      if (clock.now() >= blockedUntil) return;
      throw new ConnectorError('connector_rate_limited', 'our share of the daily requests is used up', {
        connector: 'salesforce',
        operation: 'request',
        vendor_code: 'QUOTA_SHARE',
        retry_at: blockedUntil,
      });
    },
  };
};
