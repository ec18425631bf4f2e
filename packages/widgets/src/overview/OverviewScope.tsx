import type { PortfolioSupportSummary } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { createFormat } from '../format/create-format.js';
import { Freshness } from '../parts/Freshness.js';
import { useSupport } from '../provider/support-context.js';

/** Of which days and of how many customers the numbers are, and how old. */
export function OverviewScope({ summary }: { summary: PortfolioSupportSummary }): ReactNode {
  const { locale, format, messages } = useSupport();
  const { start, end, timezone } = summary.period_range;
  return (
    <>
      <span>{createFormat(locale, timezone).dateRange(start, end)}</span>
      <span>{messages.overview.customers(summary.customers, format.count(summary.customers))}</span>
      <Freshness asOf={summary.data_as_of} />
    </>
  );
}
