import type { CustomerMetrics } from '@cscx/support-client';
import { useCallback } from 'react';
import { useSupport } from '../provider/support-context.js';
import { type Resource, useResource } from './use-resource.js';

/** Whose support, and of when. */
export interface CustomerSupportScope {
  /** The customer's id in the host product. */
  customerId: string;
  /** As the API names it. @default 'this_month' */
  period?: string | undefined;
}

/**
 * What `CustomerDetail` draws: one customer's metrics, tickets, trends and alerts, loaded and kept fresh.
 *
 * @example
 * const metrics = useCustomerSupport({ customerId: 'acme' });
 * if (metrics.state === 'ready') return <p>{metrics.data.customer.satisfaction.avg_csat}</p>;
 */
export function useCustomerSupport({
  customerId,
  period = 'this_month',
}: CustomerSupportScope): Resource<CustomerMetrics> {
  const { client, timeZone } = useSupport();
  const load = useCallback(
    (signal: AbortSignal) => client.getCustomerMetrics({ customerId, period, timezone: timeZone }, { signal }),
    [client, customerId, period, timeZone],
  );
  return useResource(customerId, load);
}
