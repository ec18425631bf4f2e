import type { ReactNode } from 'react';
import { SkeletonChart } from '../charts/SkeletonChart.js';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { SkeletonList, SkeletonPanel, SkeletonRows, SkeletonStats } from '../parts/Skeleton.js';
import { useSupport } from '../provider/support-context.js';
import { CsatPanels } from './CsatPanels.js';

/** Props of {@link CsatTrend}. */
export type CsatTrendProps = MetricsWidgetProps;

/**
 * How satisfied a customer is: averages over time with how many ratings each rests on, how the scores spread, and what
 * was written with them. Of all customers together it shows the course only. Makes one request.
 *
 * @example
 * <CsatTrend customerId="acme" />
 */
export function CsatTrend(props: CsatTrendProps): ReactNode {
  const { messages, ...support } = useSupport();
  const { customerId, csmId, onDrilldown = support.onDrilldown } = props;
  return (
    <MetricsFrame
      {...props}
      part="csat-trend"
      title={messages.csat.title}
      skeleton={customerId === undefined ? <SkeletonChart /> : <CsatSkeleton />}
    >
      {({ trends, range: { timezone }, csat_target, customer }, period, about) => (
        <CsatPanels
          trends={trends}
          timezone={timezone}
          about={about}
          target={csat_target}
          satisfaction={customer?.customer.satisfaction}
          tickets={customer?.tickets}
          onSelectRatings={
            onDrilldown &&
            (() =>
              onDrilldown({
                type: 'tickets',
                customer_id: customerId,
                csm_id: csmId,
                period,
                filter: { is_rated: true },
              }))
          }
        />
      )}
    </MetricsFrame>
  );
}

const CsatSkeleton = (): ReactNode => (
  <>
    <SkeletonStats />
    <div className="sw-columns">
      <SkeletonChart />
      <SkeletonPanel>
        <SkeletonRows rows={5} row="sw-topic" lines={[20]} />
      </SkeletonPanel>
    </div>
    <SkeletonList rows={4} row="sw-comment" lines={[20, 100]} />
  </>
);
