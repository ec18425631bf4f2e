import type { ReactNode } from 'react';
import { type PeriodProps, usePeriod } from '../data/use-period.js';
import { useSupportOverview } from '../data/use-support-overview.js';
import { Loaded } from '../parts/Loaded.js';
import { PeriodSelect } from '../parts/PeriodSelect.js';
import { Skeleton, SkeletonBar, SkeletonPanel, SkeletonRows, SkeletonStats, SkeletonWords } from '../parts/Skeleton.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { OverviewPanels } from './OverviewPanels.js';
import { OverviewScope } from './OverviewScope.js';

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
      subtitle={isReady && <OverviewScope summary={portfolio.data.summary} />}
      controls={<PeriodSelect period={period} onChoose={choosePeriod} />}
      isBusy={portfolio.state === 'loading' || (isReady && portfolio.isRefreshing)}
    >
      <Loaded resource={portfolio} skeleton={<OverviewSkeleton />}>
        {({ summary }) => <OverviewPanels summary={summary} customers={customers} csmId={csmId} />}
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
        <SkeletonPanel isFlush>
          <ul className="sw-list sw-rows">
            {[1, 2, 3, 4, 5].map((row) => (
              <li key={row}>
                <div className="sw-row">
                  <div className="sw-row-text">
                    <SkeletonWords letters={16} />
                    <div className="sw-row-note">
                      <SkeletonWords letters={54} />
                    </div>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </SkeletonPanel>
        <SkeletonPanel>
          <SkeletonRows
            rows={2}
            row="sw-bar"
            lines={[20]}
            bar={
              <>
                <SkeletonBar className="sw-bar-track" height={14} />
                <div className="sw-bar-note">
                  <SkeletonWords letters={30} />
                </div>
              </>
            }
          />
        </SkeletonPanel>
      </div>
    </Skeleton>
  );
}
