import { simulatedSla } from '../shared/simulated-sla.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedCompany, SimulatedStatus } from '../shared/ticket-story.js';
import { visibleTags } from '../shared/visible-tags.js';
import { conversationIdOf, type IntercomKind, objectIdOf, type Teammates } from './intercom-ids.js';

/** With what a record is written. */
export interface IntercomShape {
  kind: IntercomKind;
  /** Of the API's version 2.x. */
  minor: number;
  now: number;
  teammates: Teammates;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
const secondsOrNull = (ms: number | null): number | null => (ms === null ? null : seconds(ms));

const STATES: Readonly<Record<SimulatedStatus, string>> = {
  new: 'open',
  open: 'open',
  pending: 'snoozed',
  hold: 'snoozed',
  solved: 'closed',
  closed: 'closed',
};

const LEVELS = { low: 'low', normal: 'medium', high: 'high', urgent: 'urgent' } as const;

const priorityOf = ({ priority }: SimulatedTicket, minor: number): string => {
  if (minor >= 16) return priority === null ? 'none' : LEVELS[priority];
  return priority === 'high' || priority === 'urgent' ? 'priority' : 'not_priority';
};

const isDone = (status: SimulatedStatus | undefined): boolean => status === 'solved' || status === 'closed';

/** The last close, which a reopening does not take back. */
const lastClose = ({ statuses }: SimulatedTicket): number | null =>
  statuses.findLast(({ status }, index) => isDone(status) && !isDone(statuses[index - 1]?.status))?.at ?? null;

/** `missed` is written when a teammate acts the next time, not when the time is over. */
const slaStatus = (ticket: SimulatedTicket, now: number): string => {
  const { first_response, resolution } = simulatedSla(ticket, now);
  const isMissed = [first_response, resolution].some(
    (clock) => clock.fulfilled_at !== null && clock.breached_at !== null,
  );
  if (isMissed) return 'missed';
  return resolution.fulfilled_at === null ? 'active' : 'hit';
};

const ratingOf = ({ ratings, survey_sent_at }: SimulatedTicket, minor: number) => {
  const last = ratings.at(-1);
  if (survey_sent_at === null && !last) return null;
  return {
    rating: last?.score ?? null,
    remark: last?.comment ?? null,
    created_at: seconds(survey_sent_at ?? last?.at ?? 0),
    ...(minor >= 14 && { updated_at: secondsOrNull(last?.at ?? survey_sent_at) }),
  };
};

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A company as conversations and contacts show it. */
export const companyPayload = ({ id, external_id, name, domain }: SimulatedCompany) => ({
  type: 'company',
  id: objectIdOf(id),
  company_id: external_id,
  name,
  website: `https://${domain}`,
});

/** The contacts of a record, of whom lists give ids only. */
export const contactsPayload = ({ story }: SimulatedTicket) => ({
  type: 'contact.list',
  contacts: [{ type: 'contact', id: objectIdOf(story.requester.id), external_id: `usr_${story.requester.id}` }],
});

const sourcePayload = ({ story, subject, number }: SimulatedTicket, { kind, teammates }: IntercomShape) => {
  const { id, name, email } = story.requester;
  const isOutbound = kind === 'outbound';
  const admin = {
    type: 'admin',
    id: String(teammates.idOf('Marketing')),
    name: 'Marketing',
    email: 'news@desk.example',
  };
  return {
    type: 'email',
    id: String(number),
    delivered_as: isOutbound ? 'admin_initiated' : 'customer_initiated',
    subject: `<p>${escapeHtml(subject)}</p>`,
    body: '<p>As told in the subject.</p>',
    author: isOutbound ? admin : { type: 'user', id: objectIdOf(id), name, email },
    url: null,
    redacted: false,
  };
};

/** A conversation as searches and single requests show it, without its parts. */
export const conversationPayload = (ticket: SimulatedTicket, shape: IntercomShape) => {
  const { story, number, status } = ticket;
  const { kind, minor, now, teammates } = shape;
  const nobody = minor >= 16 ? 0 : null;
  const { company } = story.requester;
  return {
    type: 'conversation',
    id: conversationIdOf(number),
    title: null,
    created_at: seconds(ticket.created_at),
    updated_at: seconds(ticket.updated_at),
    waiting_since: null,
    snoozed_until: STATES[status] === 'snoozed' ? seconds(now) + 86_400 : null,
    open: STATES[status] !== 'closed',
    state: STATES[status],
    read: true,
    priority: priorityOf(ticket, minor),
    admin_assignee_id: ticket.assignee === null ? nobody : teammates.idOf(ticket.assignee),
    team_assignee_id: nobody,
    source: sourcePayload(ticket, shape),
    contacts: contactsPayload(ticket),
    ...(minor >= 15 && { company: company && companyPayload(company) }),
    tags: {
      type: 'tag.list',
      tags: visibleTags(ticket).map((name) => ({
        type: 'tag',
        id: name,
        name,
        applied_at: seconds(name.startsWith('escalated') ? (ticket.escalated_at ?? 0) : ticket.created_at),
      })),
    },
    sla_applied: { type: 'conversation_sla_summary', sla_name: 'Standard', sla_status: slaStatus(ticket, now) },
    statistics: {
      type: 'conversation_statistics',
      first_contact_reply_at: kind === 'outbound' ? null : seconds(ticket.created_at),
      first_admin_reply_at: secondsOrNull(ticket.first_replied_at),
      first_close_at: secondsOrNull(ticket.first_solved_at),
      last_close_at: secondsOrNull(lastClose(ticket)),
      last_closed_by_id: 991_267_715,
      count_reopens: ticket.reopens,
      count_conversation_parts: ticket.statuses.length + ticket.replies,
    },
    conversation_rating: ratingOf(ticket, minor),
    teammates: { type: 'admin.list', admins: [] },
    custom_attributes: { Topic: story.topic, Language: 'English' },
    topics: { type: 'topic.list', topics: [] },
    linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
    ticket: kind === 'converted' ? { type: 'ticket', id: conversationIdOf(number) } : null,
    ai_agent_participated: false,
    ai_agent: null,
  };
};
