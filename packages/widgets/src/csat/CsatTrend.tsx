import type { ReactNode } from 'react';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
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
    <MetricsFrame {...props} part="csat-trend" title={messages.csat.title} skeletonRows={6}>
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
