import type { TicketEvent } from '../../model/ticket-event.js';
import type { TicketStatus } from '../../model/ticket-status.js';
import { isUnresolved } from '../../model/ticket-status.js';
import { instantOf } from '../../time/instant.js';
import { momentOfSeconds } from '../shared/moments.js';
import type { Warn } from '../shared/page.js';
import type { IntercomTicket, IntercomTicketPart } from './intercom-payload.js';

/** What the parts of a ticket tell; moments in milliseconds since the epoch. */
export interface IntercomTicketHistory {
  events: TicketEvent[];
  firstAdminReply: number | null;
  firstResolved: number | null;
  /** The last entry into resolved. */
  resolved: number | null;
  /** Null: unknown, since the oldest parts are missing; Intercom gives at most 500. */
  reopened: number | null;
}

const STATE_PARTS = /^ticket_state_updated_by_/;

interface DatedPart extends IntercomTicketPart {
  at: number;
}

const inOrder = (ticket: IntercomTicket): DatedPart[] =>
  (ticket.ticket_parts?.ticket_parts ?? [])
    .flatMap((part) => {
      const at = momentOfSeconds(part.created_at);
      return at === null ? [] : [{ ...part, at }];
    })
    .sort((a, b) => a.at - b.at);

const isHumanReply = ({ part_type, author }: IntercomTicketPart): boolean =>
  part_type === 'comment' && author?.type === 'admin';

/**
 * Reads a ticket's parts: every change of state, and the first comment by a teammate. A tracker's or an import's parts
 * may lie before the ticket; those are its first state.
 *
 * @param statusOf - our word for the category of a ticket state
 */
export const readTicketHistory = (
  ticket: IntercomTicket,
  { ticket_id, created }: { ticket_id: string; created: number },
  statusOf: (category: string, warn: Warn) => TicketStatus,
  warn: Warn,
): IntercomTicketHistory => {
  const parts = inOrder(ticket);
  const isComplete =
    ticket.ticket_parts?.ticket_parts != null && (ticket.ticket_parts.total_count ?? 0) <= parts.length;
  const changes = parts.filter((part) => STATE_PARTS.test(part.part_type ?? '') && part.ticket_state);
  const events: TicketEvent[] = [];
  const resolutions: number[] = [];
  let reopened = 0;
  let status: TicketStatus | null = null;
  const enter = (event_id: string, at: number, raw: string): void => {
    const to = statusOf(raw, warn);
    const wasResolved = status !== null && !isUnresolved(status);
    if (!isUnresolved(to) && !wasResolved) resolutions.push(at);
    if (isUnresolved(to) && wasResolved) reopened += 1;
    events.push({ ticket_id, event_id, at: instantOf(at), type: 'status_changed', from: status, to, raw_to: raw });
    status = to;
  };
  const [first] = changes;
  if (first?.previous_ticket_state) enter('created', created, first.previous_ticket_state);
  for (const part of changes) {
    enter(`part:${part.id}`, Math.max(created, part.at), part.ticket_state ?? '');
  }
  return {
    events,
    firstAdminReply: isComplete ? (parts.find(isHumanReply)?.at ?? null) : null,
    firstResolved: isComplete ? (resolutions[0] ?? null) : null,
    resolved: resolutions.at(-1) ?? null,
    reopened: isComplete ? reopened : null,
  };
};
