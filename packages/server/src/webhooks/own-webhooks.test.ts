import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSimulatedClock, createWebhookSender, type SentEvent } from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { startReceiving } from './__fixtures__/start-receiving.js';

const NOW = Date.parse('2026-11-23T09:30:05.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const at = (ms: number): string => new Date(NOW + ms).toISOString();

const ticket = (id: string, fields: object = {}): SentEvent => ({
  type: 'ticket.upserted',
  data: { id, customer: { id: 'acme' }, createdAt: at(-DAY), updatedAt: at(0), ...fields },
});

const csat = (ticketId: string, score: number): SentEvent => ({
  type: 'csat.received',
  data: { id: `R-${ticketId}`, ticketId, score, scale: { min: 1, max: 5 }, respondedAt: at(0) },
});

const health = (customerId: string, score: number): SentEvent => ({
  type: 'health.updated',
  data: { customerId, score, measuredAt: at(0) },
});

let store: SupportStore;
let organizations = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const start = async (settings: { scheme?: 'standard' | 'github' } = {}) => {
  const clock = createSimulatedClock(NOW);
  const organization_id = `organization-${(organizations += 1)}`;
  const connection_id = `own-${organization_id}`;
  const secret = `whsec_${Buffer.from(`secret of ${organization_id}`.padEnd(32, '.')).toString('base64')}`;
  const receiving = await startReceiving(store, { clock, organization_id });
  const description = {
    source_system: 'webhook' as const,
    settings: { instance: 'desk', ...settings },
    credentials: { type: 'signing_secrets', secrets: [secret] },
  };
  await receiving.connect(connection_id, description);
  await receiving.organization.customers.save([buildCustomer({ customer_id: 'acme' })]);
  const sender = createWebhookSender({ secret, clock, ...settings });
  const send = async (event: SentEvent, options: Parameters<typeof sender.deliver>[1] = {}) => {
    const answer = await receiving.post(connection_id, await sender.deliver(event, options));
    return [answer.status, ((await answer.json()) as { status: unknown }).status];
  };
  return { ...receiving, clock, connection_id, description, sender, send };
};

const ACCEPTED = [200, 'accepted'];
const KNOWN = [200, 'known'];

describe('what a system of the organization sends', () => {
  test('a ticket is in the portfolio with the next breath', async () => {
    const { send, apply, inPortfolio } = await start();
    expect(await send(ticket('T-1', { status: 'open', createdAt: at(-1000) }))).toEqual(ACCEPTED);
    await apply();
    expect(await inPortfolio('acme')).toMatchObject({ total_tickets: 1, open_tickets: 1 });
  });

  test('an answer to a survey may come before its ticket', async () => {
    const { send, apply, inPortfolio } = await start();
    await send(csat('T-1', 2));
    await apply();
    expect(await inPortfolio('acme')).toMatchObject({ csat_responses: 0 });
    await send(ticket('T-1', { status: 'resolved' }));
    await apply();
    expect(await inPortfolio('acme')).toMatchObject({ csat_responses: 1, avg_csat: 2 });
  });

  test('parts of a ticket that come in another order are put together in the order of its versions', async () => {
    const { send, apply, tickets } = await start();
    await send(ticket('T-1', { status: 'resolved', updatedAt: at(-1000) }));
    await send(ticket('T-1', { priority: 'high', updatedAt: at(-2000) }));
    await send(ticket('T-1', { subject: 'Export fails', status: 'open', updatedAt: at(-3000) }));
    await apply();
    expect(await tickets('acme')).toMatchObject([{ subject: 'Export fails', priority: 'high', status: 'resolved' }]);
  });

  test('a deleted ticket is gone', async () => {
    const { send, apply, tickets } = await start();
    await send(ticket('T-1'));
    await send(ticket('T-1', { deleted: true, updatedAt: at(1) }));
    await apply();
    expect(await tickets('acme')).toEqual([]);
  });

  test('a customer that is told of gets its tickets, and keeps what is not told', async () => {
    const { send, apply, organization, inPortfolio } = await start();
    await send(ticket('T-1', { customer: null, requester: { email: 'ana@globex.example' } }));
    await send({ type: 'customer.upserted', data: { id: 'globex', name: 'Globex', domains: ['globex.example'] } });
    await apply();
    expect(await inPortfolio('globex')).toMatchObject({ customer_name: 'Globex', total_tickets: 1 });
    await send({ type: 'customer.upserted', data: { id: 'globex', arr: 1200 } });
    await apply();
    expect(await organization.customers.find('globex')).toMatchObject({ name: 'Globex', arr: 1200 });
  });

  test('a health score is the customer’s, and is kept with its time', async () => {
    const { send, apply, organization } = await start();
    await send(health('acme', 72));
    await apply();
    expect(await organization.customers.find('acme')).toMatchObject({ health_score: 72 });
    expect(await organization.healthScores.history('acme', { from: at(0), to: at(1) })).toEqual([
      { at: at(0), health_score: 72 },
    ]);
  });

  test('alerts follow at once', async () => {
    const { send, apply, organization } = await start();
    await send(ticket('T-1', { status: 'open', escalated: true, escalatedAt: at(-HOUR) }));
    await apply();
    const alerts = await organization.alerts.page({ limit: 10, now: at(0) });
    expect(alerts.map(({ type }) => type)).toContain('new_escalation');
  });

  test('data are as fresh as its newest delivery, also while it is paused: nobody else knows', async () => {
    const { send, apply, organization, connection_id, connect, description, clock } = await start();
    await connect(connection_id, description, { next_sync_at: null });
    await send(ticket('T-1'));
    clock.advance(MINUTE);
    await send(ticket('T-2'));
    clock.advance(MINUTE);
    await apply();
    expect((await organization.connections.find(connection_id))?.data_as_of).toBe(at(MINUTE));
    expect((await organization.find())?.data_as_of).toBe(at(MINUTE));
  });

  test('the texts of a delivery are not kept once it is applied', async () => {
    const { send, apply, organization, connection_id, clock } = await start();
    await send(ticket('T-1', { subject: 'Export fails' }));
    await apply();
    clock.advance(DAY);
    expect(await organization.webhookDeliveries.take(connection_id, { now: at(2 * DAY), limit: 9 })).toEqual([]);
  });
});

describe('repetitions', () => {
  test('of an id are known for a week, whatever the time of the attempt', async () => {
    const { send, apply, clock, tickets } = await start();
    expect(await send(ticket('T-1', { status: 'open' }), { id: 'msg-1' })).toEqual(ACCEPTED);
    expect(await send(ticket('T-1', { status: 'open' }), { id: 'msg-1' })).toEqual(KNOWN);
    await apply();
    for (let day = 1; day <= 7; day += 1) {
      clock.advance(DAY);
      await send(ticket(`T-${day}0`, { updatedAt: at(day * DAY) }));
      await apply();
      expect(await send(ticket('T-1', { status: 'closed', updatedAt: at(DAY) }), { id: 'msg-1' })).toEqual(KNOWN);
    }
    await apply();
    expect((await tickets('acme')).find(({ external_id }) => external_id === 'T-1')).toMatchObject({ status: 'open' });
  });

  test('of a body under an id that nobody signed have no effect', async () => {
    const { send, apply, inPortfolio, clock } = await start({ scheme: 'github' });
    await send(ticket('T-1'));
    const first = csat('T-1', 5);
    expect(await send({ ...first, timestamp: at(0) }, { id: 'a' })).toEqual(ACCEPTED);
    expect(await send({ ...csat('T-1', 1), timestamp: at(1) }, { id: 'b' })).toEqual(ACCEPTED);
    await apply();
    clock.advance(DAY);
    expect(await send({ ...first, timestamp: at(0) }, { id: 'c' })).toEqual(KNOWN);
    await apply();
    expect(await inPortfolio('acme')).toMatchObject({ avg_csat: 1 });
  });

  test('with an id of any length and any characters', async () => {
    const { send } = await start({ scheme: 'github' });
    for (const id of ['x'.repeat(5000), 'é ü', "'; drop table tickets"]) {
      expect(await send(ticket(`T-${id.length}`), { id })).toEqual(ACCEPTED);
      expect(await send(ticket('T-other', { subject: String(id.length) }), { id })).toEqual(KNOWN);
    }
  });
});

describe('a delivery that cannot be applied', () => {
  test('keeps no other waiting, and is applied as soon as it can be', async () => {
    const { send, apply, organization, inPortfolio, clock } = await start();
    for (let number = 1; number <= 5; number += 1) await send(ticket(`T-${number}`));
    await send(health('nobody-yet', 40));
    for (let number = 6; number <= 9; number += 1) await send(ticket(`T-${number}`));
    await apply();
    expect(await inPortfolio('acme')).toMatchObject({ total_tickets: 9 });
    await organization.customers.save([buildCustomer({ customer_id: 'nobody-yet' })]);
    clock.advance(11_000);
    await apply();
    expect(await organization.customers.find('nobody-yet')).toMatchObject({ health_score: 40 });
  });

  test('is given up after ten attempts in about a day, which the log says without its content', async () => {
    const { send, apply, clock, logger, organization, connection_id } = await start();
    await send(health('nobody', 40), { id: 'msg-lost' });
    let hours = 0;
    for (; hours < 48; hours += 1) {
      await apply();
      clock.advance(HOUR);
    }
    const tries = logger.lines.filter((line) => line.includes('webhooks not applied'));
    expect(tries.length).toBeLessThanOrEqual(10);
    const [lost = ''] = logger.lines.filter((line) => line.includes('webhooks given up'));
    expect(JSON.parse(lost)).toMatchObject({ connection_id, delivery_ids: ['msg-lost'], code: 'invalid_input' });
    expect(lost).not.toContain('nobody');
    expect(await organization.webhookDeliveries.take(connection_id, { now: at(90 * DAY), limit: 9 })).toEqual([]);
  });
});

describe('what is refused', () => {
  const refusals = async () => {
    const own = await start();
    const { connect, sender } = own;
    const genuine = (options = {}) => sender.deliver(ticket('T-1'), options);
    await connect('sealed', { ...own.description, credentials: {} });
    await connect('pulled-only', {
      source_system: 'salesforce',
      settings: { org_id: '00D000000000001' },
      credentials: {},
    });
    const other = createWebhookSender({ secret: `whsec_${'A'.repeat(44)}`, clock: own.clock });
    return {
      ...own,
      cases: {
        'another secret': [own.connection_id, await other.deliver(ticket('T-1'))],
        'an old time': [own.connection_id, await genuine({ at: own.clock.now() - 301_000 })],
        'a time to come': [own.connection_id, await genuine({ at: own.clock.now() + 301_000 })],
        'no signature': [own.connection_id, new Request('http://localhost/', { method: 'POST', body: '{}' })],
        'no such connection': ['nowhere', await genuine()],
        'a connection that does not open': ['sealed', await genuine()],
        'a connection without webhooks': ['pulled-only', await genuine()],
        'a name that no database takes': ['a\0b', await genuine()],
        'an endless name': ['x'.repeat(3000), await genuine()],
      } as Record<string, [string, Request]>,
    };
  };

  test('is answered with the same words, whatever is wrong and whether there is such a connection', async () => {
    const { cases, post, organization, connection_id } = await refusals();
    const answers = new Map<string, string>();
    for (const [name, [id, request]] of Object.entries(cases)) {
      const answer = await post(id, request);
      const { request_id: _, ...problem } = (await answer.json()) as Record<string, unknown>;
      const headers = [...answer.headers].filter(([header]) => !['x-request-id', 'etag'].includes(header));
      answers.set(name, JSON.stringify([answer.status, problem, headers]));
    }
    expect(new Set(answers.values()).size).toBe(1);
    expect([...answers.values()][0]).toContain('401');
    expect(await organization.webhookDeliveries.take(connection_id, { now: at(DAY), limit: 9 })).toEqual([]);
  });

  test('malformed but genuine is told to its sender, with the field and no more', async () => {
    const { post, connection_id, sender } = await start();
    const malformed = await sender.deliver(ticket('T-1', { status: 'Mislaid, says ada@acme.example' }));
    const answer = await post(connection_id, malformed);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid_input', errors: [{ path: 'data.status' }] });
    expect(text).not.toContain('ada@acme.example');
  });

  test('larger than 256 kB, whether it says so or not', async () => {
    const { connection_id, server } = await start();
    const url = `http://localhost/api/support/webhooks/${connection_id}`;
    const said = await server.fetch(
      new Request(url, { method: 'POST', headers: { 'content-length': '262145' }, body: '{}' }),
    );
    expect(said.status).toBe(413);
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const unsaid = await server.fetch(
      new Request(url, { method: 'POST', body: endless, duplex: 'half' } as RequestInit),
    );
    expect(unsaid.status).toBe(413);
    expect(chunks).toBeLessThan(10);
  });

  test('a connection may take more, which nobody else learns', async () => {
    const { connect, connection_id, description, post, sender, send } = await start();
    await connect(connection_id, { ...description, settings: { ...description.settings, max_bytes: 1_000_000 } });
    const large = ticket('T-1', { custom: { log: 'x'.repeat(400_000) } });
    expect(await send(large)).toEqual(ACCEPTED);
    const unsigned = await sender.deliver(large, { secrets: [`whsec_${'A'.repeat(44)}`] });
    expect((await post(connection_id, unsigned)).status).toBe(413);
    expect((await post('nowhere', unsigned)).status).toBe(413);
  });

  test.each(['gzip', 'br', 'deflate', 'zstd', 'x'])('compressed (%s)', async (encoding) => {
    const { connection_id, post, sender } = await start();
    const request = await sender.deliver(ticket('T-1'));
    request.headers.set('content-encoding', encoding);
    expect((await post(connection_id, request)).status).toBe(415);
    expect((await post('nowhere', request)).status).toBe(415);
  });
});

test('an address may be checked, which says nothing about what is there', async () => {
  const { connection_id, server } = await start();
  for (const id of [connection_id, 'nowhere']) {
    for (const method of ['HEAD', 'GET']) {
      const answer = await server.fetch(new Request(`http://localhost/api/support/webhooks/${id}`, { method }));
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
    const answer = await server.fetch(new Request(`http://localhost/api/support/webhooks/${id}`, { method: 'PUT' }));
    expect(answer.status).toBe(405);
  }
});

test('of two organizations with connections of one name, it is for the one whose secret has signed it', async () => {
  const first = await start();
  const second = await start();
  await first.connect('shared', first.description);
  await second.connect('shared', second.description);
  await second.post('shared', await second.sender.deliver(ticket('T-1')));
  await first.apply();
  await second.apply();
  expect(await first.tickets('acme')).toEqual([]);
  expect(await second.tickets('acme')).toHaveLength(1);
});
