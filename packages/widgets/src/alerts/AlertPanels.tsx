import type { AlertStatus, Severity, SupportAlert } from '@cscx/support-core';
import { type ReactNode, useRef } from 'react';
import type { AlertActions } from '../data/use-alert-actions.js';
import type { Pages } from '../data/use-pages.js';
import { Button } from '../parts/Button.js';
import { MoreButton } from '../parts/MoreButton.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { AlertList } from './AlertList.js';
import { groupAlerts } from './group-alerts.js';
import { useAnnouncement } from './use-announcement.js';

interface AlertPanelsProps {
  alerts: Pages<SupportAlert>;
  /** False before anything has come in: then no alert is no good news. */
  isConnected: boolean;
  /** What can be done; nothing when absent. */
  actions: AlertActions | undefined;
  status: AlertStatus;
  /** The severity that was asked for; undefined for all. */
  severity?: Severity | undefined;
  onShowAll?: (() => void) | undefined;
  /** False where all alerts are of one customer. */
  showsCustomer: boolean;
}

/** Alerts at hand, by day, and a voice that says what changes. */
export function AlertPanels(props: AlertPanelsProps): ReactNode {
  const { alerts, status, severity, showsCustomer } = props;
  const words = useSupport();
  const now = useNow();
  const feed = useRef<HTMLDivElement>(null);
  const { announcement, actions } = useAnnouncement(alerts.items, props.actions, `${status} ${severity ?? ''}`);
  useKeptFocus(feed, alerts.items);

  return (
    <div className="sw-feed" ref={feed}>
      <p className="sw-hidden" role="status">
        {announcement}
      </p>
      {alerts.items.length === 0 && <NoAlerts {...props} />}
      {groupAlerts(alerts.items, now, words).map((group) => (
        <Panel key={group.title} part="alerts" title={group.title} isFlush>
          <AlertList alerts={group.alerts} now={now} showsCustomer={showsCustomer} actions={actions} />
        </Panel>
      ))}
      <MoreButton pages={alerts} />
    </div>
  );
}

function NoAlerts({ isConnected, status, severity, onShowAll }: AlertPanelsProps): ReactNode {
  const { alerts, severities, notConnected, notConnectedHint } = useSupport().messages;
  if (!isConnected) return <Notice icon="low" title={notConnected} hint={notConnectedHint} />;
  if (severity !== undefined) {
    return (
      <Notice icon="check" title={alerts.emptyFiltered(alerts.statuses[status], severities[severity])}>
        <Button onClick={onShowAll}>{alerts.showAll}</Button>
      </Notice>
    );
  }
  return status === 'open' ? (
    <Notice icon="check" title={alerts.empty} hint={alerts.emptyHint} />
  ) : (
    <Notice icon="low" title={alerts.emptyStatus(alerts.statuses[status])} />
  );
}
