import type { Connector, PulledPage, PullOptions } from '../../connectors/connector.js';
import type { TicketDraft } from '../../model/support-ticket.js';
import type { TicketEvent } from '../../model/ticket-event.js';

/** What a store knows after some pages: the newest version of each ticket, each event once. */
export interface Collected {
  tickets: Map<string, TicketDraft>;
  events: Map<string, TicketEvent>;
  removed: Map<string, string | null>;
  pages: number;
  cursor: string | null;
  isCaughtUp: boolean;
}

export const nothingCollected = (): Collected => ({
  tickets: new Map(),
  events: new Map(),
  removed: new Map(),
  pages: 0,
  cursor: null,
  isCaughtUp: false,
});

/** Stores a page as a server does: an older version never overwrites a newer one. */
export const collectPage = (known: Collected, page: PulledPage): void => {
  for (const ticket of page.tickets) {
    const stored = known.tickets.get(ticket.ticket_id);
    if (stored && Date.parse(stored.source_updated_at) > Date.parse(ticket.source_updated_at)) continue;
    known.tickets.set(ticket.ticket_id, ticket);
    const removedAt = known.removed.get(ticket.ticket_id);
    if (removedAt == null || Date.parse(removedAt) <= Date.parse(ticket.source_updated_at)) {
      known.removed.delete(ticket.ticket_id);
    }
  }
  for (const event of page.events) known.events.set(`${event.ticket_id}\n${event.event_id}`, event);
  for (const { ticket_id, source_updated_at } of page.removed) known.removed.set(ticket_id, source_updated_at);
  known.pages += 1;
  known.cursor = page.nextCursor;
  known.isCaughtUp = page.isCaughtUp;
};

/** Pulls from where `known` stands, up to so many pages. */
export const collect = async (
  connector: Connector,
  known: Collected = nothingCollected(),
  { pages = Infinity, ...options }: Pick<PullOptions, 'signal' | 'since'> & { pages?: number } = {},
): Promise<Collected> => {
  const until = known.pages + pages;
  for await (const page of connector.pullTickets({ cursor: known.cursor, ...options })) {
    collectPage(known, page);
    if (known.pages >= until) break;
  }
  return known;
};

/** Ids of the tickets that are known and not removed, in order. */
export const standingIds = ({ tickets, removed }: Collected): string[] =>
  [...tickets.keys()].filter((id) => !removed.has(id)).sort();
