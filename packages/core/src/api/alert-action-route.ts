import * as z from 'zod';
import { instantSchema } from '../model/instant.js';
import { supportAlertSchema } from '../model/support-alert.js';
import type { ApiRoute } from './api-route.js';

/** What a person can do about an alert. */
export const ALERT_ACTIONS = ['acknowledge', 'snooze', 'resolve', 'reopen'] as const;

const MAX_NOTE = 2000;

/** Acts on an alert. An action that leaves it as it is changes nothing. */
export const alertActionRoute = {
  operationId: 'actOnAlert',
  method: 'POST',
  path: '/api/reports/support-metrics/alerts/{alertId}',
  summary: 'Acknowledge, snooze, resolve or reopen an alert',
  scope: 'alerts:write',
  params: z.object({ alertId: z.string().min(1) }),
  query: z.strictObject({}),
  body: z
    .strictObject({
      action: z.enum(ALERT_ACTIONS),
      until: instantSchema.optional().meta({ description: 'for snooze: when it comes back' }),
      note: z.string().trim().min(1).max(MAX_NOTE).optional(),
    })
    .refine(({ action, until }) => (action === 'snooze') === (until !== undefined), {
      path: ['until'],
      error: 'expected with snooze, and only there',
    }),
  response: supportAlertSchema,
} as const satisfies ApiRoute;
