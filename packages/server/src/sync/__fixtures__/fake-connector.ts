import type { TicketDraft } from '@cscx/support-core';
import { type Connector, ConnectorError, type PulledPage } from '@cscx/support-core/connectors';
import { buildTicket } from '@cscx/support-core/testing';

/** A ticket of the fake account. */
export const fakeTicket = (number: number, fields: Partial<TicketDraft> = {}): TicketDraft => {
  const {
    customer_id: _,
    events: _events,
    ...draft
  } = buildTicket({
    ticket_id: `zendesk:acme:${number}`,
    external_id: String(number),
    source_system: 'zendesk',
    created_at: '2026-11-20T09:00:00Z',
    source_updated_at: '2026-11-20T09:00:00Z',
  });
  return { ...draft, company: { external_id: 'acme' }, ...fields };
};

/** A connector over a list of pages, whose cursor is the number of the next one. */
export interface FakeConnector extends Connector {
  /** More pages may be added. */
  pages: Partial<PulledPage>[];
  /** The cursor that each pull began with. */
  cursors: (string | null | undefined)[];
  /** From this page on, the vendor does not answer; null: it does. */
  failsAt: number | null;
}

export const createFakeConnector = (pages: Partial<PulledPage>[]): FakeConnector => {
  const fake: FakeConnector = {
    id: 'zendesk',
    instance: 'acme',
    capabilities: ['incremental', 'deletions', 'csat'],
    pages,
    cursors: [],
    failsAt: null,
    checkConnection: async () => ({ isUsable: true, account: 'acme', problems: [] }),
    pullTicketsById: async () => ({ tickets: [], events: [], removed: [], skipped: [], warnings: [] }),
    async *pullTickets({ cursor, signal } = {}) {
      fake.cursors.push(cursor);
      const nothing = { tickets: [], events: [], removed: [], skipped: [], warnings: [], degraded: [] };
      for (let page = Number(cursor ?? 0); page < fake.pages.length; page += 1) {
        signal?.throwIfAborted();
        if (page === fake.failsAt) {
          const details = { connector: 'zendesk', operation: 'tickets', status: 503 };
          throw new ConnectorError('connector_unavailable', 'no usable answer', details);
        }
        yield { ...nothing, ...fake.pages[page], nextCursor: String(page + 1), isCaughtUp: false };
      }
      yield { ...nothing, nextCursor: String(fake.pages.length), isCaughtUp: true };
    },
  };
  return fake;
};
