import { createCustomerAccumulator } from '@cscx/support-core';
import { type ApiResponse, customerMetricsRoute } from '@cscx/support-core/api';
import { alerts } from './alerts.js';
import { hoursAgo, NOW } from './clock.js';
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
      resolved: 36,
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
      previous_by_priority: { low: 8, medium: 12, high: 4, critical: 1 },
      previous_by_category: { 'How-to': 9, Integration: 8, Performance: 4, Billing: 3, 'Bug Report': 1 },
      open_by_priority: { low: 4, medium: 5, high: 2, critical: 1 },
      reopened: 2,
      backlog_change: 6,
      open_by_age: [
        { min_days: 0, max_days: 1, tickets: 3 },
        { min_days: 1, max_days: 3, tickets: 3 },
        { min_days: 3, max_days: 7, tickets: 4 },
        { min_days: 7, max_days: 14, tickets: 2 },
        { min_days: 14, max_days: 30, tickets: 0 },
        { min_days: 30, max_days: 90, tickets: 0 },
        { min_days: 90, max_days: null, tickets: 0 },
      ],
      changes: {
        total: { previous: 25, change: 15, change_pct: 60 },
        resolved: { previous: 24, change: 12, change_pct: 50 },
        reopened: { previous: 0, change: 2, change_pct: null },
      },
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
      avg_first_resolution_hours: 17.4,
      median_first_resolution_hours: 11.2,
      p90_first_resolution_hours: 42,
      duration_counts: { first_response: 39, first_resolution: 34, resolution: 35 },
      first_response_trend: 'stable',
      resolution_trend: 'declining',
      counts: {
        first_response: { met: 37, breached: 3, pending: 0, at_risk: 0, not_applicable: 0 },
        resolution: { met: 34, breached: 6, pending: 7, at_risk: 2, not_applicable: 0 },
      },
      target_pct: 90,
    },
    satisfaction: {
      avg_csat: 3.125,
      csat_responses: 8,
      csat_response_rate: 0.25,
      satisfied_pct: 37.5,
      distribution: { 1: 1, 2: 1, 3: 3, 4: 2, 5: 1 },
      trend: 'declining',
      trend_confidence: 'low',
      previous_avg_csat: 3.8,
      scales: ['five_point'],
    },
    escalations: {
      total: 1,
      open: 1,
      rate: 0.025,
      by_reason: { outage: 1 },
      by_level: { 2: 1 },
      time_to_escalation: { n: 1, avg_hours: 3, median_hours: 3, p90_hours: 3 },
      time_to_resolution: { n: 0, avg_hours: null, median_hours: null, p90_hours: null },
    },
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
      [5, 8, { reopened: 1, avg_csat: 4.5, csat_responses: 2 }],
      [9, 8, { reopened: 1, avg_csat: 3, csat_responses: 3 }],
      [14, 9, { escalated: 1, avg_csat: 2.5, csat_responses: 2 }],
      [12, 8, { avg_csat: 2, csat_responses: 1 }],
    ],
    0,
  ),
  alerts: alerts.filter(({ customer_id }) => customer_id === 'acme'),
});

/** What is said of a customer without a ticket. */
const reportOf = (customer_id: string, name: string) =>
  createCustomerAccumulator({
    customer: { customer_id, name },
    period: 'this_month',
    now: NOW,
    data_as_of: acme.customer.data_as_of,
  }).result();

const silence = reportOf('silent', 'Silent Partners Ltd');

/** A customer that has never written. */
export const silentCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...acme,
  customer: silence.metrics,
  tickets: [],
  trends: silence.trends,
  alerts: [],
});

/** A customer with nothing open and nothing decided, but with a past. */
export const calmCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...acme,
  customer: reportOf('calm', 'Calm Waters').metrics,
  tickets: [],
  trends: weeklyTrends([[1, 0], [2, 1], [1, 3], ...Array.from({ length: 9 }, () => [0, 0] as const)]),
  alerts: [],
});
