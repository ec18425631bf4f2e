import type { SupportTicket } from '@cscx/support-core';
import type { Words } from '../provider/words.js';
import { dueAt, isBreached } from './ticket-due.js';
import { ticketName } from './ticket-name.js';

const SOON_MS = 15 * 60_000;

/** More names than these nobody keeps in mind. */
const MOST_NAMES = 3;

/**
 * What to say since the last look: tickets that have run out of time, or have come within 15 minutes of it. Each ticket
 * is announced twice in its life at most; null: nothing to say.
 */
export function dueAnnouncement(
  tickets: readonly SupportTicket[],
  before: number,
  now: number,
  { format, messages: { openTickets } }: Words,
): string | null {
  if (now <= before) return null;
  const running = tickets.flatMap((ticket) => {
    const due = isBreached(ticket) ? null : dueAt(ticket);
    return due === null ? [] : [{ ticket, due }];
  });
  const crossed = (margin: number): SupportTicket[] =>
    running.filter(({ due }) => due - margin > before && due - margin <= now).map(({ ticket }) => ticket);
  const namesOf = (some: readonly SupportTicket[]): string => {
    const names = some.slice(0, MOST_NAMES).map(ticketName).join(', ');
    return some.length > MOST_NAMES ? `${names}…` : names;
  };
  const overdue = crossed(0);
  const soon = crossed(SOON_MS).filter((ticket) => !overdue.includes(ticket));
  const parts = [
    ...(overdue.length > 0
      ? [openTickets.overdue(overdue.length, format.count(overdue.length), namesOf(overdue))]
      : []),
    ...(soon.length > 0 ? [openTickets.dueSoon(soon.length, format.count(soon.length), namesOf(soon))] : []),
  ];
  return parts.length > 0 ? parts.join('. ') : null;
}
