import type { SupportTicket, TicketPriority } from '@cscx/support-core';
import { isUrgent } from '../open-tickets/ticket-due.js';
import type { Words } from '../provider/words.js';
import { type TicketSla, ticketSla } from './ticket-sla.js';

/** One open ticket as a line of the table. */
export interface TicketRow {
  ticket: SupportTicket;
  /** As people call it: `#4521` */
  name: string;
  /** Into the support system. */
  href: string | undefined;
  subject: string;
  priority: TicketPriority;
  priorityLabel: string;
  statusLabel: string;
  isEscalated: boolean;
  age: string;
  ageInWords: string;
  created: string;
  sla: TicketSla;
  /** Its time is so short that it is shown by the second. */
  isUrgent: boolean;
}

/** Turns tickets into lines, in the order in which they came. */
export function ticketRows(tickets: readonly SupportTicket[], now: number, words: Words): TicketRow[] {
  const { format, messages } = words;
  return tickets.map((ticket) => {
    const age = now - Date.parse(ticket.created_at);
    const number = ticket.external_number ?? ticket.external_id;
    const name = /^\d+$/.test(number) ? `#${number}` : number;
    return {
      ticket,
      name,
      href: ticket.external_url ?? undefined,
      // A chat has no title.
      subject: ticket.subject || name,
      priority: ticket.priority,
      priorityLabel: messages.priorities[ticket.priority],
      statusLabel: messages.statuses[ticket.status],
      isEscalated: ticket.escalation_status === 'open',
      age: format.age(age),
      ageInWords: format.ageInWords(age),
      created: messages.customer.created(format.dateTime(ticket.created_at)),
      sla: ticketSla(ticket, now, words),
      isUrgent: isUrgent(ticket, now),
    };
  });
}
