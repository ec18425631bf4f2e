import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedCompany, SimulatedPerson, SimulatedStatus } from '../shared/ticket-story.js';
import { visibleTags } from '../shared/visible-tags.js';
import { secondsOf, timeOf } from './zendesk-lists.js';

/** Ids of the built-in statuses, and one of the account's own. */
const STATUS_IDS: Readonly<Record<SimulatedStatus, number>> = {
  new: 9001,
  open: 9002,
  pending: 9003,
  hold: 9004,
  solved: 9005,
  closed: 9005,
};
const OWN_STATUS = 9101;

export const CUSTOM_STATUSES = [
  { id: 9001, status_category: 'new', agent_label: 'New', active: true, default: true },
  { id: 9002, status_category: 'open', agent_label: 'Open', active: true, default: true },
  { id: 9003, status_category: 'pending', agent_label: 'Pending', active: true, default: true },
  { id: 9004, status_category: 'hold', agent_label: 'On-hold', active: true, default: true },
  { id: 9005, status_category: 'solved', agent_label: 'Solved', active: true, default: true },
  { id: OWN_STATUS, status_category: 'pending', agent_label: 'Waiting for parts', active: true, default: false },
];

const TYPES = new Set(['problem', 'incident', 'question', 'task']);

/** Every 40th ticket that waits has a status of the account's own. */
const hasOwnStatus = ({ number, status }: SimulatedTicket): boolean => number % 40 === 0 && status === 'pending';

/** Some tickets have no organization although their requester has one. */
const hasOrganization = ({ number }: SimulatedTicket): boolean => number % 25 !== 0;

const minutes = (from: number, to: number | null) => ({
  calendar: to === null ? null : Math.floor((to - from) / 60_000),
  business: null,
});

const ratingOf = ({ ratings, survey_sent_at, number }: SimulatedTicket) => {
  const rating = ratings.at(-1);
  if (!rating) return { score: survey_sent_at === null ? 'unoffered' : 'offered' };
  return { id: number, score: rating.score >= 4 ? 'good' : 'bad', comment: rating.comment };
};

const timeOrNull = (ms: number | null): string | null => (ms === null ? null : timeOf(ms));

const metricSet = (ticket: SimulatedTicket) => ({
  id: ticket.number,
  ticket_id: ticket.number,
  reopens: ticket.reopens,
  replies: ticket.replies,
  group_stations: 1,
  assignee_stations: 1,
  created_at: timeOf(ticket.created_at),
  updated_at: timeOf(ticket.updated_at),
  status_updated_at: timeOf(ticket.statuses.at(-1)?.at ?? ticket.created_at),
  solved_at: timeOrNull(ticket.solved_at),
  reply_time_in_minutes: minutes(ticket.created_at, ticket.first_replied_at),
  first_resolution_time_in_minutes: minutes(ticket.created_at, ticket.first_solved_at),
  full_resolution_time_in_minutes: minutes(ticket.created_at, ticket.solved_at),
});

/** A ticket as the API shows it. */
export const zendeskTicketJson = (ticket: SimulatedTicket, agentId: (name: string) => number, subdomain: string) => {
  const { number, story, removed } = ticket;
  const isDeleted = removed === 'deleted' || removed === 'spam';
  return {
    id: number,
    url: `https://${subdomain}.zendesk.com/api/v2/tickets/${number}.json`,
    external_id: null,
    created_at: timeOf(ticket.created_at),
    updated_at: timeOf(ticket.updated_at),
    generated_timestamp: secondsOf(ticket.updated_at),
    subject: isDeleted ? 'SCRUBBED' : ticket.subject,
    status: isDeleted ? 'deleted' : removed === 'merged' ? 'closed' : ticket.status,
    custom_status_id: hasOwnStatus(ticket) ? OWN_STATUS : STATUS_IDS[ticket.status],
    priority: ticket.priority,
    type: TYPES.has(story.topic) ? story.topic : null,
    tags: removed === 'merged' ? [...visibleTags(ticket), 'closed_by_merge'] : visibleTags(ticket),
    organization_id: hasOrganization(ticket) ? (story.requester.company?.id ?? null) : null,
    requester_id: story.requester.id,
    submitter_id: story.requester.id,
    assignee_id: ticket.assignee === null ? null : agentId(ticket.assignee),
    group_id: 31,
    brand_id: 11,
    problem_id: null,
    has_incidents: false,
    due_at: null,
    via: { channel: 'email', source: { from: {}, to: {}, rel: null } },
    custom_fields: [
      { id: 360_001, value: null },
      { id: 360_002, value: story.topic },
    ],
    satisfaction_rating: ratingOf(ticket),
    ...(!isDeleted && { metric_set: metricSet(ticket) }),
  };
};

/** See {@link zendeskTicketJson}. */
export type ZendeskTicketJson = ReturnType<typeof zendeskTicketJson>;

const requesterJson = ({ id, name, email, company }: SimulatedPerson, isSuspended: boolean) => ({
  id,
  name,
  email,
  role: 'end-user',
  active: true,
  suspended: isSuspended,
  organization_id: company?.id ?? null,
});

const agentJson = (id: number, name: string) => ({
  id,
  name,
  email: `agent-${id}@helpdesk.example`,
  role: 'agent',
  active: true,
  suspended: false,
  organization_id: null,
});

/** A company as the API shows it. */
export const zendeskOrganizationJson = ({
  id,
  name,
  external_id,
  domain,
}: NonNullable<SimulatedPerson['company']>) => ({
  id,
  name,
  external_id,
  domain_names: [domain],
  organization_fields: {},
  deleted_at: null,
});

/** How an account shows what is no ticket. */
export interface AccountWords {
  agentId: (name: string) => number;
  organizationJson: (company: SimulatedCompany) => object;
}

/** What the tickets of a page refer to: their users, their own organizations, their groups. */
export const zendeskSideloads = (tickets: readonly SimulatedTicket[], { agentId, organizationJson }: AccountWords) => {
  const users = new Map<number, object>();
  const organizations = new Map<number, object>();
  for (const ticket of tickets) {
    const { requester } = ticket.story;
    users.set(requester.id, requesterJson(requester, ticket.removed === 'spam'));
    const { assignee } = ticket;
    if (assignee !== null) users.set(agentId(assignee), agentJson(agentId(assignee), assignee));
    const company = hasOrganization(ticket) ? requester.company : null;
    if (company) organizations.set(company.id, organizationJson(company));
  }
  return {
    users: [...users.values()],
    organizations: [...organizations.values()],
    groups: tickets.length > 0 ? [{ id: 31, name: 'Support' }] : [],
  };
};
