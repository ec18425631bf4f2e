import type { Portfolio } from '@cscx/support-client';
import { type ReactNode, useCallback, useMemo } from 'react';
import { usePages } from '../data/use-pages.js';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { useResource } from '../data/use-resource.js';
import { Freshness } from '../parts/Freshness.js';
import { Loaded } from '../parts/Loaded.js';
import { Notice } from '../parts/Notice.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Skeleton, SkeletonPanel, SkeletonStats } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { createFormat } from '../format/create-format.js';
import { useSupport } from '../provider/support-context.js';
import { OverviewView } from './OverviewView.js';

/** Props of {@link SupportOverview}. */
export interface SupportOverviewProps extends PeriodProps, WidgetElementProps {
  /** Shows the customers of this CSM only. */
  csmId?: string | undefined;
  /** Makes each customer a button; called with the customer's id. */
  onSelectCustomer?: ((customerId: string) => void) | undefined;
}

/**
 * Support of a whole portfolio on one screen: open tickets, satisfaction and escalations, the customers that need
 * attention and why, and how well the SLA was kept. Makes one request.
 *
 * @example
 * <SupportOverview csmId="dana" defaultPeriod="this_month" onSelectCustomer={(id) => navigate(`/customers/${id}`)} />
 */
export function SupportOverview({
  csmId,
  onSelectCustomer,
  className,
  ...periodProps
}: SupportOverviewProps): ReactNode {
  const { client, timeZone, messages } = useSupport();
  const { period, choosePeriod } = usePeriod(periodProps);
  const request = useMemo(() => ({ csm_id: csmId, period, timezone: timeZone }), [csmId, period, timeZone]);
  const load = useCallback((signal: AbortSignal) => client.getPortfolio(request, { signal }), [client, request]);
  const portfolio = useResource(csmId ?? '', load);
  const isReady = portfolio.state === 'ready';

  return (
    <Widget
      part="overview"
      className={className}
      title={messages.overview.title}
      subtitle={isReady && <Scope portfolio={portfolio.data} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={portfolio.state === 'loading' || (isReady && portfolio.isRefreshing)}
    >
      <Loaded resource={portfolio} skeleton={<OverviewSkeleton />}>
        {(data) => <Ready portfolio={data} request={request} csmId={csmId} onSelectCustomer={onSelectCustomer} />}
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

interface ReadyProps extends Pick<SupportOverviewProps, 'csmId' | 'onSelectCustomer'> {
  portfolio: Portfolio;
  request: { csm_id: string | undefined; period: string; timezone: string | undefined };
}

function Ready({ portfolio, request, csmId, onSelectCustomer }: ReadyProps): ReactNode {
  const { client, messages } = useSupport();
  const first = useMemo(() => ({ items: portfolio.customers, next_cursor: portfolio.next_cursor }), [portfolio]);
  const loadPage = useCallback(
    async (cursor: string, signal: AbortSignal) => {
      const page = await client.getPortfolio({ ...request, cursor }, { signal });
      return { items: page.customers, next_cursor: page.next_cursor };
    },
    [client, request],
  );
  const customers = usePages(first, loadPage);

  if (portfolio.summary.customers === 0) {
    const { empty, emptyHint, emptyCsmHint } = messages.overview;
    return <Notice icon="low" title={empty} hint={csmId === undefined ? emptyHint : emptyCsmHint} />;
  }
  return <OverviewView summary={portfolio.summary} customers={customers} onSelectCustomer={onSelectCustomer} />;
}
