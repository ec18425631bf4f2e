import type { ReactNode } from 'react';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { useSupport } from '../provider/support-context.js';
import { SlaSkeleton } from './SlaSkeleton.js';
import { SlaPanels } from './SlaPanels.js';

/** Props of {@link SlaPerformance}. */
export type SlaPerformanceProps = MetricsWidgetProps;

/**
 * How well the SLA was kept, for one customer or for all: how often each target was met, where the tickets stand, how
 * long things took, and how that went over time. Makes one request.
 *
 * @example
 * <SlaPerformance customerId="acme" defaultPeriod="this_quarter" />
 */
export function SlaPerformance(props: SlaPerformanceProps): ReactNode {
  const { messages, ...support } = useSupport();
  const { customerId, csmId, onDrilldown = support.onDrilldown } = props;
  return (
    <MetricsFrame {...props} part="sla-performance" title={messages.sla.title} skeleton={<SlaSkeleton />}>
      {({ sla, trends, range: { timezone } }, period, about) => (
        <SlaPanels
          sla={sla}
          trends={trends}
          timezone={timezone}
          about={about}
          onSelectCount={
            onDrilldown &&
            ((metric, status) =>
              onDrilldown({
                type: 'tickets',
                customer_id: customerId,
                csm_id: csmId,
                period,
                filter: { sla: { metric, status } },
              }))
          }
        />
      )}
    </MetricsFrame>
  );
}
