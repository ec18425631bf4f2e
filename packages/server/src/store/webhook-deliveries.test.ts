import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeEngines } from '../__fixtures__/store-engines.js';
import type { OrganizationStore } from './organization-store.js';
import type { SupportStore } from './support-store.js';
import type { StoredReading } from '../webhooks/stored-reading.js';
import { MOST_ATTEMPTS, type NewDelivery } from './webhook-deliveries.js';

const START = Date.parse('2026-11-23T09:00:00.000Z');
const SECOND = 1000;
const DAY = 86_400_000;

const at = (ms: number): string => new Date(START + ms).toISOString();

const changes: NonNullable<StoredReading['changes']> = {
  patches: [],
  events: [],
  removed: [],
  customers: [],
  health_scores: [{ customer_id: 'acme', health_score: 72, at: at(0) }],
  warnings: [],
};

const delivery = (delivery_id: string, fields: Partial<NewDelivery> = {}): NewDelivery => ({
  connection_id: 'desk',
  delivery_id,
  body_hash: null,
  reading: { refetch: [delivery_id] },
  is_repeatable: false,
  ...fields,
});

describe.each(storeEngines)('webhook deliveries on %s', (_name, open) => {
  let engine: { store: SupportStore; stop: () => Promise<void> };
  let organization: OrganizationStore;
  let organizations = 0;

  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.stop());

  const connect = (connection_id: string, fields: { source_system?: string; next_sync_at?: string | null } = {}) =>
    organization.connections.save(
      {
        connection_id,
        source_system: 'zendesk',
        name: null,
        account: null,
        settings: {},
        credentials: null,
        next_sync_at: at(0),
        ...fields,
      },
      at(0),
    );

  beforeEach(async () => {
    organization = engine.store.forOrganization(`organization-${(organizations += 1)}`);
    await organization.ensure();
    await connect('desk');
  });

  const ours = async (ms: number) =>
    (await engine.store.dueDeliveries(at(ms), 1000))
      .filter(({ organization_id }) => organization_id === organization.organization_id)
      .map(({ connection_id }) => connection_id);

  const take = async (ms: number, limit = 100) =>
    (await organization.webhookDeliveries.take('desk', { now: at(ms), limit })).map(({ delivery_id, attempts }) => ({
      delivery_id,
      attempts,
    }));

  test('of the same id, sent by many at once, one is kept', async () => {
    const { webhookDeliveries } = organization;
    const added = await Promise.all(Array.from({ length: 20 }, () => webhookDeliveries.add(delivery('one'), at(0))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await take(0)).toEqual([{ delivery_id: 'one', attempts: 1 }]);
  });

  test('the same content under another id is known, of the same connection only', async () => {
    const { webhookDeliveries } = organization;
    await connect('other');
    const told = { body_hash: 'sha256:body', reading: { refetch: [], changes } };
    expect(await webhookDeliveries.add(delivery('one', told), at(0))).toBe(true);
    expect(await webhookDeliveries.add(delivery('two', told), at(0))).toBe(false);
    expect(await webhookDeliveries.add(delivery('two', { ...told, connection_id: 'other' }), at(0))).toBe(true);
  });

  test('an id is remembered after it is done, and forgotten when it is old', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    await webhookDeliveries.finish('desk', await take(0));
    await webhookDeliveries.forget('desk', at(7 * DAY - 8 * DAY));
    expect(await webhookDeliveries.add(delivery('one'), at(7 * DAY))).toBe(false);
    await webhookDeliveries.forget('desk', at(9 * DAY - 8 * DAY));
    expect(await webhookDeliveries.add(delivery('one'), at(9 * DAY))).toBe(true);
  });

  test('what waits is not forgotten however old it is', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    await webhookDeliveries.forget('desk', at(30 * DAY));
    expect(await take(30 * DAY)).toHaveLength(1);
  });

  test('without ids of a support system the same words are told anew once they were taken', async () => {
    const { webhookDeliveries } = organization;
    const poke = delivery('sha256:poke', { is_repeatable: true });
    expect(await webhookDeliveries.add(poke, at(0))).toBe(true);
    expect(await webhookDeliveries.add(poke, at(1))).toBe(false);
    const first = await take(1);
    // While it is being read, the ticket changes once more.
    expect(await webhookDeliveries.add(poke, at(2))).toBe(true);
    expect(await webhookDeliveries.finish('desk', first)).toEqual(new Set());
    const second = await take(2);
    expect(second).toEqual([{ delivery_id: 'sha256:poke', attempts: 1 }]);
    expect(await webhookDeliveries.finish('desk', second)).toEqual(new Set(['sha256:poke']));
    expect(await webhookDeliveries.add(poke, at(3))).toBe(true);
  });

  test('one at a time has the right to apply, for as long as is heard of it', async () => {
    const { webhookDeliveries } = organization;
    const hold = (owner: string, ms: number) =>
      webhookDeliveries.hold('desk', { owner, now: at(ms), until: at(ms + 60 * SECOND) });
    const holds = await Promise.all(Array.from({ length: 10 }, (_, index) => hold(`owner-${index}`, 0)));
    expect(holds.filter(Boolean)).toHaveLength(1);
    const owner = `owner-${holds.indexOf(true)}`;
    expect(await webhookDeliveries.keepHold('desk', { owner, until: at(90 * SECOND) })).toBe(true);
    expect(await hold('late', 89 * SECOND)).toBe(false);
    expect(await hold('heir', 90 * SECOND)).toBe(true);
    expect(await webhookDeliveries.keepHold('desk', { owner, until: at(200 * SECOND) })).toBe(false);
    await webhookDeliveries.letGo('desk', owner);
    expect(await hold('late', 91 * SECOND)).toBe(false);
    await webhookDeliveries.letGo('desk', 'heir', at(300 * SECOND));
    expect(await hold('late', 299 * SECOND)).toBe(false);
    expect(await hold('late', 300 * SECOND)).toBe(true);
  });

  test('the oldest are taken first, and what is not heard of comes again, each time later', async () => {
    const { webhookDeliveries } = organization;
    for (const [index, id] of ['c', 'a', 'b'].entries()) await webhookDeliveries.add(delivery(id), at(index));
    expect(await take(10, 2)).toEqual([
      { delivery_id: 'c', attempts: 1 },
      { delivery_id: 'a', attempts: 1 },
    ]);
    expect(await take(10, 2)).toEqual([{ delivery_id: 'b', attempts: 1 }]);
    expect(await take(9 * SECOND)).toEqual([]);
    // Whatever ended the process: each of them is alone now.
    expect(await take(11 * SECOND)).toEqual([{ delivery_id: 'c', attempts: 2 }]);
    expect(await take(11 * SECOND)).toEqual([{ delivery_id: 'a', attempts: 2 }]);
    expect(await take(40 * SECOND)).toEqual([{ delivery_id: 'b', attempts: 2 }]);
    expect(await take(40 * SECOND)).toEqual([]);
    expect(await take(42 * SECOND)).toEqual([{ delivery_id: 'c', attempts: 3 }]);
  });

  test('what failed comes again together, and is given up after the last attempt', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    await webhookDeliveries.add(delivery('two'), at(0));
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const taken = await take(attempt * 2 * DAY);
      expect(taken.map(({ attempts }) => attempts)).toEqual([attempt, attempt]);
      const given_up = await webhookDeliveries.fail('desk', taken, 'connector_unavailable');
      expect(given_up.toSorted()).toEqual(attempt === MOST_ATTEMPTS ? ['one', 'two'] : []);
    }
    expect(await take(100 * DAY)).toEqual([]);
    expect(await webhookDeliveries.add(delivery('one'), at(100 * DAY))).toBe(false);
  });

  test('what is put back was never attempted', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    await webhookDeliveries.putBack('desk', await take(0), at(1));
    expect(await take(1)).toEqual([{ delivery_id: 'one', attempts: 1 }]);
  });

  test('who was taken for dead finishes nothing that another one has taken', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    const [dead] = [await take(0), await take(DAY)];
    expect(await webhookDeliveries.finish('desk', dead)).toEqual(new Set());
    expect(await webhookDeliveries.fail('desk', dead, 'internal_error')).toEqual([]);
  });

  test('a reading survives, but for what no database takes', async () => {
    const { webhookDeliveries } = organization;
    const reading: StoredReading = {
      refetch: ['18', 'a\0b'],
      changes: { ...changes, customers: [{ customer_id: 'acme', name: 'A\ud800', tier: null }] },
    };
    await webhookDeliveries.add(delivery('one', { reading }), at(7));
    expect(await webhookDeliveries.take('desk', { now: at(7), limit: 1 })).toEqual([
      {
        delivery_id: 'one',
        received_at: at(7),
        attempts: 1,
        reading: {
          refetch: ['18', 'ab'],
          changes: { ...changes, customers: [{ customer_id: 'acme', name: 'A\ufffd', tier: null }] },
        },
      },
    ]);
  });

  test('connections with something due are named once, but not while they are held', async () => {
    const { webhookDeliveries } = organization;
    await webhookDeliveries.add(delivery('one'), at(0));
    await webhookDeliveries.add(delivery('two'), at(0));
    expect(await ours(0)).toEqual(['desk']);
    await webhookDeliveries.hold('desk', { owner: 'somebody', now: at(0), until: at(60 * SECOND) });
    expect(await ours(1)).toEqual([]);
    expect(await ours(60 * SECOND)).toEqual(['desk']);
  });

  test('of a paused connection only what was sent whole is due', async () => {
    await connect('own', { source_system: 'webhook', next_sync_at: null });
    await connect('paused', { next_sync_at: null });
    for (const connection_id of ['own', 'paused']) {
      await organization.webhookDeliveries.add(delivery('one', { connection_id }), at(0));
    }
    expect(await ours(0)).toEqual(['own']);
  });

  test('another organization has deliveries of its own under the same names', async () => {
    await organization.webhookDeliveries.add(delivery('one'), at(0));
    const before = organization;
    organization = engine.store.forOrganization('another');
    await organization.ensure();
    await connect('desk');
    expect(await take(0)).toEqual([]);
    expect(await organization.webhookDeliveries.add(delivery('one'), at(0))).toBe(true);
    expect(await before.webhookDeliveries.take('desk', { now: at(0), limit: 9 })).toHaveLength(1);
  });
});
