import type { ConnectorClock } from '../shared/clock.js';
import { createRateBudget, type RateReading } from '../shared/rate-budget.js';
import { createVendorHttp, type VendorHttp } from '../shared/vendor-http.js';
import { readIntercomFailure, windowEnd } from './intercom-errors.js';
import { intercomApi } from './intercom-hosts.js';
import type { ReadIntercomSettings } from './intercom-options.js';

/** Limits are counted in windows of ten seconds. */
const WINDOW_MS = 10_000;

const readRate = (headers: Headers): RateReading | null => {
  const limit = headers.get('x-ratelimit-limit');
  const remaining = headers.get('x-ratelimit-remaining');
  if (limit === null || remaining === null) return null;
  return { limit: Number(limit), remaining: Number(remaining), resets_at: windowEnd(headers) };
};

/** The way to the API of one workspace: token, pinned version, and pauses at the end of a window's requests. */
export const createIntercomHttp = (
  { region, api_version }: ReadIntercomSettings,
  { access_token, fetch, clock }: { access_token: string; fetch: typeof globalThis.fetch; clock: ConnectorClock },
): VendorHttp =>
  createVendorHttp({
    connector: 'intercom',
    fetch,
    clock,
    baseUrl: () => intercomApi(region),
    authorize: (headers) => headers.set('authorization', `Bearer ${access_token}`),
    headers: { accept: 'application/json', 'intercom-version': api_version },
    budget: createRateBudget({ clock, window_ms: WINDOW_MS }),
    readRate,
    readFailure: readIntercomFailure,
  });
