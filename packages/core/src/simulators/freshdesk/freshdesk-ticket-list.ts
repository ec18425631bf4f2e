import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';

/** What was asked of the list of tickets. */
export interface TicketListQuery {
  filter: 'deleted' | 'spam' | null;
  /** Milliseconds since the epoch; null: only tickets created in the last 30 days, as Freshdesk has it. */
  updated_since: number | null;
  isAscendingByChange: boolean;
  page: number;
  per_page: number;
}

const THIRTY_DAYS = 30 * 24 * 3_600_000;

/** Index of the first ticket that changed then or later, by halves. */
const firstSince = (tickets: readonly SimulatedTicket[], since: number): number => {
  let low = 0;
  let high = tickets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tickets[middle]?.updated_at ?? 0) < since) low = middle + 1;
    else high = middle;
  }
  return low;
};

const shows = (filter: TicketListQuery['filter'], { removed }: SimulatedTicket): boolean =>
  filter === null ? removed !== 'deleted' && removed !== 'spam' : removed === filter;

/** One page of the list, and whether there is another: the default order is by creation, the newest first. */
export const listTickets = (
  account: SimulatedAccount,
  { filter, updated_since, isAscendingByChange, page, per_page }: TicketListQuery,
): { tickets: SimulatedTicket[]; hasNext: boolean } => {
  const all = account.byChange();
  const ordered = isAscendingByChange ? all : all.toSorted((a, b) => b.created_at - a.created_at);
  const since = updated_since ?? Number.NEGATIVE_INFINITY;
  const createdSince = updated_since === null ? account.now() - THIRTY_DAYS : Number.NEGATIVE_INFINITY;
  const tickets: SimulatedTicket[] = [];
  let ahead = (page - 1) * per_page;
  for (let index = isAscendingByChange ? firstSince(all, since) : 0; index < ordered.length; index += 1) {
    const ticket = ordered[index];
    if (!ticket || !shows(filter, ticket) || ticket.updated_at < since || ticket.created_at < createdSince) continue;
    if (ahead > 0) ahead -= 1;
    else if (tickets.length === per_page) return { tickets, hasNext: true };
    else tickets.push(ticket);
  }
  return { tickets, hasNext: false };
};
