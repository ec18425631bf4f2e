import * as z from 'zod';
import { ConnectorError } from '../shared/connector-error.js';
import type { VendorHttp } from '../shared/vendor-http.js';

/** One of Intercom's two searches. */
export interface IntercomSearch {
  path: 'conversations/search' | 'tickets/search';
  /** Key of the records in the answer. */
  list: 'conversations' | 'tickets';
  /** At most 150 for conversations. Tickets come with all their parts: pages of them are heavy. */
  per_page: number;
}

export const CONVERSATION_SEARCH: IntercomSearch = {
  path: 'conversations/search',
  list: 'conversations',
  per_page: 150,
};

export const TICKET_SEARCH: IntercomSearch = { path: 'tickets/search', list: 'tickets', per_page: 50 };

/** A condition of a search. */
export interface SearchFilter {
  field: string;
  operator: '>' | '<' | '=' | 'IN';
  value: string | number | readonly string[];
}

const pagesSchema = z.object({
  pages: z
    .object({ next: z.union([z.string(), z.object({ starting_after: z.string().nullish() })]).nullish() })
    .nullish(),
});

/** The next page's cursor: of an object in searches, of an address in lists that are counted by page. */
const nextCursor = (body: unknown): string | null => {
  const next = pagesSchema.safeParse(body).data?.pages?.next ?? null;
  if (typeof next !== 'string') return next?.starting_after || null;
  return URL.canParse(next) ? new URL(next).searchParams.get('starting_after') : null;
};

/** The records of an answer, as they came. */
const recordsOf = (body: unknown, { path, list }: IntercomSearch): unknown[] => {
  const records: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, list) : undefined;
  if (Array.isArray(records)) return records;
  throw new ConnectorError('connector_bad_response', `expected ${list}`, { connector: 'intercom', operation: path });
};

/** What is asked for when full pages only bring errors: those of tickets may be too heavy for Intercom itself. */
const LIGHT_PAGE = 10;

const isUnavailable = (error: unknown): boolean =>
  error instanceof ConnectorError && error.code === 'connector_unavailable';

/**
 * Walks through the pages of a search, the least recently changed first: what is touched meanwhile moves to the end and
 * comes again, whereas in Intercom's own order it would jump ahead of the cursor and be missed. The cursor belongs into
 * the body, is opaque, and is kept no longer than this walk.
 *
 * @throws ConnectorError with the code `connector_stalled` when a cursor comes again
 */
export async function* searchPages(
  http: VendorHttp,
  search: IntercomSearch,
  filters: readonly SearchFilter[],
  { per_page = search.per_page, signal }: { per_page?: number; signal?: AbortSignal | undefined },
): AsyncGenerator<unknown[]> {
  const { path } = search;
  const seen = new Set<string>();
  let size = per_page;
  let starting_after: string | null = null;
  for (;;) {
    const json = {
      query: { operator: 'AND', value: filters },
      pagination: { per_page: size, ...(starting_after !== null && { starting_after }) },
      sort: { field: 'updated_at', order: 'ascending' },
    };
    let body: unknown;
    try {
      body = await http.json(path, { operation: path, method: 'POST', json, signal });
    } catch (error) {
      if (!isUnavailable(error) || size <= LIGHT_PAGE) throw error;
      size = LIGHT_PAGE;
      continue;
    }
    yield recordsOf(body, search);
    starting_after = nextCursor(body);
    if (starting_after === null) return;
    if (seen.has(starting_after)) {
      throw new ConnectorError('connector_stalled', 'the vendor gave the same cursor twice', {
        connector: 'intercom',
        operation: path,
      });
    }
    seen.add(starting_after);
  }
}
