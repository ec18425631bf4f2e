import type { TicketPriority } from '../../model/ticket-priority.js';
import type { TicketStatus } from '../../model/ticket-status.js';
import type { Warn } from '../shared/page.js';
import { createWordMap } from '../shared/word-map.js';
import type { ReadIntercomSettings } from './intercom-options.js';
import type { IntercomTicket } from './intercom-payload.js';

/** A closed conversation is reopened by the next reply: it is resolved, not final. */
const CONVERSATION_STATES: Readonly<Record<string, TicketStatus>> = {
  open: 'open',
  snoozed: 'pending',
  closed: 'resolved',
};

/** Categories of ticket states; each workspace has labels of its own within them. */
const TICKET_STATES: Readonly<Record<string, TicketStatus>> = {
  submitted: 'open',
  in_progress: 'open',
  waiting_on_customer: 'pending',
  resolved: 'resolved',
};

/** Both vocabularies: up to version 2.15 a conversation has priority or not, from 2.16 on there are five. */
const PRIORITIES: Readonly<Record<string, TicketPriority>> = {
  none: 'medium',
  low: 'low',
  medium: 'medium',
  high: 'high',
  urgent: 'critical',
  not_priority: 'medium',
  priority: 'high',
};

/** The state of a ticket in either of its shapes. */
export const ticketStateOf = ({ ticket_state: state, ticket_state_internal_label }: IntercomTicket) =>
  typeof state === 'string'
    ? { category: state, label: ticket_state_internal_label ?? null }
    : { category: state?.category ?? null, label: state?.internal_label ?? null };

/** Intercom's words as a connection reads them. */
export const createIntercomWords = ({ status_map, priority_map }: ReadIntercomSettings) => {
  const conversationStatus = createWordMap<TicketStatus>({
    field: 'status',
    words: CONVERSATION_STATES,
    overrides: status_map,
    fallback: 'open',
  });
  const ticketStatus = createWordMap<TicketStatus>({
    field: 'status',
    words: TICKET_STATES,
    overrides: status_map,
    fallback: 'open',
  });
  const labels = new Map(Object.entries(status_map).map(([label, status]) => [label.trim().toLowerCase(), status]));
  return {
    conversationStatus,
    ticketCategory: ticketStatus,
    /** By the label where an administrator decided on it, else by category; resolved and shut is closed. */
    ticketStatus(ticket: IntercomTicket, warn: Warn): TicketStatus {
      const { category, label } = ticketStateOf(ticket);
      const status = labels.get(label?.trim().toLowerCase() ?? '') ?? ticketStatus(category, warn);
      return status === 'resolved' && ticket.open === false ? 'closed' : status;
    },
    priority: createWordMap<TicketPriority>({
      field: 'priority',
      words: PRIORITIES,
      overrides: priority_map,
      fallback: 'medium',
      absent: 'medium',
    }),
  };
};
