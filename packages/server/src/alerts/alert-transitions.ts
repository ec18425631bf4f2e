import type { AlertStatus } from '@cscx/support-core';
import type { alertActionRoute, ReadApiRequest } from '@cscx/support-core/api';

/** What a person can do about an alert. */
export type AlertAction = ReadApiRequest<typeof alertActionRoute>['action'];

/** Where an action leaves an alert, by where it stood; where nothing stands, the action does not fit. */
export const ALERT_TRANSITIONS: Readonly<Record<AlertAction, Readonly<Partial<Record<AlertStatus, AlertStatus>>>>> = {
  acknowledge: { open: 'acknowledged', acknowledged: 'acknowledged', snoozed: 'acknowledged' },
  snooze: { open: 'snoozed', acknowledged: 'snoozed', snoozed: 'snoozed' },
  resolve: { open: 'resolved', acknowledged: 'resolved', snoozed: 'resolved', resolved: 'resolved' },
  reopen: { open: 'open', acknowledged: 'open', snoozed: 'open', resolved: 'open' },
};
