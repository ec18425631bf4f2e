import type { SupportAlert } from '@cscx/support-core';
import { type ReactNode, useState } from 'react';
import { AlertList } from '../alerts/AlertList.js';
import { Button } from '../parts/Button.js';
import { Panel } from '../parts/Panel.js';
import { useSupport } from '../provider/support-context.js';

/** More would push the tickets off the first screen. */
const FIRST_ALERTS = 3;

interface AlertsPanelProps {
  alerts: readonly SupportAlert[];
  /** Epoch milliseconds. */
  now: number;
}

/** The customer's alerts in brief, the first few until all are asked for. */
export function AlertsPanel({ alerts, now }: AlertsPanelProps): ReactNode {
  const { format, messages } = useSupport();
  const { customer } = messages;
  const [showsAll, setShowsAll] = useState(false);
  const toggle = (
    <Button look="quiet" isExpanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
      {showsAll ? customer.alertsFewer : customer.alertsAll(format.count(alerts.length))}
    </Button>
  );
  return (
    <Panel part="alerts" title={customer.alerts} action={alerts.length > FIRST_ALERTS && toggle} isFlush>
      <AlertList alerts={showsAll ? alerts : alerts.slice(0, FIRST_ALERTS)} now={now} isDense />
    </Panel>
  );
}
