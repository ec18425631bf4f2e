import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildCustomer } from '@cscx/support-core/testing';
import { storeEngines } from '../__fixtures__/store-engines.js';
import { recordingLogger } from '../__fixtures__/start-test-server.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { accountTicket, createFakeAccounts, type FakeAccounts, saveConnections } from './__fixtures__/fake-accounts.js';
import { fakeTicket } from './__fixtures__/fake-connector.js';
import { createManualTime, type ManualTime } from './__fixtures__/manual-time.js';
import { startSyncWorker, type SyncWorker, type SyncWorkerOptions } from './start-sync-worker.js';

const START = '2026-11-23T09:00:00.000Z';
const MINUTE = 60_000;

describe.each(storeEngines)('a worker on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let time: ManualTime;
  let accounts: FakeAccounts;
  let organization: OrganizationStore;
  let workers: SyncWorker[];
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());
  beforeEach(async () => {
    time = createManualTime(START);
    accounts = createFakeAccounts();
    workers = [];
    organization = store.forOrganization(`worker-${++organizations}`);
    await organization.ensure();
    await organization.customers.save([buildCustomer()]);
    return async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      for (const { connection_id } of await organization.connections.list()) {
        await organization.connections.schedule(connection_id, null, START);
      }
    };
  });

  const start = (options: Partial<SyncWorkerOptions> = {}) => {
    const { now, wait } = time;
    const worker = startSyncWorker({
      store,
      now,
      wait,
      random: () => 1,
      logger: recordingLogger(),
      open: accounts.open,
      ...options,
    });
    workers.push(worker);
    return worker;
  };
  /** Machines may be busy; nothing is measured here. */
  const until = <T>(holds: () => T | Promise<T>) => vi.waitFor(holds, 15_000);
  /** Its loops have nothing to do: connections, deliveries and alerts. */
  const idle = (loops = 3) => until(() => expect(time.waiting()).toBe(loops));
  const alerts = async () =>
    (await organization.alerts.page({ standing: true, limit: 10, now: time.now() })).map(({ type }) => type);

  test('reads what is due, then again every few minutes, until it is stopped', async () => {
    await saveConnections(organization, ['desk'], START);
    const worker = start();
    await until(async () => {
      expect((await organization.connections.find('desk'))?.data_as_of).toBe(START);
    });
    await idle();
    time.advance(4 * MINUTE);
    await idle();
    expect(accounts.pulls).toHaveLength(1);
    time.advance(MINUTE);
    await until(() => expect(accounts.pulls).toHaveLength(2));
    await worker.stop();
    time.advance(60 * MINUTE);
    expect(accounts.pulls).toHaveLength(2);
    expect(await organization.connections.find('desk')).toMatchObject({ lease_expires_at: null });
  });

  test('looks at once when it is told that there is something', async () => {
    const worker = start();
    await idle();
    await saveConnections(organization, ['late'], START);
    worker.wake();
    await until(() => expect(accounts.pulls).toEqual(['late']));
  });

  test('goes on with those that wait as soon as there is room', async () => {
    const names = Array.from({ length: 7 }, (_, index) => `many-${index}`);
    await saveConnections(organization, names, START);
    start({ concurrency: 2 });
    await until(() => expect(accounts.pulls).toHaveLength(7));
    expect(accounts.overlaps).toEqual([]);
  });

  test('notices a missed target within 5 minutes though nothing happened to the ticket, without any connection', async () => {
    // Its resolution is due 48 hours after it came in.
    const draft = fakeTicket(1, {
      created_at: '2026-11-21T09:02:00Z',
      source_updated_at: '2026-11-21T09:02:00Z',
      first_response_at: '2026-11-21T09:03:00Z',
    });
    await organization.tickets.save({ tickets: [{ draft, match: { customer_id: 'acme', rule: 'link' } }], events: [] });
    start({ open: undefined, services: undefined });
    await idle(1);
    expect(await alerts()).not.toContain('sla_breach');
    time.advance(4.5 * MINUTE);
    await until(async () => expect(await alerts()).toContain('sla_breach'));
  });

  test('says so to the customers of a connection that falls behind, and takes it back when that is over', async () => {
    await saveConnections(organization, ['stuck'], START);
    const { connections } = organization;
    const read = async (at: string) => {
      await connections.begin({ connection_id: 'stuck', source_system: 'zendesk' }, at);
      await connections.complete('stuck', { degraded: [] }, at);
    };
    await read(START);
    const ticket = accountTicket('stuck', 1);
    const match = { customer_id: 'acme', rule: 'link' } as const;
    await organization.tickets.save({ tickets: [{ draft: ticket, match }], events: [] });
    start({ open: undefined, services: undefined });
    await idle(1);
    expect(await alerts()).not.toContain('stale_sync');
    time.advance(16 * MINUTE);
    await until(async () => expect(await alerts()).toContain('stale_sync'));
    await idle(1);
    await read(time.now());
    time.advance(5 * MINUTE);
    await until(async () => expect(await alerts()).not.toContain('stale_sync'));
  });

  test('leaves organizations to others that have just evaluated them, and takes over from those that did not end', async () => {
    const at = (ms: number) => new Date(Date.parse(START) + ms).toISOString();
    const { alertRounds } = organization;
    expect(await alertRounds.claim(START, at(MINUTE))).toBe(true);
    expect(await alertRounds.claim(at(MINUTE - 1), at(2 * MINUTE))).toBe(false);
    expect(await store.dueOrganizations(at(MINUTE - 1), 100)).not.toContain(organization.organization_id);
    expect(await store.dueOrganizations(at(MINUTE), 100)).toContain(organization.organization_id);
    expect(await alertRounds.claim(at(MINUTE), at(2 * MINUTE))).toBe(true);
    await alertRounds.schedule(at(5 * MINUTE));
    expect(await alertRounds.claim(at(2 * MINUTE), at(3 * MINUTE))).toBe(false);
  });
});
