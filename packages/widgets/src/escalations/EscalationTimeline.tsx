import type { ReactNode } from 'react';
import { MetricsFrame, type MetricsWidgetProps } from '../metrics/MetricsFrame.js';
import { SkeletonBar, SkeletonPanel, SkeletonRows, SkeletonStats } from '../parts/Skeleton.js';
import { useSupport } from '../provider/support-context.js';
import { EscalationPanels } from './EscalationPanels.js';

/** Props of {@link EscalationTimeline}. */
export interface EscalationTimelineProps extends Omit<MetricsWidgetProps, 'csmId' | 'customerId'> {
  /** The customer's id in the host product. */
  customerId: string;
}

/**
 * A customer's escalations on a line of time: which stand, why, at which level, and how long the others took. Makes one
 * request.
 *
 * @example
 * <EscalationTimeline customerId="acme" defaultPeriod="this_quarter" />
 */
export function EscalationTimeline(props: EscalationTimelineProps): ReactNode {
  const { messages, ...support } = useSupport();
  const { customerId, onDrilldown = support.onDrilldown } = props;
  return (
    <MetricsFrame
      {...props}
      part="escalation-timeline"
      title={messages.escalations.title}
      skeleton={<EscalationsSkeleton />}
    >
      {({ customer }, _, about) =>
        customer && (
          <EscalationPanels
            tickets={customer.tickets}
            about={about}
            isPartial={customer.next_cursor !== null}
            summary={customer.customer.escalations}
            onSelectOpen={
              onDrilldown &&
              (() => onDrilldown({ type: 'tickets', customer_id: customerId, filter: { is_escalated: true } }))
            }
          />
        )
      }
    </MetricsFrame>
  );
}

const EscalationsSkeleton = (): ReactNode => (
  <>
    <SkeletonStats />
    <SkeletonPanel isFlush>
      <div className="sw-timeline">
        <SkeletonBar className="sw-timeline-axis" height={16} />
        <SkeletonRows
          rows={5}
          row="sw-escalation"
          lines={[36, 30, 24]}
          bar={<SkeletonBar className="sw-escalation-track" height={20} />}
        />
      </div>
    </SkeletonPanel>
  </>
);
