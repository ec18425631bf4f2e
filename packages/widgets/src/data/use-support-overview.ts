import type { Portfolio } from '@cscx/support-client';
import type { CustomerSupportSummary } from '@cscx/support-core';
import { useCallback } from 'react';
import { useSupport } from '../provider/support-context.js';
import { type PageRequest, usePagedResource } from './use-paged-resource.js';
import type { Page, Pages } from './use-pages.js';
import type { Resource } from './use-resource.js';

/** Whose portfolio, and of when. */
export interface SupportOverviewScope {
  /** Only customers of this CSM. */
  csmId?: string | undefined;
  /** As the API names it. @default 'this_month' */
  period?: string | undefined;
}

const customersOf = ({ customers, next_cursor }: Portfolio): Page<CustomerSupportSummary> => ({
  items: customers,
  next_cursor,
});

/**
 * The portfolio that `SupportOverview` draws: loaded, kept fresh and paged, for a drawing of the host's own.
 *
 * @example
 * const { portfolio } = useSupportOverview({ csmId: 'dana', period: 'last_30_days' });
 * if (portfolio.state === 'ready') return <p>{portfolio.data.summary.open_tickets}</p>;
 */
export function useSupportOverview({ csmId, period = 'this_month' }: SupportOverviewScope): {
  portfolio: Resource<Portfolio>;
  /** All pages loaded so far; empty until the portfolio is there. */
  customers: Pages<CustomerSupportSummary>;
} {
  const { client, timeZone } = useSupport();
  const load = useCallback(
    (page: PageRequest, signal: AbortSignal) =>
      client.getPortfolio({ csm_id: csmId, period, timezone: timeZone, ...page }, { signal }),
    [client, csmId, period, timeZone],
  );
  const { resource, pages } = usePagedResource(csmId ?? '', load, customersOf);
  return { portfolio: resource, customers: pages };
}
