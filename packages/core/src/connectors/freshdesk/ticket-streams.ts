import { instantOfText } from '../shared/moments.js';
import { readRecords } from '../shared/page.js';
import type { PullStream } from '../shared/pull-streams.js';
import { ticketId } from '../shared/ticket-id.js';
import { beginWalk, type WalkState, walkStateSchema } from './changed-rows-walk.js';
import { type FreshdeskApi, type ListPage, PAGE_SIZE } from './freshdesk-api.js';
import { removedTicketSchema } from './freshdesk-payload.js';
import type { TicketReader } from './ticket-reader.js';
import { walkChangedRows } from './walk-changed-rows.js';

type ListState = (state: WalkState, signal: AbortSignal | undefined) => Promise<ListPage>;

const inOrder = ({ since, page }: WalkState) => ({
  updated_since: since,
  order_by: 'updated_at',
  order_type: 'asc',
  per_page: PAGE_SIZE,
  page,
});

/** All tickets but the deleted ones and the spam, which this list leaves out. */
export const ticketStream = (api: FreshdeskApi, reader: TicketReader): PullStream<WalkState> => {
  const list: ListState = (state, signal) =>
    reader.including((include) =>
      api.list('tickets', {
        operation: 'list tickets',
        search: { ...inOrder(state), include },
        budget: api.ticketLists,
        signal,
      }),
    );
  return {
    name: 'tickets',
    capability: null,
    state: walkStateSchema,
    begin: beginWalk,
    async *pull(from, signal) {
      for await (const { rows, skipped, state } of walkChangedRows(from, (at) => list(at, signal))) {
        const page = await reader.read(rows, signal);
        yield { page: { ...page, skipped: [...page.skipped, ...skipped] }, state };
      }
    },
  };
};

/**
 * The deleted tickets, or the spam: a ticket only vanishes from the list of all tickets, so each is a walk with a bookmark
 * of its own. One that is restored has changed, and comes with the tickets again.
 */
export const removalStream = (api: FreshdeskApi, filter: 'deleted' | 'spam', domain: string): PullStream<WalkState> => {
  const list: ListState = (state, signal) =>
    api.list('tickets', {
      operation: `list ${filter} tickets`,
      search: { filter, ...inOrder(state) },
      budget: api.ticketLists,
      signal,
    });
  return {
    name: filter,
    capability: 'deletions',
    state: walkStateSchema,
    begin: beginWalk,
    async *pull(from, signal) {
      for await (const { rows, skipped, state } of walkChangedRows(from, (at) => list(at, signal))) {
        const page = readRecords(rows, {
          schema: removedTicketSchema,
          map: ({ id, updated_at }) => {
            const source_updated_at = typeof updated_at === 'string' ? instantOfText(updated_at) : null;
            const ticket_id = ticketId('freshdesk', domain, String(id));
            return { removed: [{ ticket_id, reason: filter, source_updated_at }] };
          },
        });
        yield { page: { ...page, skipped: [...page.skipped, ...skipped] }, state };
      }
    },
  };
};
