import * as z from 'zod';
import { severitySchema } from '../model/customer-support-summary.js';
import { alertStatusSchema, alertTypeSchema, supportAlertSchema } from '../model/support-alert.js';
import type { ApiRoute } from './api-route.js';
import { dataAsOf, nextCursor, pageQuery } from './query-fields.js';

/** A page of alerts, newest first; those raised at one moment, most severe first. */
export const alertsRoute = {
  operationId: 'listAlerts',
  method: 'GET',
  path: '/api/reports/support-metrics/alerts',
  summary: 'Alerts, newest first',
  scope: 'reports:read',
  params: z.object({}),
  query: z.strictObject({
    status: alertStatusSchema.optional(),
    severity: severitySchema.optional(),
    type: alertTypeSchema.optional(),
    customer_id: z.string().min(1).optional(),
    csm_id: z.string().min(1).optional(),
    ...pageQuery,
  }),
  response: z.object({ alerts: z.array(supportAlertSchema), next_cursor: nextCursor, data_as_of: dataAsOf }),
} as const satisfies ApiRoute;
