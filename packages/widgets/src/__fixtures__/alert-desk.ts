import type { AlertStatus, SupportAlert } from '@cscx/support-core';
import { alerts } from './alerts.js';
import type { Answer } from './answers.js';
import { NOW } from './clock.js';

const results: Record<string, AlertStatus> = {
  acknowledge: 'acknowledged',
  snooze: 'snoozed',
  resolve: 'resolved',
  reopen: 'open',
};

/** An API that remembers what is done about the alerts of the portfolio. */
export function alertDesk(): Answer {
  const known = new Map<string, SupportAlert>(alerts.map((alert) => [alert.alert_id, alert]));
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'GET') {
      const status = searchParams.get('status');
      const severity = searchParams.get('severity');
      const found = [...known.values()].filter(
        (alert) => alert.status === status && (severity ?? alert.severity) === alert.severity,
      );
      return Response.json({ alerts: found, next_cursor: null, data_as_of: NOW });
    }
    const alert = known.get(pathname.split('/').at(-1) ?? '');
    const { action, until } = (await request.clone().json()) as { action: string; until?: string };
    const status = results[action];
    if (!alert || !status)
      return Response.json({ type: 'about:blank', title: 'Unknown', status: 404, code: 'not_found' }, { status: 404 });
    const changed = { ...alert, status, snoozed_until: until ?? null, updated_at: NOW };
    known.set(alert.alert_id, changed);
    return Response.json(changed);
  };
}
