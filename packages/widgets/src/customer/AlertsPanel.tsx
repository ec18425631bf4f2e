import type { SupportAlert } from '@cscx/support-core';
import { type ReactNode, useRef, useState } from 'react';
import { AlertList } from '../alerts/AlertList.js';
import { useAnnouncement } from '../alerts/use-announcement.js';
import type { AlertActions } from '../data/use-alert-actions.js';
import { Button } from '../parts/Button.js';
import { Panel } from '../parts/Panel.js';
import { useKeptFocus } from '../parts/use-kept-focus.js';
import { useSupport } from '../provider/support-context.js';

/** More would push the tickets off the first screen. */
const FIRST_ALERTS = 3;

interface AlertsPanelProps {
  alerts: readonly SupportAlert[];
  /** Epoch milliseconds. */
  now: number;
  /** What can be done; nothing when absent. */
  actions: AlertActions | undefined;
  /** Whom they are about. */
  customerId: string;
}

/** The customer's alerts in brief, the first few until all are asked for, and a voice that says what changes. */
export function AlertsPanel({ alerts, now, actions, customerId }: AlertsPanelProps): ReactNode {
  const { format, messages } = useSupport();
  const { customer } = messages;
  const panel = useRef<HTMLDivElement>(null);
  const [showsAll, setShowsAll] = useState(false);
  const speaking = useAnnouncement(alerts, actions, customerId);
  useKeptFocus(panel, alerts);
  const toggle = (
    <Button look="quiet" isExpanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
      {showsAll ? customer.alertsFewer : customer.alertsAll(format.count(alerts.length))}
    </Button>
  );
  return (
    <div ref={panel}>
      <p className="sw-hidden" role="status">
        {speaking.announcement}
      </p>
      <Panel part="alerts" title={customer.alerts} action={alerts.length > FIRST_ALERTS && toggle} isFlush>
        <AlertList
          alerts={showsAll ? alerts : alerts.slice(0, FIRST_ALERTS)}
          now={now}
          className="sw-brief"
          actions={speaking.actions}
        />
      </Panel>
    </div>
  );
}
