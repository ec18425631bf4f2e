import type { AlertStatus } from '@cscx/support-core';
import { pluralOf } from './plural.js';

const plural = pluralOf('en');

const statuses: Record<AlertStatus, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  snoozed: 'Snoozed',
  resolved: 'Resolved',
};

/** What alerts say, in English. */
export const englishAlerts = {
  title: 'Alerts',
  severity: 'Severity',
  anySeverity: 'All severities',
  status: 'Status',
  statuses,
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Earlier',
  empty: 'No open alerts',
  emptyHint: 'Spikes, escalations, missed SLAs and low ratings will show up here.',
  emptyStatus: (status: string) => `No ${status.toLowerCase()} alerts`,
  emptyFiltered: (status: string, severity: string) =>
    `No ${status.toLowerCase()} alerts of severity ${severity.toLowerCase()}`,
  showAll: 'Show all severities',
  /** Names of the buttons, each with the alert that it is about for those who hear only the button. */
  actions: { acknowledge: 'Acknowledge', snooze: 'Snooze', resolve: 'Resolve', reopen: 'Reopen' },
  actionOn: (action: string, alert: string, customer: string) => `${action}: ${alert}, ${customer}`,
  /** What has been done. */
  done: {
    acknowledge: 'Acknowledged',
    snooze: 'Snoozed',
    resolve: 'Resolved',
    reopen: 'Reopened',
  },
  doneSnoozed: (until: string) => `Snoozed until ${until}`,
  announced: (done: string, alert: string) => `${done}: ${alert}`,
  announcedNew: (count: number, formatted: string) =>
    plural(count, formatted, { one: '# new alert', other: '# new alerts' }),
  undo: 'Undo',
  undone: 'Undone',
  notDone: 'That did not work. The alert is as it was.',
  snoozeFor: {
    hour: 'For an hour',
    tomorrow: 'Until tomorrow',
    week: 'Until next week',
  },
  snoozeUntil: 'Until',
};
