import type { PulledPage } from '@cscx/support-core/connectors';
import type { Instant } from '@cscx/support-core';
import type { OrganizationStore } from '../../store/organization-store.js';
import type { TurnServices } from '../run-turn.js';
import { createFakeConnector, fakeTicket } from './fake-connector.js';

/** Accounts that note who reads them when. */
export interface FakeAccounts {
  open: TurnServices['open'];
  /** Ids of connections in the order in which their pulls began. */
  pulls: string[];
  /** Those of which a pull began while another one was running. */
  overlaps: string[];
  /** What happens instead of a pull of one page, by connection. */
  behaviours: Map<string, (pull: FakePull) => AsyncIterable<Partial<PulledPage>>>;
}

/** A pull under way. */
export interface FakePull {
  cursor: string | null | undefined;
  signal: AbortSignal | undefined;
}

/** A ticket of a fake account. */
export const accountTicket = (connection_id: string, number: number) =>
  fakeTicket(number, { ticket_id: `zendesk:${connection_id}:${number}` });

/** A page with one ticket, and the last one. */
export const lastPage = (connection_id: string, number = 1): Partial<PulledPage> => ({
  tickets: [accountTicket(connection_id, number)],
  nextCursor: String(number),
  isCaughtUp: true,
});

const nothing = { tickets: [], events: [], removed: [], skipped: [], warnings: [], degraded: [] };

export const createFakeAccounts = (): FakeAccounts => {
  const running = new Map<string, number>();
  const accounts: FakeAccounts = {
    pulls: [],
    overlaps: [],
    behaviours: new Map(),
    open: async (_organization, { connection_id }) => ({
      ...createFakeConnector([]),
      instance: connection_id,
      async *pullTickets({ cursor, signal } = {}) {
        accounts.pulls.push(connection_id);
        const others = running.get(connection_id) ?? 0;
        if (others > 0) accounts.overlaps.push(connection_id);
        running.set(connection_id, others + 1);
        try {
          const behaviour = accounts.behaviours.get(connection_id);
          if (!behaviour) {
            // Others have a chance to do something wrong meanwhile.
            await new Promise(setImmediate);
            yield { ...nothing, nextCursor: '', isCaughtUp: false, ...lastPage(connection_id) };
            return;
          }
          for await (const page of behaviour({ cursor, signal })) {
            yield { ...nothing, nextCursor: '', isCaughtUp: false, ...page };
          }
        } finally {
          running.set(connection_id, (running.get(connection_id) ?? 1) - 1);
        }
      },
    }),
  };
  return accounts;
};

/** Makes connections that are due. */
export const saveConnections = async (
  organization: OrganizationStore,
  connectionIds: readonly string[],
  due_at: Instant,
): Promise<void> => {
  await organization.ensure();
  for (const connection_id of connectionIds) {
    const account = `zendesk:${connection_id}:`;
    const details = {
      connection_id,
      source_system: 'zendesk',
      name: null,
      account,
      settings: {},
      credentials: 'sealed',
    };
    await organization.connections.save({ ...details, next_sync_at: due_at }, due_at);
  }
};
