import { type ApiResponse, customerMetricsRoute } from '@cscx/support-core/api';
import { alerts } from './alerts.js';
import { hoursAgo } from './clock.js';
import { acmeTickets } from './tickets.js';
import { weeklyTrends } from './trends.js';

type CustomerMetrics = ApiResponse<typeof customerMetricsRoute>;

const month = {
  start: '2026-11-01T00:00:00Z',
  end: '2026-12-01T00:00:00Z',
  previous_start: '2026-10-01T00:00:00Z',
  previous_end: '2026-10-23T09:30:00Z',
  timezone: 'UTC',
};

/** Acme Corp as the owner sketched it: 12 open, 3 of high priority, 18 hours, 3.1 and falling. */
export const acme: CustomerMetrics = customerMetricsRoute.response.parse({
  customer: {
    customer_id: 'acme',
    customer_name: 'Acme Corp',
    period: 'this_month',
    period_range: month,
    data_as_of: hoursAgo(0.07),
    tickets: {
      total: 40,
      open: 12,
      pending: 2,
      resolved: 34,
      by_priority: { low: 10, medium: 17, high: 10, critical: 3 },
      by_category: {
        Performance: 14,
        Integration: 9,
        'How-to': 7,
        'Bug Report': 6,
        Billing: 2,
        Access: 1,
        uncategorized: 1,
      },
      open_by_priority: { low: 4, medium: 5, high: 2, critical: 1 },
      reopened: 2,
      backlog_change: 6,
    },
    sla: {
      first_response_met_pct: 92.5,
      resolution_met_pct: 85,
      avg_first_response_hours: 1.9,
      avg_resolution_hours: 18.2,
      median_first_response_hours: 1.1,
      median_resolution_hours: 11.5,
      p90_first_response_hours: 5.4,
      p90_resolution_hours: 44,
      counts: {
        first_response: { met: 37, breached: 3, pending: 0, at_risk: 0, not_applicable: 0 },
        resolution: { met: 34, breached: 6, pending: 5, at_risk: 2, not_applicable: 0 },
      },
      target_pct: 90,
    },
    satisfaction: {
      avg_csat: 3.125,
      csat_responses: 8,
      csat_response_rate: 0.24,
      satisfied_pct: 37.5,
      distribution: { 1: 1, 2: 1, 3: 3, 4: 2, 5: 1 },
      trend: 'declining',
      trend_confidence: 'low',
      previous_avg_csat: 3.8,
    },
    escalations: { total: 1, open: 1, rate: 0.025, by_reason: { outage: 1 } },
  },
  tickets: acmeTickets,
  next_cursor: null,
  trends: weeklyTrends(
    [
      [5, 4],
      [8, 6],
      [6, 8],
      [9, 7],
      [5, 7],
      [8, 8],
      [7, 6],
      [10, 9],
      [6, 8],
      [9, 7],
      [14, 9],
      [12, 8],
    ],
    0,
  ),
  alerts: alerts.filter(({ customer_id }) => customer_id === 'acme'),
});

/** A customer that has never written. */
export const silentCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...acme,
  customer: {
    ...acme.customer,
    customer_id: 'silent',
    customer_name: 'Silent Partners Ltd',
    tickets: {
      ...acme.customer.tickets,
      total: 0,
      open: 0,
      pending: 0,
      resolved: 0,
      by_category: {},
      open_by_priority: { low: 0, medium: 0, high: 0, critical: 0 },
    },
  },
  tickets: [],
  trends: weeklyTrends(Array.from({ length: 12 }, () => [0, 0] as const)),
  alerts: [],
});

/** A customer with nothing open and nothing decided, but with a past. */
export const calmCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...acme,
  customer: {
    ...silentCustomer.customer,
    customer_id: 'calm',
    customer_name: 'Calm Waters',
    sla: {
      ...acme.customer.sla,
      first_response_met_pct: null,
      resolution_met_pct: null,
      avg_first_response_hours: null,
      avg_resolution_hours: null,
      median_first_response_hours: null,
      median_resolution_hours: null,
    },
    satisfaction: {
      avg_csat: null,
      csat_responses: 0,
      csat_response_rate: null,
      satisfied_pct: null,
      distribution: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
      trend: 'stable',
      trend_confidence: 'insufficient_data',
      previous_avg_csat: null,
    },
  },
  tickets: [],
  trends: weeklyTrends([
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 1],
    [0, 1],
    [0, 0],
    [1, 1],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ]),
  alerts: [],
});
