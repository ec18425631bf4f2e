import type { ReactNode } from 'react';
import { createFormat } from '../format/create-format.js';
import { Freshness } from '../parts/Freshness.js';
import { useSupport } from '../provider/support-context.js';
import type { ScopedMetrics } from './metrics-scope.js';

/** Whom the metrics are about, of which days, and how old they are. */
export function MetricsSubtitle({ metrics: { range, data_as_of, customer } }: { metrics: ScopedMetrics }): ReactNode {
  const { locale } = useSupport();
  const name = customer?.customer.customer_name;
  return (
    <>
      {name !== undefined && <span dir="auto">{name}</span>}
      <span>{createFormat(locale, range.timezone).dateRange(range.start, range.end)}</span>
      <Freshness asOf={data_as_of} />
    </>
  );
}
