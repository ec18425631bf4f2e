import {
  type AttentionReason,
  createPortfolioAccumulator,
  type CustomerSupportSummary,
  type ReportCustomer,
} from '@cscx/support-core';
import { type ApiResponse, portfolioRoute } from '@cscx/support-core/api';
import { acme } from './customer.js';
import { hoursAgo, NOW } from './clock.js';

type Portfolio = ApiResponse<typeof portfolioRoute>;
type Reason = readonly [
  type: AttentionReason['type'],
  severity: AttentionReason['severity'],
  text: string,
  evidence: AttentionReason['evidence'],
];

const idOf = (customer_name: string): string => customer_name.split(' ')[0]?.toLowerCase() ?? '';

const summarize = (
  customer_name: string,
  open_tickets: number,
  score: number,
  ...reasons: Reason[]
): CustomerSupportSummary => ({
  customer_id: idOf(customer_name),
  customer_name,
  csm_id: 'dana',
  open_tickets,
  total_tickets: open_tickets * 3,
  avg_csat: null,
  csat_responses: 0,
  escalations_open: 0,
  first_response_met_pct: null,
  resolution_met_pct: null,
  volume_change_pct: null,
  attention: {
    score,
    reasons: reasons.map(([type, severity, text, evidence]) => ({ type, severity, text, points: 10, evidence })),
  },
});

const calmNames = 'Umbra Labs,Hooli,Stark Foods,Wayne Logistics,Soylent,Vandelay Imports,Pied Piper,Wonka Retail'.split(
  ',',
);

const customers: readonly CustomerSupportSummary[] = [
  summarize(
    'Acme Corp',
    12,
    58,
    ['sla_breached', 'critical', '5 open tickets past SLA', { tickets: 5 }],
    ['low_csat', 'high', 'CSAT 3.1', { avg_csat: 3.1 }],
    ['open_tickets', 'medium', '12 open tickets', { tickets: 12 }],
    ['sla_at_risk', 'medium', '2 open tickets about to miss SLA', { tickets: 2 }],
  ),
  summarize(
    'TechStart',
    4,
    41,
    ['escalation_open', 'high', 'Escalation pending 3 days', { escalations: 1, longest_days: 3 }],
    ['open_tickets', 'low', '4 open tickets', { tickets: 4 }],
  ),
  summarize(
    'DataFlow',
    9,
    36,
    ['ticket_spike', 'high', 'Ticket spike (+300% this week)', { current: 12, usual: 3, change_pct: 300 }],
    ['open_tickets', 'medium', '9 open tickets', { tickets: 9 }],
  ),
  summarize(
    'Globex',
    3,
    18,
    ['csat_declining', 'medium', 'CSAT down from 4.6 to 3.5', { avg_csat: 3.5, previous_avg_csat: 4.6 }],
    ['open_tickets', 'low', '3 open tickets', { tickets: 3 }],
  ),
  summarize('Northwind Traders International Holdings of Rotterdam and Antwerp B.V.', 2, 9, [
    'sla_at_risk',
    'medium',
    '1 open ticket about to miss SLA',
    { tickets: 1 },
  ]),
  summarize('Initech', 1, 2, ['open_tickets', 'low', '1 open ticket', { tickets: 1 }]),
  ...calmNames.map((name) => summarize(name, 0, 0)),
];

/** A CSM's month as the owner sketched it: 47 open, 4.2 of 5, 5 escalations. */
export const portfolio: Portfolio = portfolioRoute.response.parse({
  summary: {
    period: 'this_month',
    period_range: acme.customer.period_range,
    data_as_of: hoursAgo(0.07),
    customers: 40,
    customers_with_tickets: 23,
    open_tickets: 47,
    open_tickets_change: 12,
    total_tickets: 214,
    total_tickets_change: 31,
    avg_csat: 4.2,
    csat_responses: 88,
    csat_target: 4.5,
    csat_vs_target: -0.3,
    escalations: { open: 5, new_this_week: 2, change: 1 },
    sla: {
      ...acme.customer.sla,
      first_response_met_pct: 94,
      resolution_met_pct: 87.4,
      median_first_response_hours: 0.8,
      median_resolution_hours: 14.2,
      median_first_resolution_hours: 13.6,
      duration_counts: { first_response: 196, first_resolution: 168, resolution: 172 },
      counts: {
        first_response: { met: 188, breached: 12, pending: 4, at_risk: 1, not_applicable: 0 },
        resolution: { met: 166, breached: 24, pending: 20, at_risk: 6, not_applicable: 0 },
      },
    },
    trends: [],
  },
  customers,
  alerts: [],
  next_cursor: 'page-2',
});

/** What follows the first page. */
export const secondPage: Portfolio = portfolioRoute.response.parse({
  ...portfolio,
  customers: ['Zorg Industries', 'Cyberdyne'].map((name) => summarize(name, 0, 0)),
  next_cursor: null,
});

/** What is said of customers without a ticket. */
const withoutTickets = (listed: readonly ReportCustomer[], data_as_of: string | null): Portfolio =>
  portfolioRoute.response.parse({
    ...createPortfolioAccumulator({ customers: listed, period: 'this_month', now: NOW, data_as_of }).result(),
    alerts: [],
    next_cursor: null,
  });

/** Customers, but none of them has a worry, a rating or a decided SLA. */
export const calmPortfolio: Portfolio = withoutTickets(
  calmNames.map((name) => ({ customer_id: idOf(name), name, csm_id: 'dana' })),
  portfolio.summary.data_as_of,
);

/** No customer at all. */
export const emptyPortfolio: Portfolio = withoutTickets([], null);
