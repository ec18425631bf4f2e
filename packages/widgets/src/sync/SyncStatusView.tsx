import type { ReactNode } from 'react';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import { useSupport } from '../provider/support-context.js';
import { type SyncData, SyncPanels } from './SyncPanels.js';

/** Props of {@link SyncStatusView}. */
export interface SyncStatusViewProps extends SyncData, WidgetElementProps {}

/**
 * How fresh the data is, drawn from data at hand.
 *
 * @example
 * <SyncStatusView status={await operations.getSyncStatus()} />
 */
export function SyncStatusView({ className, ...data }: SyncStatusViewProps): ReactNode {
  const { sync } = useSupport().messages;
  return (
    <Widget part="sync-status" className={className} title={sync.title}>
      <SyncPanels {...data} />
    </Widget>
  );
}
