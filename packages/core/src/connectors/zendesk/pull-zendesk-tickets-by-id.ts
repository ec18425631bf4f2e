import * as z from 'zod';
import type { ConnectorPage } from '../connector.js';
import { emptyPage } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { ZendeskApi } from './zendesk-api.js';
import { readEnvelope } from './zendesk-errors.js';
import { mergePages } from '../shared/merge-pages.js';
import type { ZendeskSettings } from './zendesk-options.js';
import { INCLUDE, type TicketPageReader } from './zendesk-ticket-page.js';

const AT_ONCE = 100;

const envelopeSchema = z.looseObject({ tickets: z.array(z.unknown()) });

const idIn = (ticket: unknown): string | null =>
  typeof ticket === 'object' && ticket !== null ? String(Reflect.get(ticket, 'id')) : null;

/** Makes the reader of single tickets. What Zendesk does not show any more is deleted. */
export const createTicketsById = ({ http }: ZendeskApi, { subdomain }: ZendeskSettings, readPage: TicketPageReader) => {
  const readSome = async (ids: readonly string[], signal: AbortSignal | undefined): Promise<ConnectorPage> => {
    const operation = 'tickets by id';
    const search = { ids: ids.join(','), include: INCLUDE };
    const document = await http.json('tickets/show_many.json', { operation, search, signal });
    const envelope = readEnvelope(envelopeSchema, document, operation);
    const page = await readPage(envelope, signal);
    const found = new Set(envelope.tickets.map(idIn));
    const gone = ids.filter((id) => !found.has(id));
    page.removed.push(
      ...gone.map((id) => ({
        ticket_id: ticketId('zendesk', subdomain, id),
        reason: 'deleted' as const,
        source_updated_at: null,
      })),
    );
    return page;
  };

  return async (
    externalIds: readonly string[],
    { signal }: { signal?: AbortSignal | undefined } = {},
  ): Promise<ConnectorPage> => {
    const ids = [...new Set(externalIds)];
    const numbers = ids.filter((id) => /^\d+$/.test(id));
    const strange = ids.filter((id) => !/^\d+$/.test(id));
    const pages: ConnectorPage[] = [
      {
        ...emptyPage(),
        skipped: strange.map((id) => ({ position: id, field: 'id', reason: 'expected the number of a ticket' })),
      },
    ];
    for (let at = 0; at < numbers.length; at += AT_ONCE)
      pages.push(await readSome(numbers.slice(at, at + AT_ONCE), signal));
    return mergePages(pages);
  };
};
