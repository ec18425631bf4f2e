import type { ConnectorClock } from '../shared/clock.js';
import { createRateBudget, type RateBudget } from '../shared/rate-budget.js';
import { createVendorHttp, type VendorHttp, type VendorHttpOptions } from '../shared/vendor-http.js';
import { createZendeskAccess } from './zendesk-access.js';
import { readTokenFailure, readZendeskFailure, readZendeskRate } from './zendesk-errors.js';
import type { ZendeskConnectorOptions, zendeskCredentialsSchema, ZendeskSettings } from './zendesk-options.js';
import type { z } from 'zod';

/** One account's API. */
export interface ZendeskApi {
  http: VendorHttp;
  /** For incremental exports, which have a limit of their own. */
  exports: RateBudget;
  /** The same account without patience, for a person who waits. */
  impatient: VendorHttp;
  clock: ConnectorClock;
}

/** What {@link createZendeskApi} takes. */
export interface ZendeskApiOptions extends Pick<ZendeskConnectorOptions, 'onTokensRotated'> {
  settings: ZendeskSettings;
  credentials: z.output<typeof zendeskCredentialsSchema>;
  fetch: typeof globalThis.fetch;
  clock: ConnectorClock;
}

/** Builds the way to an account's API. */
export const createZendeskApi = ({
  settings,
  credentials,
  fetch,
  clock,
  onTokensRotated,
}: ZendeskApiOptions): ZendeskApi => {
  const shared = {
    connector: 'zendesk',
    fetch,
    clock,
    baseUrl: () => `https://${settings.subdomain}.zendesk.com/api/v2/`,
  };
  const tokenHttp = createVendorHttp({ ...shared, authorize: () => undefined, readFailure: readTokenFailure });
  const account: VendorHttpOptions = {
    ...shared,
    ...createZendeskAccess(credentials, { tokenHttp, clock, onTokensRotated }),
    readRate: readZendeskRate,
    readFailure: readZendeskFailure,
  };
  return {
    http: createVendorHttp({ ...account, budget: createRateBudget({ clock }) }),
    exports: createRateBudget({ clock, requests: settings.export_requests_per_minute }),
    impatient: createVendorHttp({ ...account, timeout_ms: 15_000, total_wait_ms: 5000 }),
    clock,
  };
};
