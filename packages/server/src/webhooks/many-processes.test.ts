import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSimulatedClock, createWebhookSender } from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { startTestPostgres } from '../__fixtures__/start-test-postgres.js';
import { openPostgresStore } from '../store/open-postgres-store.js';
import type { SupportStore } from '../store/support-store.js';
import { startReceiving } from './__fixtures__/start-receiving.js';

const NOW = Date.parse('2026-11-23T09:30:05.000Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const PROCESSES = 3;

let stop: () => Promise<void>;
let stores: SupportStore[];

beforeAll(async () => {
  const postgres = await startTestPostgres();
  ({ stop } = postgres);
  stores = Array.from({ length: PROCESSES }, () => openPostgresStore({ connection_string: postgres.url }));
  await stores[0]?.migrate();
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await stop();
});

/** Servers that share a database, as processes behind one balancer do. */
const start = async (organization_id: string) => {
  const clock = createSimulatedClock(NOW);
  const processes = await Promise.all(stores.map((store) => startReceiving(store, { clock, organization_id })));
  const [first] = processes;
  if (!first) throw new Error('expected a process');
  const connection_id = `own-${organization_id}`;
  await first.connect(connection_id, {
    source_system: 'webhook',
    settings: { instance: 'own' },
    credentials: { type: 'signing_secrets', secrets: [SECRET] },
  });
  await first.organization.customers.save([buildCustomer({ customer_id: 'acme' })]);
  const sender = createWebhookSender({ secret: SECRET, clock });
  const deliver = (id: string, fields: object) =>
    sender.deliver({ type: 'ticket.upserted', data: { id, customer: { id: 'acme' }, ...fields } });
  const applied = (): number =>
    processes
      .flatMap(({ logger }) => logger.lines)
      .filter((line) => line.includes('webhooks applied'))
      .reduce((sum, line) => sum + (JSON.parse(line) as { deliveries: number }).deliveries, 0);
  return { processes, first, clock, connection_id, deliver, applied };
};

test('of one delivery that arrives everywhere at the same moment, one process keeps it', async () => {
  const { processes, connection_id, deliver } = await start('everywhere');
  for (let number = 1; number <= 20; number += 1) {
    const request = await deliver(`T-${number}`, {});
    const answers = await Promise.all(
      [...processes, ...processes].map(async ({ post }) => (await post(connection_id, request)).json()),
    );
    const kept = answers.filter((answer) => (answer as { status: string }).status === 'accepted');
    expect(kept).toHaveLength(1);
  }
});

test('each delivery is applied once, and versions in their order, whoever is at it', async () => {
  const { processes, first, connection_id, deliver, applied } = await start('once');
  let sent = 0;
  // While they come in, all apply what there is.
  for (let round = 0; round < 10; round += 1) {
    const requests = await Promise.all(
      Array.from({ length: 30 }, (_, index) => {
        sent += 1;
        const updatedAt = new Date(NOW + sent).toISOString();
        return deliver(`T-${index % 6}`, { tags: [String(sent)], updatedAt });
      }),
    );
    await Promise.all([
      ...requests.map((request, index) => processes[index % PROCESSES]?.post(connection_id, request)),
      ...processes.map(({ apply }) => apply()),
    ]);
  }
  for (let round = 0; round < 3; round += 1) await Promise.all(processes.map(({ apply }) => apply()));
  expect(applied()).toBe(sent);
  const tickets = await first.tickets('acme');
  // The last version of each.
  const versions = tickets.flatMap(({ tags }) => tags).map(Number);
  expect(new Set(versions)).toEqual(new Set(Array.from({ length: 6 }, (_, index) => sent - index)));
  expect(processes.flatMap(({ logger }) => logger.lines).filter((line) => /not applied|failed/.test(line))).toEqual([]);
});

test('what a process has taken that then died is applied by another one, a minute later', async () => {
  const { processes, first, clock, connection_id, deliver } = await start('died');
  await first.post(connection_id, await deliver('T-1', {}));
  const { webhookDeliveries } = first.organization;
  const hold = { owner: 'the dead', now: new Date(NOW).toISOString(), until: new Date(NOW + 60_000).toISOString() };
  await webhookDeliveries.hold(connection_id, hold);
  await webhookDeliveries.take(connection_id, { now: hold.now, limit: 100 });
  clock.advance(59_000);
  await Promise.all(processes.map(({ apply }) => apply()));
  expect(await first.tickets('acme')).toEqual([]);
  clock.advance(1000);
  await Promise.all(processes.map(({ apply }) => apply()));
  expect(await first.tickets('acme')).toHaveLength(1);
});
