import type { ConnectorPage } from '@cscx/support-core/connectors';
import type { CustomerMatching, TransactionMatching } from '../imports/customer-matching.js';
import { type MatchedTicket, type TicketBatch, toTicketBatch } from '../store/save-tickets.js';

/** A page's tickets as they are written. */
export interface PreparedTickets {
  /** Who said whose they are. */
  match: TransactionMatching['match'];
  matched: readonly MatchedTicket[];
  batch: TicketBatch;
}

export const prepareTickets = async (
  { tickets, events }: Pick<ConnectorPage, 'tickets' | 'events'>,
  match: TransactionMatching['match'],
): Promise<PreparedTickets> => {
  const matched = tickets.map(match);
  return { match, matched, batch: await toTicketBatch({ tickets: matched, events }) };
};

/** Prepares pages as far as it is known whose tickets are: the first one is prepared by its transaction. */
export async function* preparePages<Page extends ConnectorPage>(
  pages: AsyncIterable<Page>,
  matching: CustomerMatching,
): AsyncGenerator<{ page: Page; prepared: PreparedTickets | undefined }> {
  for await (const page of pages) {
    const match = matching.latest();
    yield { page, prepared: match && (await prepareTickets(page, match)) };
  }
}
