import { instantOf, instantOrNull } from '../../time/instant.js';
import { simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { ExpectedTicket } from '../shared/ticket-truth.js';
import { visibleTags } from '../shared/visible-tags.js';

const STATUS = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
} as const;
const PRIORITY = { low: 'low', normal: 'medium', high: 'high', urgent: 'critical' } as const;

const verdict = (
  { due_at, breached_at }: { due_at: number; breached_at: number | null },
  { isEnded, isStopped }: { isEnded: boolean; isStopped: boolean },
) => {
  const due = instantOf(due_at);
  const shown = isStopped ? null : due;
  if (breached_at !== null) return { is_breached: true, breached_at: due, due_at: shown };
  return { is_breached: isEnded || isStopped ? false : null, due_at: shown };
};

/** What has to be known of a ticket of a simulated account. */
export const freshdeskTruth = (ticket: SimulatedTicket, domain: string): ExpectedTicket => {
  const ticket_id = `freshdesk:${domain}:${ticket.number}`;
  if (ticket.removed !== null) return { ticket_id, expected: null };
  const { company, email } = ticket.story.requester;
  const isStopped = ticket.status === 'pending' || ticket.status === 'hold';
  const { first_response, resolution } = simulatedSla(ticket, ticket.updated_at);
  const isResolved = ticket.solved_at !== null;
  const isAnswered = ticket.first_replied_at !== null || (isResolved && ticket.reopened_at === null);
  return {
    ticket_id,
    expected: {
      status: STATUS[ticket.status],
      priority: ticket.priority === null ? 'medium' : PRIORITY[ticket.priority],
      subject: ticket.subject,
      category: ticket.story.topic,
      tags: visibleTags(ticket),
      is_escalated: ticket.escalated,
      assignee: ticket.assignee,
      requester_email: email,
      company: company
        ? { id: String(company.id), external_id: company.external_id, name: company.name, custom_field: null }
        : undefined,
      first_response_at: instantOrNull(ticket.first_replied_at),
      resolved_at: instantOrNull(ticket.solved_at),
      closed_at: instantOrNull(ticket.closed_at),
      reopened_count: Math.min(ticket.reopens, 1),
      source_updated_at: instantOf(ticket.updated_at),
      vendor_sla: {
        first_response: verdict(first_response, { isEnded: isAnswered, isStopped }),
        resolution: verdict(resolution, { isEnded: isResolved, isStopped }),
      },
    },
  };
};
