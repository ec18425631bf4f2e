import type { AlertStatus, SupportAlert } from '@cscx/support-core';
import type { ReactNode } from 'react';
import type { AlertActions } from '../data/use-alert-actions.js';
import { listOf, type Pages } from '../data/use-pages.js';
import { Widget, type WidgetElementProps } from '../parts/Widget.js';
import type { CustomerEvents } from '../provider/drilldown.js';
import { useSupport } from '../provider/support-context.js';
import { AlertPanels } from './AlertPanels.js';

/** Props of {@link AlertFeedView}. */
export interface AlertFeedViewProps extends WidgetElementProps, CustomerEvents {
  /** Newest first; from `useAlerts` they grow page by page. */
  alerts: readonly SupportAlert[] | Pages<SupportAlert>;
  /** What can be done about them, from `useAlerts`. Default: nothing. */
  actions?: AlertActions | undefined;
  /** False before anything has come in: then no alert is no good news. @default true */
  isConnected?: boolean | undefined;
  /** Which alerts these are: none that are open is good news. @default 'open' */
  status?: AlertStatus | undefined;
  /** Names the customer of each alert. @default true */
  showsCustomer?: boolean | undefined;
}

/**
 * Alerts by day, drawn from data at hand.
 *
 * @example
 * const { alerts, ...actions } = useAlerts({ severity: 'critical' });
 * return <AlertFeedView alerts={alerts} actions={actions} />;
 */
export function AlertFeedView({
  alerts,
  actions,
  isConnected = true,
  status = 'open',
  showsCustomer = true,
  ...element
}: AlertFeedViewProps): ReactNode {
  const { title } = useSupport().messages.alerts;
  return (
    <Widget part="alert-feed" {...element} title={title}>
      <AlertPanels
        alerts={listOf(alerts)}
        isConnected={isConnected}
        actions={actions}
        status={status}
        showsCustomer={showsCustomer}
      />
    </Widget>
  );
}
