import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type SlaData, SlaPanels } from './SlaPanels.js';

/** Props of {@link SlaPerformanceView}. */
export interface SlaPerformanceViewProps extends SlaData, WidgetElementProps {}

/**
 * How well the SLA was kept, drawn from data at hand.
 *
 * @example
 * <SlaPerformanceView sla={customer.sla} trends={trends} timezone={customer.period_range.timezone} />
 */
export function SlaPerformanceView({ className, ...data }: SlaPerformanceViewProps): ReactNode {
  const { sla } = useSupport().messages;
  return (
    <Widget part="sla-performance" className={className} title={sla.title}>
      <SlaPanels {...data} />
    </Widget>
  );
}
