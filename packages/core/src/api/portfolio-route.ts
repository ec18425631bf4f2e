import * as z from 'zod';
import { customerSupportSummarySchema } from '../model/customer-support-summary.js';
import { portfolioSupportSummarySchema } from '../model/portfolio-support-summary.js';
import { supportAlertSchema } from '../model/support-alert.js';
import type { ApiRoute } from './api-route.js';
import { nextCursor, pageQuery, periodQuery } from './query-fields.js';

/** Orders of the portfolio; a leading `-` is descending. */
export const CUSTOMER_SORTS = [
  '-attention',
  'customer_name',
  '-open_tickets',
  '-total_tickets',
  'avg_csat',
  '-escalations_open',
  '-volume_change_pct',
  'first_response_met_pct',
  'resolution_met_pct',
  '-arr',
  'renewal_date',
] as const;

/** All customers, or those of one CSM: totals, a page of customers, alerts that stand. */
export const portfolioRoute = {
  operationId: 'getPortfolio',
  method: 'GET',
  path: '/api/reports/support-metrics',
  summary: 'Support metrics of all customers together, and a line for each',
  scope: 'reports:read',
  params: z.object({}),
  query: z.strictObject({
    csm_id: z.string().min(1).optional(),
    ...periodQuery,
    min_tickets: z.coerce.number<number>().int().min(0).optional(),
    max_csat: z.coerce.number<number>().min(1).max(5).optional(),
    sort: z.enum(CUSTOMER_SORTS).default('-attention'),
    ...pageQuery,
  }),
  response: z.object({
    summary: portfolioSupportSummarySchema,
    customers: z.array(customerSupportSummarySchema),
    alerts: z.array(supportAlertSchema),
    next_cursor: nextCursor,
  }),
} as const satisfies ApiRoute;
