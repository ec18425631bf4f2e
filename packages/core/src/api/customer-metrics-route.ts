import * as z from 'zod';
import { customerSupportMetricsSchema } from '../model/customer-support-metrics.js';
import { supportAlertSchema } from '../model/support-alert.js';
import { supportTicketSchema } from '../model/support-ticket.js';
import { trendDataSchema } from '../model/trend-data.js';
import type { ApiRoute } from './api-route.js';
import { nextCursor, periodQuery } from './query-fields.js';

/**
 * One customer: metrics of the period, tickets (all open ones first, oldest first, then those of
 * the period, newest first; at most 200), trends of at least 12 ISO weeks, alerts that stand.
 */
export const customerMetricsRoute = {
  operationId: 'getCustomerMetrics',
  method: 'GET',
  path: '/api/reports/support-metrics/{customerId}',
  summary: 'Support metrics, tickets, trends and alerts of one customer',
  scope: 'reports:read',
  params: z.object({ customerId: z.string().min(1) }),
  query: z.strictObject(periodQuery),
  response: z.object({
    customer: customerSupportMetricsSchema,
    tickets: z.array(supportTicketSchema),
    next_cursor: nextCursor.meta({ description: 'for the tickets route of this customer' }),
    trends: z.array(trendDataSchema),
    alerts: z.array(supportAlertSchema),
  }),
} as const satisfies ApiRoute;
