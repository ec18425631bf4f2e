import type { TicketPriority, UnmatchedReason } from '@cscx/support-core';
import type { UnmatchedTicket } from '@cscx/support-core/api';
import { ticketName } from '../open-tickets/ticket-name.js';
import { sourceName } from '../parts/source-name.js';
import type { Words } from '../provider/words.js';

/** One ticket without a customer, in words. */
export interface UnmatchedRow {
  ticket: UnmatchedTicket;
  external_url: string | undefined;
  /** As people call it: `#4521` */
  name: string;
  /** Empty where the texts of tickets are not stored. */
  subject: string;
  /** What the ticket is called where its buttons are heard alone. */
  spoken: string;
  age: string;
  created: string;
  priority: TicketPriority;
  priorityLabel: string;
  system: string;
  reason: string;
  explanation: string;
  /** What it tells of whose it is: the name of each clue, and the clue. */
  hints: (readonly [name: string, clue: string])[];
}

/** Puts a ticket into words: why nobody knows whose it is, and what may help a person to know. */
export function unmatchedRow(ticket: UnmatchedTicket, now: number, { format, messages }: Words): UnmatchedRow {
  const { subject, priority, created_at, source_system, requester_email, company } = ticket;
  const say = messages.unmatched;
  const [reason, explanation] = say.reasons[ticket.reason];
  const name = ticketName(ticket);
  const created = Date.parse(created_at);
  return {
    ticket,
    external_url: ticket.external_url ?? undefined,
    name,
    subject,
    spoken: subject ? `${name} ${subject}` : name,
    age: format.agoAlone(created, now),
    created: say.created(format.dateTime(created_at)),
    priority,
    priorityLabel: say.priority(messages.priorities[priority]),
    system: sourceName(source_system, messages),
    reason,
    explanation,
    hints: [
      [say.from, requester_email] as const,
      [say.company, company?.name] as const,
      [say.companyKey, company?.external_id ?? company?.id] as const,
      [say.field, company?.custom_field] as const,
    ].flatMap(([hint, clue]) => (clue ? [[hint, clue]] : [])),
  };
}

/** How many tickets the whole queue has. */
export const queueLength = (counts: Readonly<Record<UnmatchedReason, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
