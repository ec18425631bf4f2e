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
  const { today, yesterday, earlier } = messages.alerts;
  const [thisDay, lastDay] = [format.localDay(now), format.localDay(now - DAY)];
  const titleOf = ({ created_at }: SupportAlert): string => {
    const day = format.localDay(Date.parse(created_at));
    return day >= thisDay ? today : day === lastDay ? yesterday : earlier;
  };
  return [today, yesterday, earlier]
    .map((title) => ({ title, alerts: alerts.filter((alert) => titleOf(alert) === title) }))
    .filter((group) => group.alerts.length > 0);
}
