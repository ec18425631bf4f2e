import type { SlaStatus, SupportTicket } from '@cscx/support-core';
import { hoursAgo } from './clock.js';

interface Sketch {
  id: string;
  subject: string;
  category: string;
  priority: SupportTicket['priority'];
  status?: SupportTicket['status'];
  /** Hours since it was created. */
  age: number;
  sla: SlaStatus;
  /** Hours until its resolution is due. */
  due?: number;
  escalated?: boolean;
}

/** A ticket of Acme Corp with the facts that a table shows. */
export function acmeTicket({ id, age, sla, due, escalated = false, status = 'open', ...facts }: Sketch): SupportTicket {
  return {
    ...facts,
    ticket_id: `zendesk:acme:${id}`,
    customer_id: 'acme',
    status,
    created_at: hoursAgo(age),
    first_response_at: hoursAgo(age - 0.5),
    csat_offered: null,
    is_escalated: escalated,
    escalation_status: escalated ? 'open' : null,
    reopened_count: 0,
    source_system: 'zendesk',
    external_id: id,
    external_url: `https://acme.zendesk.example/agent/tickets/${id}`,
    tags: [],
    source_updated_at: hoursAgo(Math.min(age, 1)),
    sla_first_response_target: 4,
    sla_resolution_target: 24,
    sla_first_response_met: true,
    sla_resolution_met: sla !== 'breached',
    sla_first_response_status: 'met',
    sla_resolution_status: sla,
    sla_resolution_due_at: due === undefined ? null : hoursAgo(-due),
    sla_source: 'computed',
  };
}

/** The twelve open tickets of test case TC-156.1, oldest first. */
export const acmeTickets: readonly SupportTicket[] = [
  {
    id: '4471',
    subject: 'Invoice shows the wrong VAT number',
    category: 'Billing',
    priority: 'low',
    age: 270,
    sla: 'paused',
    status: 'pending',
  },
  {
    id: '4498',
    subject: 'Feature question about shared dashboards',
    category: 'How-to',
    priority: 'low',
    age: 172,
    sla: 'breached',
  },
  {
    id: '4502',
    subject: 'Salesforce sync stops after 5,000 records',
    category: 'Integration',
    priority: 'medium',
    age: 150,
    sla: 'paused',
    status: 'pending',
  },
  {
    id: '4507',
    subject: 'Two users see each other’s saved filters after the tenant was renamed in the admin console last Friday',
    category: 'Bug Report',
    priority: 'medium',
    age: 131,
    sla: 'breached',
  },
  { id: '4510', subject: 'Performance slow', category: 'Performance', priority: 'medium', age: 122, sla: 'breached' },
  {
    id: '4518',
    subject: 'Export not working',
    category: 'Bug Report',
    priority: 'high',
    age: 75,
    sla: 'breached',
    escalated: true,
  },
  { id: '4521', subject: 'Login issues', category: 'Integration', priority: 'high', age: 50, sla: 'breached' },
  {
    id: '4526',
    subject: 'Webhook deliveries arrive twice',
    category: 'Integration',
    priority: 'medium',
    age: 40,
    sla: 'at_risk',
    due: 8,
  },
  {
    id: '4530',
    subject: 'Report takes a minute to open',
    category: 'Performance',
    priority: 'medium',
    age: 27,
    sla: 'pending',
    due: 21,
  },
  {
    id: '4533',
    subject: 'How do I add a custom role?',
    category: 'How-to',
    priority: 'low',
    age: 9,
    sla: 'pending',
    due: 63,
  },
  {
    id: '4537',
    subject: 'API answers 503 from the EU region',
    category: 'Performance',
    priority: 'critical',
    age: 3.4,
    sla: 'at_risk',
    due: 0.6,
  },
  {
    id: '4539',
    subject: 'Dark mode: chart labels hard to read',
    category: 'Bug Report',
    priority: 'low',
    age: 0.6,
    sla: 'pending',
    due: 71,
  },
].map((sketch) => acmeTicket(sketch as Sketch));
