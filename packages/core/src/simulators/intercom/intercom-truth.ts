import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { IntercomOffice } from './intercom-office.js';
import { conversationIdOf, isConversation } from './intercom-ids.js';
import { visibleTags } from '../shared/visible-tags.js';
import { instantOf, instantOrNull } from '../../time/instant.js';
import type { ExpectedTicket, TicketTruth } from '../shared/ticket-truth.js';

const wholeSecond = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / 1000) * 1000);
const instant = (ms: number | null) => instantOrNull(wholeSecond(ms));

const PRIORITIES = { low: 'low', normal: 'medium', high: 'high', urgent: 'critical' } as const;

const CONVERSATION = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'pending',
  solved: 'resolved',
  closed: 'resolved',
} as const;

/** What has to be known of a ticket of a simulated workspace that is read in version 2.16. */
export const intercomTruth =
  (office: Pick<IntercomOffice, 'app_id' | 'kindOf'>) =>
  (ticket: SimulatedTicket): ExpectedTicket => {
    const { number, story, status } = ticket;
    const kind = office.kindOf(number);
    const external_id = conversationIdOf(number);
    const ticket_id = `intercom:${office.app_id}:${external_id}`;
    if (ticket.removed !== null || kind === 'back_office' || kind === 'outbound') return { ticket_id, expected: null };
    const isClosed = kind !== 'conversation' && status === 'closed';
    const rating = ticket.ratings.at(-1);
    const { company, email } = story.requester;
    const shared: TicketTruth = {
      subject: ticket.subject,
      category: story.topic,
      status: isClosed ? 'closed' : CONVERSATION[status],
      created_at: instantOf(ticket.created_at),
      first_response_at: instant(ticket.first_replied_at),
      resolved_at: instant(ticket.solved_at),
      first_resolved_at: instant(ticket.first_solved_at),
      reopened_count: ticket.reopens,
      requester_email: email,
      assignee: ticket.assignee,
      source_updated_at: instant(ticket.updated_at) ?? '',
      external_url: `https://app.intercom.com/a/inbox/${office.app_id}/inbox/conversation/${external_id}`,
      company: {
        id: company && String(company.id).padStart(24, '6'),
        external_id: company?.external_id ?? null,
        name: company?.name ?? null,
        custom_field: null,
      },
    };
    if (!isConversation(kind)) return { ticket_id, expected: { ...shared, tags: [], is_escalated: false } };
    return {
      ticket_id,
      expected: {
        ...shared,
        priority: ticket.priority ? PRIORITIES[ticket.priority] : 'medium',
        tags: visibleTags(ticket),
        is_escalated: ticket.escalated,
        ...(ticket.escalated && { escalated_at: instant(ticket.escalated_at) }),
        csat_score: rating?.score ?? null,
        csat_offered: ticket.survey_sent_at !== null || rating ? true : null,
      },
    };
  };
