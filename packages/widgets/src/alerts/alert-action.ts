import type { AlertStatus, SupportAlert } from '@cscx/support-core';

/** What a person can do about an alert. */
export type AlertAction = 'acknowledge' | 'snooze' | 'resolve' | 'reopen';

/** An action with what it needs. */
export interface AlertChange {
  action: AlertAction;
  /** For `snooze`: the instant at which the alert comes back. */
  until?: string | undefined;
}

/** What an alert becomes by each action. */
const results: Record<AlertAction, AlertStatus> = {
  acknowledge: 'acknowledged',
  snooze: 'snoozed',
  resolve: 'resolved',
  reopen: 'open',
};

/** What can be done about an alert, by where it stands. */
export const possibleActions: Record<AlertStatus, readonly AlertAction[]> = {
  open: ['acknowledge', 'snooze', 'resolve'],
  acknowledged: ['snooze', 'resolve', 'reopen'],
  snoozed: ['reopen', 'resolve'],
  resolved: ['reopen'],
};

/** The alert as it will be once the server has agreed. */
export const changedAlert = (alert: SupportAlert, { action, until }: AlertChange): SupportAlert => ({
  ...alert,
  status: results[action],
  snoozed_until: until ?? null,
});

/** What brings an alert back to where it stood before. */
export function undoOf({ status, snoozed_until }: SupportAlert): AlertChange {
  if (status === 'snoozed' && snoozed_until) return { action: 'snooze', until: snoozed_until };
  return { action: status === 'acknowledged' ? 'acknowledge' : status === 'resolved' ? 'resolve' : 'reopen' };
}
