import type { Severity, SupportAlert } from '@cscx/support-core';
import type { ReactNode } from 'react';
import type { Pages } from '../data/use-pages.js';
import { Button } from '../parts/Button.js';
import { MoreButton } from '../parts/MoreButton.js';
import { Notice } from '../parts/Notice.js';
import { Panel } from '../parts/Panel.js';
import { useNow } from '../provider/use-now.js';
import { useSupport } from '../provider/support-context.js';
import { AlertList } from './AlertList.js';
import { groupAlerts } from './group-alerts.js';

interface AlertFeedViewProps {
  alerts: Pages<SupportAlert>;
  /** The severity that was asked for; null for all. */
  severity: Severity | null;
  onShowAll: () => void;
  /** False where all alerts are of one customer. */
  showsCustomer: boolean;
  onSelectCustomer: ((customerId: string) => void) | undefined;
}

/** Alerts at hand, by day. */
export function AlertFeedView(props: AlertFeedViewProps): ReactNode {
  const { alerts, severity, onShowAll, showsCustomer, onSelectCustomer } = props;
  const words = useSupport();
  const now = useNow();
  const { alerts: feed, severities } = words.messages;

  if (alerts.items.length === 0) {
    return severity === null ? (
      <Notice icon="check" title={feed.empty} hint={feed.emptyHint} />
    ) : (
      <Notice icon="check" title={feed.emptyFiltered(severities[severity])}>
        <Button onClick={onShowAll}>{feed.showAll}</Button>
      </Notice>
    );
  }
  return (
    <>
      {groupAlerts(alerts.items, now, words).map((group) => (
        <Panel key={group.title} part="alerts" title={group.title} isFlush>
          <AlertList
            alerts={group.alerts}
            now={now}
            showsCustomer={showsCustomer}
            onSelectCustomer={onSelectCustomer}
          />
        </Panel>
      ))}
      <MoreButton pages={alerts} />
    </>
  );
}
