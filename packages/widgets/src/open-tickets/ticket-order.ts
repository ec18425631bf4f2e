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

/** Tickets in an order that is worked out as far as it is looked at. */
export interface TicketOrder {
  length: number;
  /** Those from the first place to before the end. */
  slice: (first: number, end: number) => readonly SupportTicket[];
}

/** More than a table draws before somebody scrolls. */
const FEW = 40;

type Key = string | number;

/** By what a column sorts; the smallest is the most pressing. */
const keys: Readonly<Record<TicketColumn, (ticket: SupportTicket) => Key>> = {
  subject: ({ subject }) => subject.toLowerCase(),
  priority: ({ priority }) => priorities.indexOf(priority),
  status: ({ status }) => statuses.indexOf(status),
  age: ({ created_at }) => created_at,
  // Missed ones first, then by the time left; those whose clock does not run last.
  sla: (ticket) => (isBreached(ticket) ? '' : dueInstant(ticket)),
};

interface Order {
  keyOf: (ticket: SupportTicket) => Key;
  compare: (a: Key, b: Key) => number;
}

const byLanguage = (a: Key, b: Key): number => String(a).localeCompare(String(b));
const byValue = (a: Key, b: Key): number => (a < b ? -1 : Number(a > b));

const orderBy = ({ column, direction }: TicketSort): Order => {
  const ascending = column === 'subject' ? byLanguage : byValue;
  return { keyOf: keys[column], compare: direction === 'ascending' ? ascending : (a, b) => ascending(b, a) };
};

/** The filtered tickets in order; ties keep the order in which they came. */
export function orderTickets(tickets: readonly SupportTicket[], filters: TicketFilters, sort: TicketSort): TicketOrder {
  const kept = filterTickets(tickets, filters);
  const order = orderBy(sort);
  let ordered = firstOf(kept, order);
  return {
    length: kept.length,
    slice: (first, end) => {
      if (end > ordered.length && ordered.length < kept.length) ordered = allOf(kept, order);
      return ordered.slice(first, end);
    },
  };
}

function filterTickets(
  tickets: readonly SupportTicket[],
  { text, status, priority }: TicketFilters,
): readonly SupportTicket[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && status === null && priority === null) return tickets;
  return tickets.filter(
    (ticket) =>
      (status === null || ticket.status === status) &&
      (priority === null || ticket.priority === priority) &&
      (wanted === '' || `${ticketName(ticket)} ${ticket.subject}`.toLowerCase().includes(wanted)),
  );
}

interface Keyed {
  key: Key;
  ticket: SupportTicket;
}

/** The first few in order: nearly every ticket is only held against the last of them. */
function firstOf(tickets: readonly SupportTicket[], { keyOf, compare }: Order): SupportTicket[] {
  const few: Keyed[] = [];
  for (const ticket of tickets) {
    const key = keyOf(ticket);
    let place = few.length;
    for (let last = few[place - 1]; last && compare(key, last.key) < 0; last = few[place - 1]) place -= 1;
    if (place === FEW) continue;
    few.splice(place, 0, { key, ticket });
    if (few.length > FEW) few.pop();
  }
  return few.map(({ ticket }) => ticket);
}

const allOf = (tickets: readonly SupportTicket[], { keyOf, compare }: Order): SupportTicket[] =>
  tickets
    .map((ticket): Keyed => ({ key: keyOf(ticket), ticket }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ ticket }) => ticket);
