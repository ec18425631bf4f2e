import type { SupportAlert } from '@cscx/support-core';
import { daysAgo, hoursAgo } from './clock.js';

type Sketch = Pick<
  SupportAlert,
  'customer_id' | 'customer_name' | 'type' | 'severity' | 'title' | 'description' | 'evidence'
> & {
  at: string;
};

const sketches: readonly Sketch[] = [
  {
    customer_id: 'dataflow',
    customer_name: 'DataFlow',
    type: 'ticket_spike',
    severity: 'high',
    title: 'Ticket spike: +300%',
    description: '12 tickets in the last 7 days, usually 3 a week.',
    evidence: { current: 12, usual: 3, change_pct: 300 },
    at: hoursAgo(0.4),
  },
  {
    customer_id: 'acme',
    customer_name: 'Acme Corp',
    type: 'sla_breach',
    severity: 'critical',
    title: 'Resolution SLA breached',
    description: 'Resolution took longer than its target on a critical priority ticket.',
    evidence: { metric: 'resolution', priority: 'critical' },
    at: hoursAgo(2),
  },
  {
    customer_id: 'northwind',
    customer_name: 'Northwind Traders International Holdings of Rotterdam and Antwerp B.V.',
    type: 'sla_at_risk',
    severity: 'medium',
    title: 'First response SLA at risk',
    description: 'Most of the first response target is used up on a medium priority ticket.',
    evidence: { metric: 'first_response', priority: 'medium' },
    at: hoursAgo(6),
  },
  {
    customer_id: 'acme',
    customer_name: 'Acme Corp',
    type: 'low_csat',
    severity: 'high',
    title: 'Low satisfaction: 3.1 of 5',
    description: '8 ratings in 30 days average 3.1, below 3.5.',
    evidence: { avg_csat: 3.125, csat_responses: 8, days: 30, low_csat_below: 3.5 },
    at: hoursAgo(20),
  },
  {
    customer_id: 'techstart',
    customer_name: 'TechStart',
    type: 'new_escalation',
    severity: 'high',
    title: 'Ticket escalated',
    description: 'An escalation has been pending since Nov 20, 2026.',
    evidence: { escalated_at: daysAgo(3), days: 3 },
    at: daysAgo(3),
  },
  {
    customer_id: 'globex',
    customer_name: 'Globex',
    type: 'csat_decline',
    severity: 'high',
    title: 'Satisfaction fell by 24%',
    description: 'From 4.6 to 3.5 against the 30 days before.',
    evidence: { avg_csat: 3.5, previous_avg_csat: 4.6, decline_pct: 24 },
    at: daysAgo(4),
  },
  {
    customer_id: 'initech',
    customer_name: 'Initech',
    type: 'sla_breach',
    severity: 'low',
    title: 'Resolution SLA breached',
    description: 'Resolution took longer than its target on a low priority ticket.',
    evidence: { metric: 'resolution', priority: 'low' },
    at: daysAgo(6),
  },
];

/** What stands in the portfolio, newest first. */
export const alerts: readonly SupportAlert[] = sketches.map(({ at, ...sketch }, index) => ({
  ...sketch,
  alert_id: `alert-${index + 1}`,
  csm_id: 'dana',
  status: 'open',
  ticket_ids: [],
  dedupe_key: `${sketch.type}:${sketch.customer_id}:${index}`,
  created_at: at,
  updated_at: at,
}));
