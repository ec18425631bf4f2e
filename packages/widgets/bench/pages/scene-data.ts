import type { SupportTicket, TrendData } from '@cscx/support-core';
import type { Portfolio } from '@cscx/support-client';

/** When everything happens. */
export const NOW = '2026-11-23T09:30:00Z';

const WEEK = 7 * 86_400_000;
const instant = (epoch: number): string => new Date(epoch).toISOString().replace('.000Z', 'Z');

/** Twelve weeks: two charts are drawn from them, one of volume and one of the SLA. */
export const trends: readonly TrendData[] = Array.from({ length: 12 }, (_, index) => {
  const start = Date.parse('2026-11-23T00:00:00Z') - (11 - index) * WEEK;
  return {
    bucket_start: instant(start),
    bucket_end: instant(start + WEEK),
    created: 5 + ((index * 7) % 11),
    resolved: 4 + ((index * 5) % 9),
    reopened: 0,
    open_at_end: 3 + ((index * 3) % 13),
    escalated: 0,
    avg_csat: 3 + (index % 3) / 2,
    csat_responses: 4,
    first_response_met_pct: 88 + (index % 5) * 2,
    resolution_met_pct: 80 + (index % 4) * 4,
  };
});

const range = {
  start: '2026-11-01T00:00:00Z',
  end: '2026-12-01T00:00:00Z',
  previous_start: '2026-10-01T00:00:00Z',
  previous_end: '2026-10-23T09:30:00Z',
  timezone: 'UTC',
};

const counts = { met: 188, breached: 12, pending: 4, at_risk: 1, not_applicable: 0 };

const sla: Portfolio['summary']['sla'] = {
  first_response_met_pct: 94,
  resolution_met_pct: 87.4,
  avg_first_response_hours: 1.9,
  avg_resolution_hours: 18.2,
  median_first_response_hours: 0.8,
  median_resolution_hours: 14.2,
  p90_first_response_hours: 5.4,
  p90_resolution_hours: 44,
  avg_first_resolution_hours: 17.4,
  median_first_resolution_hours: 11.2,
  p90_first_resolution_hours: 42,
  duration_counts: { first_response: 39, first_resolution: 34, resolution: 35 },
  first_response_trend: 'stable',
  resolution_trend: 'declining',
  counts: { first_response: counts, resolution: counts },
  target_pct: 90,
};

/** A portfolio of forty customers. */
export const portfolio: Portfolio = {
  summary: {
    period: 'this_month',
    period_range: range,
    data_as_of: NOW,
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
    sla,
    trends: [...trends],
  },
  customers: Array.from({ length: 40 }, (_, index) => ({
    customer_id: `c${index}`,
    customer_name: `Customer ${index}`,
    csm_id: 'dana',
    open_tickets: index,
    total_tickets: 3 * index,
    avg_csat: 4,
    csat_responses: 3,
    escalations_open: 0,
    first_response_met_pct: 90,
    resolution_met_pct: 90,
    volume_change_pct: 0,
    attention: {
      score: 40 - index,
      reasons: [
        { type: 'open_tickets' as const, severity: 'medium' as const, points: 9, evidence: {}, text: `${index} open` },
      ],
    },
  })),
  alerts: [],
  next_cursor: null,
};

const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;

/** So many open tickets, no two alike, as a client gets them: texts that are put together in a page are laid out when they are first read. */
export const openTickets = (count: number): SupportTicket[] =>
  JSON.parse(JSON.stringify(Array.from({ length: count }, (_, index) => ticketOf(index)))) as SupportTicket[];

const ticketOf = (index: number): SupportTicket => ({
  ticket_id: `zendesk:acme:${index}`,
  customer_id: 'acme',
  subject: `Export ${index} stops after five thousand records`,
  category: 'Bug Report',
  priority: PRIORITIES[index % 4] ?? 'low',
  status: index % 5 === 0 ? 'pending' : 'open',
  created_at: instant(Date.parse(NOW) - (index + 1) * 2_400_000),
  csat_offered: null,
  is_escalated: false,
  reopened_count: 0,
  source_system: 'zendesk',
  external_id: String(index),
  external_url: `https://acme.zendesk.example/agent/tickets/${index}`,
  tags: [],
  source_updated_at: NOW,
  sla_first_response_target: 4,
  sla_resolution_target: 24,
  sla_first_response_met: true,
  sla_resolution_met: true,
  sla_first_response_status: 'met',
  sla_resolution_status: index % 3 === 0 ? 'at_risk' : 'pending',
  sla_resolution_due_at: instant(Date.parse(NOW) + (index % 977) * 360_000),
  sla_source: 'computed',
});
