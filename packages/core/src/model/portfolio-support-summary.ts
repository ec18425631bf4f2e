import * as z from 'zod';
import { instantSchema } from './instant.js';
import { periodRangeSchema } from './period-range.js';
import { slaSummarySchema } from './sla-summary.js';
import { trendDataSchema } from './trend-data.js';

const count = z.number().int().min(0);
const change = z.number().int();

/** Schema of {@link PortfolioSupportSummary}. */
export const portfolioSupportSummarySchema = z
  .object({
    period: z.string(),
    period_range: periodRangeSchema,
    data_as_of: instantSchema.nullable(),
    customers: count,
    customers_with_tickets: count,
    open_tickets: count,
    open_tickets_change: change.meta({ description: 'against a week ago' }),
    total_tickets: count,
    total_tickets_change: change.meta({ description: 'against the previous period' }),
    avg_csat: z.number().min(1).max(5).nullable(),
    csat_responses: count,
    csat_target: z.number().min(1).max(5),
    csat_vs_target: z.number().nullable(),
    escalations: z.object({
      open: count,
      new_this_week: count,
      change: change.meta({ description: 'open ones against a week ago' }),
    }),
    sla: slaSummarySchema,
    trends: z.array(trendDataSchema),
  })
  .meta({ id: 'PortfolioSupportSummary' });

/** How support is going for all customers of a CSM or an organization together. */
export type PortfolioSupportSummary = z.infer<typeof portfolioSupportSummarySchema>;
