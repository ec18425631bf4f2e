import type { TicketRecord } from '../model/support-ticket.js';

/**
 * A valid ticket for tests: a medium, open question of customer `acme`, created on 2 November 2026,
 * with what the test is about laid over it.
 *
 * @param facts - `external_id` also makes the `ticket_id`
 * @example
 * buildTicket({ external_id: '7', status: 'resolved', resolved_at: '2026-11-03T09:00:00Z' });
 */
export const buildTicket = (facts: Partial<TicketRecord> = {}): TicketRecord => {
  const external_id = facts.external_id ?? '1';
  const created_at = facts.created_at ?? '2026-11-02T09:00:00Z';
  return {
    ticket_id: `import:desk:${external_id}`,
    customer_id: 'acme',
    subject: 'A question',
    category: 'how_to',
    priority: 'medium',
    status: 'open',
    created_at,
    csat_offered: null,
    is_escalated: false,
    reopened_count: 0,
    source_system: 'import',
    external_id,
    tags: [],
    source_updated_at: facts.resolved_at ?? facts.closed_at ?? created_at,
    ...facts,
  };
};
