import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type EscalationData, EscalationPanels } from './EscalationPanels.js';

/** Props of {@link EscalationTimelineView}. */
export interface EscalationTimelineViewProps extends EscalationData, WidgetElementProps {}

/**
 * Escalated tickets on a line of time, drawn from data at hand.
 *
 * @example
 * <EscalationTimelineView tickets={tickets} summary={customer.escalations} />
 */
export function EscalationTimelineView({ className, ...data }: EscalationTimelineViewProps): ReactNode {
  const { escalations } = useSupport().messages;
  return (
    <Widget part="escalation-timeline" className={className} title={escalations.title}>
      <EscalationPanels {...data} />
    </Widget>
  );
}
