import type { SupportTicket, TrendData } from '@cscx/support-core';
import { type ApiResponse, customerMetricsRoute, portfolioRoute } from '@cscx/support-core/api';
import { daysAgo } from './clock.js';
import { acme } from './customer.js';
import { portfolio } from './portfolio.js';
import { acmeTicket, acmeTickets } from './tickets.js';

type CustomerMetrics = ApiResponse<typeof customerMetricsRoute>;

const LONG =
  'Two users see each other’s saved filters after the tenant was renamed in the admin console last Friday evening';

/** Averages, ratings and met shares of twelve weeks: gaps, few ratings, one bad week. */
const ratings: readonly Partial<TrendData>[] = [
  { avg_csat: 4.4, csat_responses: 5, first_response_met_pct: 96, resolution_met_pct: 92 },
  { avg_csat: 4.1, csat_responses: 7, first_response_met_pct: 95, resolution_met_pct: 90 },
  { avg_csat: null, csat_responses: 0, first_response_met_pct: 97, resolution_met_pct: 94 },
  { avg_csat: 4.3, csat_responses: 4, first_response_met_pct: 93, resolution_met_pct: 91 },
  { avg_csat: 4.0, csat_responses: 6, first_response_met_pct: 94, resolution_met_pct: 88 },
  { avg_csat: 5, csat_responses: 1, first_response_met_pct: 98, resolution_met_pct: 93 },
  { avg_csat: 3.8, csat_responses: 5, first_response_met_pct: 92, resolution_met_pct: 86 },
  { avg_csat: 3.9, csat_responses: 8, first_response_met_pct: 95, resolution_met_pct: 89 },
  { avg_csat: 3.6, csat_responses: 5, first_response_met_pct: 91, resolution_met_pct: 84 },
  { avg_csat: 3.0, csat_responses: 3, first_response_met_pct: 90, resolution_met_pct: 85 },
  { avg_csat: 2.5, csat_responses: 2, first_response_met_pct: 84, resolution_met_pct: 71 },
  { avg_csat: 2.0, csat_responses: 1, first_response_met_pct: null, resolution_met_pct: 80 },
];

const rated = (
  id: string,
  csat_score: number,
  csat_feedback: string | null,
  days: number,
  subject = 'Export not working',
): SupportTicket => ({
  ...acmeTicket({ id, subject, category: 'How-to', priority: 'low', age: 24 * days + 9, sla: 'met', status: 'closed' }),
  csat_score,
  csat_feedback,
  csat_responded_at: daysAgo(days),
});

const ratedTickets: readonly SupportTicket[] = [
  rated('4402', 2, 'Took three days and two colleagues until somebody understood that the export was cut off.', 1),
  rated('4391', 5, 'Fast and friendly, thank you!', 4, 'Reset of two-factor sign-in'),
  rated('4377', 3, 'It works now. I still do not know why it broke.', 6, 'Webhook deliveries arrive twice'),
  rated('4360', 1, `${LONG}. ${LONG}. Nobody told us.`, 9, LONG),
  rated('4344', 4, null, 11),
  rated('4340', 4, 'Good answer.', 13, 'Invoice shows the wrong VAT number'),
  rated('4331', 5, 'Perfect.', 16),
];

const escalated = (
  id: string,
  subject: string,
  from: number | null,
  more: Partial<SupportTicket>,
  status: SupportTicket['status'] = 'open',
): SupportTicket => ({
  ...acmeTicket({
    id,
    subject,
    category: 'Bug Report',
    priority: 'high',
    age: 24 * ((from ?? 5) + 1),
    sla: 'breached',
    status,
  }),
  is_escalated: true,
  escalation_status: 'open',
  escalated_at: from === null ? null : daysAgo(from),
  ...more,
});

/** Escalations that stand and some that ended, with and without reason, level, begin and end. */
export const escalatedTickets: readonly SupportTicket[] = [
  escalated('4518', 'Export not working', 3, { escalation_reason: 'outage', escalation_level: 2 }),
  escalated('4508', LONG, 5.2, {
    priority: 'medium',
    escalation_reason: 'An executive of the customer called our head of support about it',
  }),
  escalated(
    '4466',
    'Single sign-on fails for new users',
    12,
    { escalation_status: 'resolved', escalation_reason: 'sla_breach', escalation_level: 1, resolved_at: daysAgo(8.5) },
    'resolved',
  ),
  escalated(
    '4430',
    'Data of last week is missing in reports',
    19,
    { escalation_status: 'resolved', escalation_level: 3, resolved_at: daysAgo(18.6) },
    'closed',
  ),
  escalated('4421', 'Slow search', null, { escalation_status: 'resolved', escalation_reason: 'tag' }, 'closed'),
];

/** The escalated tickets take the places of two others: twelve are open, three of high priority, as the numbers say. */
const openTickets = [
  ...acmeTickets.filter(({ is_escalated, external_id }) => !is_escalated && external_id !== '4507'),
  ...escalatedTickets.filter(({ status }) => status === 'open'),
].toSorted((a, b) => a.created_at.localeCompare(b.created_at));

/** Acme Corp with ratings, comments and escalations. */
export const busyCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...acme,
  customer: {
    ...acme.customer,
    satisfaction: { ...acme.customer.satisfaction, satisfied_pct: 50, distribution: { 1: 1, 2: 1, 3: 2, 4: 2, 5: 2 } },
    escalations: {
      ...acme.customer.escalations,
      total: 5,
      open: 2,
      rate: 0.125,
      time_to_resolution: { n: 2, avg_hours: 47, median_hours: 47, p90_hours: 80 },
    },
  },
  tickets: [...openTickets, ...escalatedTickets.filter(({ status }) => status !== 'open'), ...ratedTickets],
  trends: acme.trends.map((trend, index) => ({ ...trend, ...ratings[index] })),
});

/** Six figures and names that do not end. */
export const hugeCustomer: CustomerMetrics = customerMetricsRoute.response.parse({
  ...busyCustomer,
  customer: {
    ...busyCustomer.customer,
    customer_name: 'Northwind Traders International Holdings of Rotterdam and Antwerp B.V.',
    tickets: {
      ...busyCustomer.customer.tickets,
      total: 1_284_310,
      open: 1_212_120,
      open_by_priority: { low: 404_040, medium: 505_050, high: 202_020, critical: 101_010 },
      by_category: {
        'Integration with third-party identity providers and single sign-on': 912_400,
        Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: 312_004,
        Billing: 59_905,
        uncategorized: 1,
      },
      by_priority: { low: 900_000, medium: 300_000, high: 84_000, critical: 310 },
      previous_by_priority: { low: 400_000, medium: 60_000, high: 13_103, critical: 0 },
      previous_by_category: {
        'Integration with third-party identity providers and single sign-on': 412_100,
        Billing: 61_003,
      },
      changes: {
        ...busyCustomer.customer.tickets.changes,
        total: { previous: 473_103, change: 811_207, change_pct: 171 },
      },
    },
    sla: {
      ...busyCustomer.customer.sla,
      median_resolution_hours: 1480,
      p90_resolution_hours: 12_400,
      avg_resolution_hours: 3_210,
      counts: {
        first_response: { met: 1_180_432, breached: 98_004, pending: 5_874, at_risk: 1_204, not_applicable: 12 },
        resolution: { met: 901_238, breached: 301_554, pending: 81_518, at_risk: 20_110, not_applicable: 0 },
      },
    },
    satisfaction: {
      ...busyCustomer.customer.satisfaction,
      csat_responses: 412_908,
      distribution: { 1: 40_203, 2: 31_004, 3: 81_239, 4: 110_238, 5: 150_224 },
    },
    escalations: { ...busyCustomer.customer.escalations, total: 18_204, open: 1_204 },
  },
  trends: busyCustomer.trends.map((trend) => ({
    ...trend,
    created: trend.created * 98_765,
    resolved: trend.resolved * 97_654,
    open_at_end: trend.open_at_end * 101_010,
    csat_responses: trend.csat_responses * 8_000,
  })),
});

/** What was expected of {@link busyCustomer}, and the week that stands out. */
export const expectedVolume = busyCustomer.trends.map(({ bucket_start }, index) => ({
  bucket_start,
  low: 3 + (index % 3),
  high: 10 + (index % 4),
}));

export const volumeAnomalies = busyCustomer.trends
  .slice(10, 11)
  .map(({ bucket_start }) => ({ bucket_start, direction: 'more' as const }));

/** So many open tickets of one customer, oldest first, no two alike. */
export const manyTickets = (count: number): SupportTicket[] =>
  Array.from({ length: count }, (_, index) => {
    const sketch = acmeTickets[index % acmeTickets.length] ?? acmeTickets[0];
    const age = 0.2 + (count - index) * 0.7;
    const ticket = acmeTicket({
      id: String(10_000 + index),
      subject: sketch?.subject ?? '',
      category: sketch?.category ?? '',
      priority: sketch?.priority ?? 'low',
      status: sketch?.status ?? 'open',
      age,
      sla: sketch?.sla_resolution_status ?? 'pending',
      ...(sketch?.sla_resolution_due_at && { due: 0.3 + (index % 97) * 0.9 }),
    });
    return { ...ticket, escalation_status: sketch?.escalation_status ?? null };
  });

const csms = ['dana', 'fox', 'walter', 'monica-reyes-of-the-enterprise-team-in-rotterdam', null];

/** A portfolio that five CSMs share, one of them nobody. */
export const teamPortfolio: ApiResponse<typeof portfolioRoute> = portfolioRoute.response.parse({
  ...portfolio,
  customers: portfolio.customers.map((customer, index) => ({
    ...customer,
    csm_id: csms[index % csms.length],
    avg_csat: index % 4 === 3 ? null : 3 + (index % 5) * 0.4,
    csat_responses: index % 4 === 3 ? 0 : 1 + index * 3,
    escalations_open: index % 6 === 1 ? 2 : 0,
    attention: {
      ...customer.attention,
      reasons: customer.attention.reasons.map((reason) =>
        reason.type === 'sla_breached' ? { ...reason, evidence: { tickets: 5 } } : reason,
      ),
    },
  })),
  next_cursor: null,
});

/** As they are called. */
export const csmNames: Readonly<Record<string, string>> = {
  dana: 'Dana Scully',
  fox: 'Fox Mulder',
  walter: 'Walter Skinner',
};
