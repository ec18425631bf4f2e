import type { TicketPriority } from '../../model/ticket-priority.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { ExpectedTicket, TicketTruth } from '../shared/ticket-truth.js';
import { visibleTags } from '../shared/visible-tags.js';

const STATUSES = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
} as const;
const PRIORITIES: Readonly<Record<string, TicketPriority>> = {
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'critical',
};

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

/**
 * What has to be known of a ticket of a simulated account whose survey has two points.
 *
 * @param organizationFields - what was changed of an organization by hand
 */
export const zendeskTruth = (
  ticket: SimulatedTicket,
  { subdomain, organizationFields }: { subdomain: string; organizationFields: (id: number) => object },
): ExpectedTicket => {
  const { number, status, priority, story, removed } = ticket;
  const rating = ticket.ratings.at(-1);
  const expected: TicketTruth = {
    status: STATUSES[status],
    priority: PRIORITIES[priority ?? 'normal'] ?? 'medium',
    raw_priority: priority,
    tags: visibleTags(ticket),
    is_escalated: ticket.escalated,
    subject: ticket.subject,
    created_at: instantOf(ticket.created_at),
    resolved_at: instantOrNull(ticket.solved_at),
    closed_at: instantOrNull(ticket.closed_at),
    reopened_count: ticket.reopens,
    csat_score: rating ? (rating.score >= 4 ? 5 : 1) : null,
    csat_feedback: rating?.comment ?? null,
    csat_offered: ticket.survey_sent_at !== null || rating !== undefined,
    requester_email: story.requester.email,
    assignee: ticket.assignee,
    source_updated_at: instantOf(wholeSecond(ticket.updated_at)),
  };
  if (story.requester.company) {
    const { id, external_id, name } = story.requester.company;
    expected.company = { id: String(id), external_id, name, custom_field: null, ...organizationFields(id) };
  }
  return { ticket_id: `zendesk:${subdomain}:${number}`, expected: removed === null ? expected : null };
};
