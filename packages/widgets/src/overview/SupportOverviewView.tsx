import type { CustomerSupportSummary, PortfolioSupportSummary } from '@cscx/support-core';
import type { ReactNode } from 'react';
import { listOf, type Pages } from '../data/use-pages.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { OverviewPanels } from './OverviewPanels.js';
import { OverviewScope } from './OverviewScope.js';

/** Props of {@link SupportOverviewView}. */
export interface SupportOverviewViewProps extends WidgetElementProps, CustomerEvents {
  /** The numbers of all customers together. */
  summary: PortfolioSupportSummary;
  /** Their lines, in the order in which they are to be read; from `useSupportOverview` they grow page by page. */
  customers: readonly CustomerSupportSummary[] | Pages<CustomerSupportSummary>;
  /** Whose customers these are: numbers then lead to tickets of this CSM. Default: everybody's. */
  csmId?: string | undefined;
}

/**
 * Support of a whole portfolio, drawn from data at hand.
 *
 * @example
 * <SupportOverviewView summary={portfolio.summary} customers={portfolio.customers} />
 */
export function SupportOverviewView({ summary, customers, csmId, ...element }: SupportOverviewViewProps): ReactNode {
  const { overview } = useSupport().messages;
  return (
    <Widget
      part="overview"
      {...element}
      subject={csmId}
      title={overview.title}
      subtitle={<OverviewScope summary={summary} />}
    >
      <OverviewPanels summary={summary} customers={listOf(customers)} csmId={csmId} />
    </Widget>
  );
}
