import { ConnectorError } from '../shared/connector-error.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import { inBatches } from '../shared/in-batches.js';
import { isApiId } from './intercom-record.js';
import type { IntercomRows } from './map-intercom-rows.js';
import { mayBeTicket } from './row-reader.js';

/** Rows of some ids, and the ids under which there is nothing any more. */
export interface SingleRows extends IntercomRows {
  gone: string[];
}

/** What came of one request: a row, the certainty that there is none, or no permission to know. */
type Found = { row: unknown } | 'gone' | 'hidden';

const readRow = async (
  http: VendorHttp,
  list: 'conversations' | 'tickets',
  id: string,
  signal: AbortSignal | undefined,
): Promise<Found> => {
  if (!isApiId(id)) return 'gone';
  try {
    return { row: await http.json(`${list}/${id}`, { operation: `one of ${list}`, signal }) };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.status === 404) return 'gone';
    if (list === 'tickets' && error.code === 'connector_forbidden') return 'hidden';
    throw error;
  }
};

/**
 * Reads single conversations, each with the ticket that it was converted into, or a ticket that never was a conversation.
 * One request an id, not a search: a search is known to show a state that is no longer true. Only a plain 404 of both
 * says that something is gone: a missing permission never deletes.
 *
 * @throws ConnectorError where conversations may not be read
 */
export const readSingleRows = async (
  http: VendorHttp,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<SingleRows> => {
  const rows = { conversations: [] as unknown[], tickets: [] as unknown[], gone: [] as string[] };
  await inBatches([...new Set(ids)], async (id) => {
    const conversation = await readRow(http, 'conversations', id, signal);
    const isOnlyConversation = typeof conversation === 'object' && !mayBeTicket(conversation.row);
    const ticket = isOnlyConversation ? 'gone' : await readRow(http, 'tickets', id, signal);
    if (typeof conversation === 'object') rows.conversations.push(conversation.row);
    if (typeof ticket === 'object') rows.tickets.push(ticket.row);
    if (conversation === 'gone' && ticket === 'gone') rows.gone.push(id);
  });
  return rows;
};
