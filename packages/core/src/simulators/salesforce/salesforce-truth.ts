import type { TicketDraft } from '../../model/support-ticket.js';
import type { TicketStatus } from '../../model/ticket-status.js';
import { recordId } from './salesforce-record-ids.js';
import { simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedPriority, SimulatedStatus } from '../shared/ticket-story.js';
import type { ExpectedTicket, TicketTruth } from '../shared/ticket-truth.js';
import { instantOf, instantOrNull } from '../../time/instant.js';

const STATUSES: Readonly<Record<SimulatedStatus, TicketStatus>> = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'closed',
};

const PRIORITIES: Readonly<Record<Exclude<SimulatedPriority, null>, TicketDraft['priority']>> = {
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'critical',
};

const escalation = ({ escalated_at, escalation_reason, solved_at }: SimulatedTicket): Partial<TicketDraft> =>
  escalated_at === null
    ? { is_escalated: false }
    : {
        is_escalated: true,
        escalated_at: instantOf(escalated_at),
        escalation_reason: escalation_reason ?? 'marked as escalated',
        escalation_status: solved_at === null ? 'open' : 'resolved',
      };

/** When a closed case's clock was over is no longer a question of now. */
const verdicts = (ticket: SimulatedTicket): Partial<TicketDraft> => {
  const { solved_at, first_replied_at } = ticket;
  if (solved_at === null) return {};
  const { first_response, resolution } = simulatedSla(ticket, solved_at);
  const verdict = (due: number, at: number) => {
    const due_at = instantOf(due);
    return at > due ? { is_breached: true, breached_at: due_at, due_at } : { is_breached: false, due_at };
  };
  return {
    vendor_sla: {
      first_response: verdict(first_response.due_at, first_replied_at ?? solved_at),
      resolution: verdict(resolution.due_at, solved_at),
    },
  };
};

/** What has to be known of a case that stands. */
const caseTruth = (ticket: SimulatedTicket): TicketTruth => {
  const { story, status, priority, solved_at } = ticket;
  const { company, email } = story.requester;
  const rating = ticket.ratings.at(-1);
  const isDone = status === 'solved' || status === 'closed';
  return {
    subject: ticket.subject,
    category: story.topic,
    status: STATUSES[status],
    priority: priority === null ? 'medium' : PRIORITIES[priority],
    created_at: instantOf(ticket.created_at),
    first_response_at: instantOrNull(ticket.first_replied_at),
    resolved_at: isDone ? instantOrNull(solved_at) : null,
    first_resolved_at: instantOrNull(ticket.first_solved_at),
    closed_at: instantOrNull(ticket.closed_at),
    reopened_count: ticket.reopens,
    csat_score: rating?.score ?? null,
    assignee: ticket.assignee,
    requester_email: email,
    company: {
      id: company && recordId('account', company.id),
      external_id: company?.external_id ?? null,
      name: company?.name ?? null,
      custom_field: null,
    },
    source_updated_at: instantOf(ticket.updated_at),
    ...escalation(ticket),
    ...verdicts(ticket),
  };
};

/** What has to be known of a ticket of a simulated organization. */
export const salesforceTruth =
  (my_domain: string) =>
  (ticket: SimulatedTicket): ExpectedTicket => ({
    ticket_id: `salesforce:${my_domain}:${recordId('case', ticket.number)}`,
    expected: ticket.removed === null ? caseTruth(ticket) : null,
  });
