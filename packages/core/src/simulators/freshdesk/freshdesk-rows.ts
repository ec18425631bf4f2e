import { simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedPriority, SimulatedStatus } from '../shared/ticket-story.js';
import { visibleTags } from '../shared/visible-tags.js';
import { FRESHDESK_GROUPS, type FreshdeskPeople } from './freshdesk-people.js';

const STATUS: Readonly<Record<SimulatedStatus, number>> = {
  new: 2,
  open: 2,
  pending: 3,
  hold: 7,
  solved: 4,
  closed: 5,
};

const PRIORITY: Readonly<Record<NonNullable<SimulatedPriority>, number>> = { low: 1, normal: 2, high: 3, urgent: 4 };

const MEDIUM = 2;

/** Of surveys with five choices; the ends are those of seven. */
const RATINGS = [-103, -102, 100, 102, 103];

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

const instantOrNull = (ms: number | null): string | null => (ms === null ? null : instant(ms));

/** Freshdesk leaves the company empty on many tickets although the contact has one. */
const showsCompany = ({ number }: SimulatedTicket): boolean => number % 50 !== 0;

/**
 * A ticket as lists show it. The flags for missed targets are set by a job that touches the ticket, so they are as of its
 * last change.
 */
export const freshdeskTicketRow = (ticket: SimulatedTicket, people: FreshdeskPeople): Record<string, unknown> => {
  const { number, story, removed, updated_at } = ticket;
  const { first_response, resolution } = simulatedSla(ticket, updated_at);
  const merged = removed === 'merged';
  return {
    id: number,
    subject: ticket.subject,
    status: merged ? STATUS.closed : STATUS[ticket.status],
    priority: ticket.priority ? PRIORITY[ticket.priority] : MEDIUM,
    source: 1,
    type: null,
    requester_id: story.requester.id,
    responder_id: ticket.assignee === null ? null : people.agentId(ticket.assignee),
    group_id: FRESHDESK_GROUPS[0].id,
    company_id: showsCompany(ticket) ? (story.requester.company?.id ?? null) : null,
    product_id: null,
    fr_due_by: instant(first_response.due_at),
    due_by: instant(resolution.due_at),
    nr_due_by: null,
    fr_escalated: first_response.breached_at !== null,
    is_escalated: resolution.breached_at !== null,
    nr_escalated: false,
    spam: removed === 'spam',
    ...(removed === 'deleted' && { deleted: true }),
    tags: visibleTags(ticket),
    cc_emails: null,
    custom_fields: { cf_topic: story.topic },
    association_type: null,
    created_at: instant(ticket.created_at),
    updated_at: instant(updated_at),
  };
};

/** What `include` adds to a ticket. */
export const FRESHDESK_INCLUDES: Readonly<Record<string, (ticket: SimulatedTicket) => object>> = {
  requester: ({ story: { requester } }) => ({
    requester: { id: requester.id, name: requester.name, email: requester.email, mobile: null, phone: null },
  }),
  company: (ticket) => {
    const { company } = ticket.story.requester;
    return { company: company && showsCompany(ticket) ? { id: company.id, name: company.name } : null };
  },
  stats: (ticket) => ({
    stats: {
      agent_responded_at: instantOrNull(ticket.first_replied_at),
      requester_responded_at: null,
      first_responded_at: instantOrNull(ticket.first_replied_at),
      status_updated_at: instantOrNull(ticket.statuses.at(-1)?.at ?? null),
      reopened_at: instantOrNull(ticket.reopened_at),
      resolved_at: instantOrNull(ticket.solved_at),
      closed_at: instantOrNull(ticket.closed_at),
      pending_since: null,
    },
  }),
  description: (ticket) => ({ description: '<div>text</div>', description_text: ticket.subject }),
};

/** The answer to one survey of a ticket. */
export interface GivenRating {
  ticket: SimulatedTicket;
  /** Its place among the ticket's. */
  index: number;
  at: number;
}

/** The answers to the surveys of some tickets, the newest first. */
export const ratingsOf = (tickets: readonly SimulatedTicket[]): GivenRating[] =>
  tickets
    .flatMap((ticket) => ticket.ratings.map(({ at }, index) => ({ ticket, index, at })))
    .sort((a, b) => b.at - a.at);

/** An answer as the list shows it. */
export const freshdeskRatingRow = ({ ticket: { number, story, ratings }, index, at }: GivenRating): object => ({
  id: number * 10 + index,
  survey_id: 5,
  user_id: story.requester.id,
  agent_id: null,
  group_id: FRESHDESK_GROUPS[0].id,
  ticket_id: number,
  feedback: ratings[index]?.comment ?? null,
  ratings: { default_question: RATINGS[Math.round(ratings[index]?.score ?? 3) - 1], question_88: -103 },
  created_at: instant(at),
  updated_at: instant(at),
});

/** The fields of the ticket form, with a status of the account's own. */
export const FRESHDESK_TICKET_FIELDS = [
  {
    name: 'status',
    type: 'default_status',
    choices: {
      2: ['Open', 'Being Processed'],
      3: ['Pending', 'Awaiting your Reply'],
      4: ['Resolved', 'This ticket has been Resolved'],
      5: ['Closed', 'This ticket has been Closed'],
      6: ['Waiting on Customer', 'Awaiting your Reply'],
      7: ['Waiting on Third Party', 'Being Processed'],
      12: ['With Engineering', 'In progress'],
    },
  },
  { name: 'priority', type: 'default_priority', choices: { Low: 1, Medium: 2, High: 3, Urgent: 4 } },
] as const;
