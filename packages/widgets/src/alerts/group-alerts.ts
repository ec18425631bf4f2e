import type { SupportAlert } from '@cscx/support-core';
import type { Words } from '../provider/words.js';

const DAY = 86_400_000;

/** Alerts of one stretch of time. */
export interface AlertGroup {
  title: string;
  alerts: SupportAlert[];
}

/** Puts alerts under today, yesterday and earlier, by local days; a group without alerts is left out. */
export function groupAlerts(alerts: readonly SupportAlert[], now: number, { format, messages }: Words): AlertGroup[] {
  const today = format.localDay(now);
  const yesterday = format.localDay(now - DAY);
  const titleOf = ({ created_at }: SupportAlert): string => {
    const day = format.localDay(Date.parse(created_at));
    if (day >= today) return messages.alerts.today;
    return day === yesterday ? messages.alerts.yesterday : messages.alerts.earlier;
  };
  const { today: first, yesterday: second, earlier: third } = messages.alerts;
  return [first, second, third]
    .map((title) => ({ title, alerts: alerts.filter((alert) => titleOf(alert) === title) }))
    .filter((group) => group.alerts.length > 0);
}
