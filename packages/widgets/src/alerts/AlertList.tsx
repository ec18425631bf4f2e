import type { SupportAlert } from '@cscx/support-core';
import type { ReactNode } from 'react';
import type { AlertActions } from '../data/use-alert-actions.js';
import { englishAlerts } from '../messages/english-alerts.js';
import { speaks } from '../messages/spoken-english.js';
import { AlertItem } from './AlertItem.js';

speaks({ alerts: englishAlerts });

interface AlertListProps {
  alerts: readonly SupportAlert[];
  /** Epoch milliseconds. */
  now: number;
  /** How they look. */
  className?: string;
  /** Names the customer of each alert. @default false */
  showsCustomer?: boolean;
  /** What can be done; nothing when absent. */
  actions?: AlertActions | undefined;
}

/** Alerts one below the other, in the order in which they came. */
export function AlertList({ alerts, className = '', ...item }: AlertListProps): ReactNode {
  return (
    <ul className={`sw-list sw-rows ${className}`}>
      {alerts.map((alert) => (
        <li key={alert.alert_id}>
          <AlertItem alert={alert} {...item} />
        </li>
      ))}
    </ul>
  );
}
