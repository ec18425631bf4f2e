import type { ConnectorPage } from '../connector.js';
import type { VendorHttp } from '../shared/vendor-http.js';
import type { createContactDirectory } from './contact-directory.js';
import { isRefused } from './intercom-errors.js';
import { contactIdOf, idText, isApiId, needsContact } from './intercom-record.js';
import { type IntercomRows, joinRows, mapIntercomRows } from './map-intercom-rows.js';
import type { IntercomMapping } from './map-intercom-ticket.js';
import { CONVERSATION_SEARCH, type IntercomSearch, searchPages, TICKET_SEARCH } from './search-pages.js';
import type { createTeammateNames } from './teammate-names.js';

/** What a reader of rows needs. */
export interface RowReaderOptions {
  http: VendorHttp;
  mapping: IntercomMapping;
  contacts: ReturnType<typeof createContactDirectory>;
  names: ReturnType<typeof createTeammateNames>;
}

/** As many ids as one search is asked for. */
const IDS_AT_ONCE = 50;

const fieldOf = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;

const idOf = (row: unknown): string | null => {
  const id = fieldOf(row, 'id');
  return typeof id === 'string' || typeof id === 'number' ? idText(id) : null;
};

/** Whether a conversation may be a ticket too: only `ticket: null` says that it is not. */
export const mayBeTicket = (conversation: unknown): boolean => fieldOf(conversation, 'ticket') !== null;

/** Makes the reader that completes rows with what stands elsewhere, and maps them. */
export const createRowReader = ({ http, mapping, contacts, names }: RowReaderOptions) => {
  const findByIds = async (search: IntercomSearch, rows: readonly unknown[], signal: AbortSignal | undefined) => {
    const ids = rows.map(idOf).filter((id) => id !== null && isApiId(id));
    const found: unknown[] = [];
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
      const value = ids.slice(from, from + IDS_AT_ONCE) as string[];
      const options = { per_page: IDS_AT_ONCE, signal };
      for await (const page of searchPages(http, search, [{ field: 'id', operator: 'IN', value }], options)) {
        found.push(...page);
      }
    }
    return found;
  };

  const mapRows = async (rows: IntercomRows, signal: AbortSignal | undefined): Promise<ConnectorPage> => {
    const asked = joinRows(rows).filter(needsContact).map(contactIdOf);
    const contactOf = await contacts(
      asked.filter((id) => id !== null),
      signal,
    );
    return mapIntercomRows(rows, mapping, { contactOf, ...(await names(signal)) });
  };

  return {
    mapRows,
    /** Conversations with the tickets that they were converted into; without these where tickets may not be read. */
    async mapConversations(conversations: readonly unknown[], signal: AbortSignal | undefined): Promise<ConnectorPage> {
      const tickets = await findByIds(TICKET_SEARCH, conversations.filter(mayBeTicket), signal).catch(
        (error: unknown) => {
          if (isRefused(error)) return [];
          throw error;
        },
      );
      return mapRows({ conversations, tickets }, signal);
    },
    /** Tickets with the conversations that they were made of. */
    mapTickets: async (tickets: readonly unknown[], signal: AbortSignal | undefined): Promise<ConnectorPage> =>
      mapRows({ tickets, conversations: await findByIds(CONVERSATION_SEARCH, tickets, signal) }, signal),
  };
};
