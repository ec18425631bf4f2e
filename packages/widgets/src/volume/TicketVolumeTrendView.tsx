import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type VolumeData, VolumePanels } from './VolumePanels.js';

/** Props of {@link TicketVolumeTrendView}. */
export interface TicketVolumeTrendViewProps extends VolumeData, WidgetElementProps {}

/**
 * Ticket volume over time, drawn from data at hand; with what was expected and what stands out where the host knows it.
 *
 * @example
 * <TicketVolumeTrendView trends={metrics.trends} timezone="UTC" anomalies={[{ bucket_start, direction: 'more' }]} />
 */
export function TicketVolumeTrendView({ className, ...data }: TicketVolumeTrendViewProps): ReactNode {
  const { volume } = useSupport().messages;
  return (
    <Widget part="volume-trend" className={className} title={volume.heading}>
      <VolumePanels {...data} />
    </Widget>
  );
}
