import type { ReactNode } from 'react';
import { SkeletonChart } from '../charts/SkeletonChart.js';
import { createFormat } from '../format/create-format.js';
import { bucketPeriod } from '../metrics/bucket-period.js';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { useSupport } from '../provider/support-context.js';
import { VolumePanels } from './VolumePanels.js';

/** Props of {@link TicketVolumeTrend}. */
export type TicketVolumeTrendProps = MetricsWidgetProps;

/**
 * How many tickets came, how many were resolved and how many were left, week by week or day by day, of one customer or
 * of all. Makes one request.
 *
 * @example
 * <TicketVolumeTrend customerId="acme" period="this_quarter" />
 */
export function TicketVolumeTrend(props: TicketVolumeTrendProps): ReactNode {
  const { locale, messages, ...support } = useSupport();
  const { customerId, csmId, onDrilldown = support.onDrilldown } = props;
  return (
    <MetricsFrame {...props} part="volume-trend" title={messages.volume.heading} skeleton={<SkeletonChart />}>
      {({ trends, range: { timezone } }, _, about) => (
        <VolumePanels
          trends={trends}
          timezone={timezone}
          about={about}
          onSelectBucket={
            onDrilldown &&
            ((bucket) =>
              onDrilldown({
                type: 'tickets',
                customer_id: customerId,
                csm_id: csmId,
                period: bucketPeriod(bucket, createFormat(locale, timezone)),
                filter: {},
              }))
          }
        />
      )}
    </MetricsFrame>
  );
}
