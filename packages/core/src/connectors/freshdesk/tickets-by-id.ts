import type { Connector, ConnectorPage } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import { inBatches } from '../shared/in-batches.js';
import { mergePages } from '../shared/merge-pages.js';
import { emptyPage } from '../shared/page.js';
import { ticketId } from '../shared/ticket-id.js';
import type { FreshdeskApi } from './freshdesk-api.js';
import { isNotFound } from './freshdesk-errors.js';
import { recentRatings } from './rating-stream.js';
import type { TicketReader } from './ticket-reader.js';

const NUMBER = /^\d{1,16}$/;

/** Makes the reader of single tickets, each with what it was rated lately. What is not there any more is deleted. */
export const createTicketsById = (
  api: FreshdeskApi,
  reader: TicketReader,
  account: { domain: string; clock: ConnectorClock },
): Connector['pullTicketsById'] => {
  const readRow = async (id: string, signal: AbortSignal | undefined): Promise<unknown> => {
    try {
      return await reader.including((include) =>
        api.one(`tickets/${id}`, { operation: 'read ticket', search: { include }, signal }),
      );
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  };

  return async (externalIds, { signal } = {}): Promise<ConnectorPage> => {
    const ids = [...new Set(externalIds)];
    const numbers = ids.filter((id) => NUMBER.test(id));
    const strange = ids.filter((id) => !NUMBER.test(id));
    const found = await inBatches(numbers, async (id) => ({ id, row: await readRow(id, signal) }));
    const rows = found.flatMap(({ row }) => row ?? []);
    const gone = found.filter(({ row }) => row === null);
    return mergePages([
      await reader.read(rows, signal),
      rows.length === 0 ? emptyPage() : await recentRatings(api, new Set(numbers), account, signal),
      {
        ...emptyPage(),
        removed: gone.map(({ id }) => ({
          ticket_id: ticketId('freshdesk', account.domain, id),
          reason: 'deleted' as const,
          source_updated_at: null,
        })),
        skipped: strange.map((id) => ({ position: id, field: '', reason: 'expected the number of a ticket' })),
      },
    ]);
  };
};
