import type { CustomerSupportMetrics } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { createFormat } from '../format/create-format.js';
import { Freshness } from '../parts/Freshness.js';
import { useSupport } from '../provider/support-context.js';

/** Of which days a customer's numbers are, and how old. */
export function CustomerScope({ customer }: { customer: CustomerSupportMetrics }): ReactNode {
  const { locale } = useSupport();
  const { start, end, timezone } = customer.period_range;
  return (
    <>
      <span>{createFormat(locale, timezone).dateRange(start, end)}</span>
      <Freshness asOf={customer.data_as_of} />
    </>
  );
}
