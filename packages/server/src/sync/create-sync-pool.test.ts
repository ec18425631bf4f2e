import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConnectorError } from '@cscx/support-core/connectors';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestPostgres } from '../__fixtures__/open-test-postgres.js';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import { recordingLogger } from '../__fixtures__/start-test-server.js';
import { openPostgresStore } from '../store/open-postgres-store.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import {
  accountTicket,
  createFakeAccounts,
  type FakeAccounts,
  lastPage,
  saveConnections,
} from './__fixtures__/fake-accounts.js';
import { createManualTime, type ManualTime } from './__fixtures__/manual-time.js';
import { createSyncPool, type SyncPool, type SyncPoolOptions } from './create-sync-pool.js';

const START = '2026-11-23T09:00:00.000Z';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Two processes on one database; PGlite has room for one process, which then has two pools. */
const engines: readonly (readonly [
  string,
  () => Promise<{
    stores: readonly [SupportStore, SupportStore];
    /** How many connections there are to share. */
    count: number;
    stop: () => Promise<void>;
  }>,
])[] = [
  [
    'PGlite',
    async () => {
      const store = await openTestStore();
      return { stores: [store, store], count: 20, stop: () => store.close() };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const { store, url, stop } = await openTestPostgres();
      const other = openPostgresStore({ connection_string: url });
      return {
        stores: [store, other],
        count: 200,
        async stop() {
          await other.close();
          await stop();
        },
      };
    },
  ],
];

/** A promise that a test keeps when it likes. */
const createGate = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
};

describe.each(engines)(
  'connections that are due on %s',
  (_name, open) => {
    let stores: readonly [SupportStore, SupportStore];
    let count: number;
    let stop: () => Promise<void>;
    let time: ManualTime;
    let accounts: FakeAccounts;
    let started = START;
    let organizations = 0;

    beforeAll(async () => {
      ({ stores, count, stop } = await open());
    });
    afterAll(() => stop());
    beforeEach(() => {
      // What a test leaves behind is not due in the next one.
      started = new Date(Date.parse(started) - 86_400_000).toISOString();
      time = createManualTime(started);
      accounts = createFakeAccounts();
    });

    const newPool = (process: 0 | 1 = 0, options: Partial<SyncPoolOptions> = {}): SyncPool =>
      createSyncPool({
        store: stores[process],
        concurrency: 16,
        open: accounts.open,
        now: time.now,
        random: () => 1,
        wait: time.wait,
        logger: recordingLogger(),
        interval_ms: 5 * MINUTE,
        ...options,
      });
    const newOrganization = async (...connectionIds: string[]) => {
      const organization = stores[0].forOrganization(`pool-${++organizations}`);
      await saveConnections(organization, connectionIds, time.now());
      await organization.customers.save([buildCustomer()]);
      return organization;
    };
    const drain = async (pool: SyncPool) => {
      while ((await stores[0].dueConnections(time.now(), 1)).length > 0) {
        await pool.poll();
        await pool.settled();
      }
    };
    /** An account that says nothing until the gate opens, whatever it is told. */
    const silent = (connection_id: string) => {
      const gate = createGate();
      accounts.behaviours.set(connection_id, async function* () {
        await gate.opened;
        yield lastPage(connection_id, 99);
      });
      return gate;
    };
    /** Machines may be busy; nothing is measured here. */
    const until = <T>(holds: () => T | Promise<T>) => vi.waitFor(holds, 15_000);
    const untilPulled = (pulls: number) => until(() => expect(accounts.pulls).toHaveLength(pulls));
    const minutesUntil = (instant: string | null | undefined) =>
      (Date.parse(instant ?? '') - Date.parse(time.now())) / MINUTE;

    test('are shared by processes: each is read once, by one of them, and none by two at once', async () => {
      const all: OrganizationStore[] = [];
      for (let first = 0; first < count; first += 20) {
        all.push(await newOrganization(...Array.from({ length: 20 }, (_, index) => `desk-${first + index}`)));
      }
      const first = newPool(0);
      const second = newPool(1);
      await Promise.all([drain(first), drain(second)]);
      expect(accounts.overlaps).toEqual([]);
      expect(accounts.pulls).toHaveLength(count);
      expect(new Set(accounts.pulls).size).toBe(count);
      for (const { connections } of all) {
        for (const connection of await connections.list()) {
          expect(connection).toMatchObject({ data_as_of: time.now(), cursor: '1', lease_expires_at: null });
          expect(minutesUntil(connection.next_sync_at)).toBe(5);
        }
      }
    });

    /** Its heartbeats come to an end, and nothing else does. */
    const stalled: SyncPoolOptions['wait'] = (_ms, signal) => time.wait(Infinity, signal);
    const storedTickets = async (organization: OrganizationStore) => {
      const found = await organization.tickets.byCustomer({
        customer_ids: ['acme'],
        changed_since: '1970-01-01T00:00:00Z',
      });
      return [...found.values()].flat().map(({ ticket_id }) => ticket_id);
    };

    test('of a process that ends without a word are read by another one; if it wakes, it stores nothing', async () => {
      const organization = await newOrganization('dead');
      const gate = silent('dead');
      const dying = newPool(0, { wait: stalled });
      const other = newPool(1);
      await dying.poll();
      await untilPulled(1);
      accounts.behaviours.delete('dead');

      time.advance(29 * SECOND);
      await other.poll();
      expect(accounts.pulls).toHaveLength(1);
      time.advance(SECOND);
      await other.poll();
      await other.settled();
      expect(accounts.pulls).toHaveLength(2);
      const taken = await organization.connections.find('dead');
      // It went on with the pull that the other one had begun.
      expect(taken).toMatchObject({ cursor: '1', data_as_of: started, lease_expires_at: null });

      gate.open();
      await dying.settled();
      expect(await organization.connections.find('dead')).toEqual(taken);
      expect(await storedTickets(organization)).toEqual(['zendesk:dead:1']);
    });

    /** Time passes, and who reads the connection says that it is still at it. */
    const beat = async (connections: OrganizationStore['connections'], connection_id: string) => {
      await until(() => expect(time.waiting()).toBe(1));
      time.advance(10 * SECOND);
      const expected = new Date(Date.parse(time.now()) + 30 * SECOND).toISOString();
      await until(async () => expect((await connections.find(connection_id))?.lease_expires_at).toBe(expected));
    };

    test('are kept by who says in time that it is still at it', async () => {
      const { connections } = await newOrganization('long');
      const gate = silent('long');
      const patient = newPool(0);
      await patient.poll();
      await untilPulled(1);
      for (let beats = 0; beats < 9; beats += 1) {
        await beat(connections, 'long');
        await newPool(1).poll();
      }
      gate.open();
      await patient.settled();
      expect(accounts.pulls).toEqual(['long']);
      expect(await connections.find('long')).toMatchObject({ cursor: '99', lease_expires_at: null });
    });

    test('do not wait for a support system that is silent, nor for one that is broken', async () => {
      const organization = await newOrganization('a-silent', 'b-broken', 'c-well');
      const gate = silent('a-silent');
      // oxlint-disable-next-line require-yield -- it has nothing to give
      accounts.behaviours.set('b-broken', async function* () {
        const details = { connector: 'zendesk', operation: 'tickets', status: 503 };
        throw new ConnectorError('connector_unavailable', 'no usable answer', details);
      });
      const pool = newPool(0, { concurrency: 1 });
      await pool.poll();
      await untilPulled(1);
      await pool.poll();
      expect(accounts.pulls).toEqual(['a-silent']);
      // Now its place is lent, though it still has it.
      for (let beats = 0; beats < 6; beats += 1) await beat(organization.connections, 'a-silent');
      for (const connection_id of ['b-broken', 'c-well']) {
        await pool.poll();
        await until(async () => {
          const { next_sync_at } = (await organization.connections.find(connection_id)) ?? {};
          expect(minutesUntil(next_sync_at)).toBeGreaterThan(0);
        });
      }
      expect(await organization.connections.find('c-well')).toMatchObject({ data_as_of: time.now() });
      expect(await organization.connections.find('b-broken')).toMatchObject({
        failures: 1,
        last_error: { code: 'connector_unavailable' },
        next_sync_at: new Date(Date.parse(time.now()) + 30 * SECOND).toISOString(),
      });
      gate.open();
      await pool.settled();
    });

    test('give way after a minute: a history is read in turns, each going on where the last one ended', async () => {
      const { connections } = await newOrganization('history');
      const cursors: unknown[] = [];
      accounts.behaviours.set('history', async function* ({ cursor }) {
        cursors.push(cursor);
        for (let number = Number(cursor ?? 0) + 1; number <= 5; number += 1) {
          time.advance(25 * SECOND);
          const tickets = Array.from({ length: 1000 }, (_, index) => accountTicket('history', number * 1000 + index));
          yield { ...lastPage('history', number), tickets, isCaughtUp: number === 5 };
        }
      });
      const pool = newPool();
      await pool.poll();
      await pool.settled();
      expect(await connections.find('history')).toMatchObject({
        data_as_of: null,
        pull_started_at: started,
        lease_expires_at: null,
        failures: 0,
        last_error: null,
      });
      const { pulled = 0, next_sync_at = null } = (await connections.find('history')) ?? {};
      expect(pulled).toBe(2000);
      expect(minutesUntil(next_sync_at)).toBe(0);
      await drain(pool);
      expect(cursors).toEqual([null, '2', '4']);
      expect(await connections.find('history')).toMatchObject({
        pulled: 5000,
        pull_started_at: null,
        data_as_of: started,
      });
    });

    test('that are asked for while they are read are read once more', async () => {
      const { connections } = await newOrganization('asked');
      const gate = silent('asked');
      const pool = newPool();
      await pool.poll();
      await untilPulled(1);
      time.advance(SECOND);
      await connections.schedule('asked', time.now(), time.now());
      gate.open();
      await pool.settled();
      accounts.behaviours.delete('asked');
      await pool.poll();
      await pool.settled();
      expect(accounts.pulls).toEqual(['asked', 'asked']);
      expect(await stores[0].dueConnections(time.now(), 1)).toEqual([]);
    });

    test('that are paused while they are read stay paused', async () => {
      const { connections } = await newOrganization('paused');
      const gate = silent('paused');
      const pool = newPool();
      await pool.poll();
      await untilPulled(1);
      await connections.schedule('paused', null, time.now());
      gate.open();
      await pool.settled();
      expect(await connections.find('paused')).toMatchObject({ next_sync_at: null, cursor: '99' });
    });

    test('stop at once with the process: what was read is stored, and the rest is free for others', async () => {
      const { connections } = await newOrganization('stopped');
      accounts.behaviours.set('stopped', async function* ({ signal }) {
        yield { ...lastPage('stopped', 1), isCaughtUp: false };
        await time.wait(Infinity, signal);
      });
      const pool = newPool();
      await pool.poll();
      await untilPulled(1);
      await pool.stop();
      expect(await connections.find('stopped')).toMatchObject({
        cursor: '1',
        lease_expires_at: null,
        next_sync_at: started,
        failures: 0,
        last_error: null,
      });
      await pool.poll();
      expect(accounts.pulls).toHaveLength(1);
    });
  },
  60_000,
);
