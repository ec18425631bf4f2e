import type { SlaStatus, SupportTicket } from '@cscx/support-core';
import { type TicketSla, ticketSla } from '../customer/ticket-sla.js';
import type { Words } from '../provider/words.js';

const HOUR = 3_600_000;

/** Stands behind every instant in the order of texts. */
const NEVER = '~';

const runsOutAt = (status: SlaStatus, instant: string | null | undefined): string =>
  instant && (status === 'pending' || status === 'at_risk') ? instant : NEVER;

/**
 * When the next of a ticket's running clocks runs out, as it came: instants in UTC are in order as texts, and to read ten
 * thousand of them takes longer than to sort them. Where none runs, a text behind all instants.
 */
export function dueInstant(ticket: SupportTicket): string {
  const firstResponse = runsOutAt(ticket.sla_first_response_status, ticket.sla_first_response_due_at);
  const resolution = runsOutAt(ticket.sla_resolution_status, ticket.sla_resolution_due_at);
  return firstResponse < resolution ? firstResponse : resolution;
}

/** The same in epoch milliseconds; null where none runs. */
export function dueAt(ticket: SupportTicket): number | null {
  const due = dueInstant(ticket);
  return due === NEVER ? null : Date.parse(due);
}

/** Whether a target of a ticket has been missed. */
export const isBreached = (ticket: SupportTicket): boolean =>
  ticket.sla_first_response_status === 'breached' || ticket.sla_resolution_status === 'breached';

/** Whether a ticket's time is so short that it is shown by the second. */
export function isUrgent(ticket: SupportTicket, now: number): boolean {
  const due = dueAt(ticket);
  return due !== null && !isBreached(ticket) && due > now && due - now < HOUR;
}

/** How a ticket's SLA stands, with the time left wherever a clock runs; minutes and seconds in the last hour. */
export function ticketDue(ticket: SupportTicket, now: number, words: Words): TicketSla {
  const stands = ticketSla(ticket, now, words);
  const due = dueAt(ticket);
  if (due === null || isBreached(ticket)) return stands;
  const { format, messages } = words;
  const left = due - now;
  if (left <= 0) return { ...stands, label: messages.customer.sla.overdue, tone: 'bad', icon: 'warning' };
  const tone = left < HOUR ? 'warn' : stands.tone;
  const label = messages.openTickets.dueIn(format.countdown(left));
  // Not by colour alone.
  return { ...stands, label, tone, icon: tone === 'warn' ? 'hourglass' : 'clock' };
}
