import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SimulatedStatus } from '../shared/ticket-story.js';
import { contactsPayload, type IntercomShape } from './conversation-payload.js';
import { conversationIdOf } from './intercom-ids.js';

const seconds = (ms: number): number => Math.floor(ms / 1000);

const CATEGORIES: Readonly<Record<SimulatedStatus, string>> = {
  new: 'submitted',
  open: 'in_progress',
  pending: 'waiting_on_customer',
  hold: 'waiting_on_customer',
  solved: 'resolved',
  closed: 'resolved',
};

const LABELS: Readonly<Record<string, string>> = {
  submitted: 'Submitted',
  in_progress: 'In progress',
  waiting_on_customer: 'Waiting on customer',
  resolved: 'Resolved',
};

const partsOf = (ticket: SimulatedTicket, id: string) => {
  const changes = ticket.statuses.slice(1).map(({ at, status }, index) => ({
    at,
    part_type: 'ticket_state_updated_by_admin',
    previous_ticket_state: CATEGORIES[ticket.statuses[index]?.status ?? 'new'],
    ticket_state: CATEGORIES[status],
  }));
  const reply = ticket.first_replied_at === null ? [] : [{ at: ticket.first_replied_at, part_type: 'comment' }];
  return [...changes, ...reply].map(({ at, ...part }, index) => ({
    type: 'ticket_part',
    id: `${id}${index}`,
    ...part,
    created_at: seconds(at),
    updated_at: seconds(at),
    author: { type: 'admin', id: '991267715', name: 'Lee', email: 'lee@desk.example' },
  }));
};

/** A ticket as the search and single requests show it, with its parts. */
export const ticketPayload = (ticket: SimulatedTicket, { kind, minor, teammates }: IntercomShape) => {
  const { story, number, status, assignee } = ticket;
  const id = conversationIdOf(number);
  const category = kind === 'back_office' ? 'Back-office' : 'Customer';
  const state = CATEGORIES[status];
  const label = LABELS[state] ?? '';
  const idShape = (adminId: number) => (minor >= 16 ? adminId : String(adminId));
  const parts = partsOf(ticket, id);
  return {
    type: 'ticket',
    id,
    ticket_id: String(number),
    category,
    ticket_attributes: { _default_title_: ticket.subject, _default_description_: null, Topic: story.topic },
    ...(minor >= 12
      ? {
          ticket_state: {
            type: 'ticket_state',
            id: '8577',
            category: state,
            internal_label: label,
            external_label: label,
          },
        }
      : { ticket_state: state, ticket_state_internal_label: label, ticket_state_external_label: label }),
    ticket_type: { type: 'ticket_type', id: '77', name: 'Request', category },
    contacts: contactsPayload(ticket),
    admin_assignee_id: idShape(assignee === null ? 0 : teammates.idOf(assignee)),
    team_assignee_id: idShape(0),
    created_at: seconds(ticket.created_at),
    updated_at: seconds(ticket.updated_at),
    open: status !== 'closed',
    snoozed_until: null,
    linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
    ticket_parts: { type: 'ticket_part.list', ticket_parts: parts, total_count: parts.length },
    is_shared: true,
  };
};
