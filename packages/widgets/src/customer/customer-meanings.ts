import type { CustomerSupportMetrics } from '@cscx/support-core';
import { createFormat } from '../format/create-format.js';
import type { Meaning } from '../parts/Explain.js';
import type { SupportContextValue } from '../provider/support-context.js';

/** What each number of a customer means, from how much it was computed, and which tickets stand behind it. */
export function customerMeanings(
  { customer_id, data_as_of: asOf, period: asked, period_range, satisfaction, sla, tickets }: CustomerSupportMetrics,
  { format, locale, messages: { categories, customer } }: Pick<SupportContextValue, 'format' | 'locale' | 'messages'>,
): Record<'openTickets' | 'resolution' | 'csat' | 'categories', Meaning> {
  const { start, end, timezone } = period_range;
  const period = createFormat(locale, timezone).dateRange(start, end);
  const { meanings } = customer;
  const scope = { type: 'tickets', customer_id } as const;
  const resolved = sla.duration_counts.resolution;
  return {
    openTickets: {
      definition: meanings.openTickets,
      asOf,
      target: { ...scope, filter: { status: ['open', 'pending'] } },
    },
    resolution: {
      definition: meanings.resolution,
      period,
      basis: customer.categoryCount(resolved, format.count(resolved)),
      asOf,
      target: { ...scope, period: asked, filter: { status: ['resolved', 'closed'] } },
    },
    csat: {
      definition: meanings.csat,
      period,
      basis: customer.ratings(satisfaction.csat_responses, format.count(satisfaction.csat_responses)),
      asOf,
      target: { ...scope, period: asked, filter: { is_rated: true } },
    },
    categories: {
      definition: categories.meaning,
      period,
      basis: customer.categoryCount(tickets.total, format.count(tickets.total)),
      asOf,
      target: { ...scope, period: asked, filter: {} },
    },
  };
}
