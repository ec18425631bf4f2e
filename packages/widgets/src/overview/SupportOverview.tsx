import type { Portfolio } from '@cscx/support-client';
import type { CustomerSupportSummary } from '@cscx/support-core';
import type { ReactNode } from 'react';
import type { Pages } from '../data/use-pages.js';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { useSupportOverview } from '../data/use-support-overview.js';
import { createFormat } from '../format/create-format.js';
import { englishOverview } from '../messages/english-overview.js';
import { speaks } from '../messages/spoken-english.js';
import { Freshness } from '../parts/Freshness.js';
import { Loaded } from '../parts/Loaded.js';
import { Notice } from '../parts/Notice.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Skeleton, SkeletonPanel, SkeletonStats } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { OverviewView } from './OverviewView.js';

speaks({ overview: englishOverview });

/** Props of {@link SupportOverview}. */
export interface SupportOverviewProps extends PeriodProps, WidgetElementProps, CustomerEvents {
  /** Shows the customers of this CSM only. */
  csmId?: string | undefined;
}

/**
 * Support of a whole portfolio on one screen: open tickets, satisfaction and escalations, the customers that need
 * attention and why, and how well the SLA was kept. Makes one request.
 *
 * @example
 * <SupportOverview csmId="dana" defaultPeriod="this_month" onSelectCustomer={(id) => navigate(`/customers/${id}`)} />
 */
export function SupportOverview(props: SupportOverviewProps): ReactNode {
  const { csmId, period: fixedPeriod, defaultPeriod, onPeriodChange, ...element } = props;
  const { messages } = useSupport();
  const { period, choosePeriod } = usePeriod({ period: fixedPeriod, defaultPeriod, onPeriodChange });
  const { portfolio, customers } = useSupportOverview({ csmId, period });
  const isReady = portfolio.state === 'ready';

  return (
    <Widget
      part="overview"
      {...element}
      subject={csmId}
      title={messages.overview.title}
      subtitle={isReady && <Scope portfolio={portfolio.data} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={portfolio.state === 'loading' || (isReady && portfolio.isRefreshing)}
    >
      <Loaded resource={portfolio} skeleton={<OverviewSkeleton />}>
        {(data) => <Ready portfolio={data} customers={customers} csmId={csmId} />}
      </Loaded>
    </Widget>
  );
}

function OverviewSkeleton(): ReactNode {
  const { messages } = useSupport();
  return (
    <Skeleton label={messages.overview.title}>
      <SkeletonStats />
      <div className="sw-columns">
        <SkeletonPanel rows={5} />
        <SkeletonPanel rows={3} />
      </div>
    </Skeleton>
  );
}

function Scope({ portfolio: { summary } }: { portfolio: Portfolio }): ReactNode {
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

interface ReadyProps {
  portfolio: Portfolio;
  customers: Pages<CustomerSupportSummary>;
  csmId: string | undefined;
}

function Ready({ portfolio: { summary }, customers, csmId }: ReadyProps): ReactNode {
  const { messages } = useSupport();
  const { empty, emptyHint, emptyCsmHint } = messages.overview;
  if (summary.customers > 0) return <OverviewView summary={summary} customers={customers} csmId={csmId} />;
  return summary.data_as_of === null && csmId === undefined ? (
    <Notice icon="low" title={messages.notConnected} hint={messages.notConnectedHint} />
  ) : (
    <Notice icon="low" title={empty} hint={csmId === undefined ? emptyHint : emptyCsmHint} />
  );
}
