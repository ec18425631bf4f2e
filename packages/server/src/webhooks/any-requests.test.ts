import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedFreshdesk,
  createSimulatedIntercom,
  createSimulatedZendesk,
} from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { createSupportStore, type SupportStore } from '../store/support-store.js';
import { toNodeListener } from '../to-node-listener.js';
import { signBody } from './__fixtures__/sign-body.js';
import { type Receiving, startReceiving } from './__fixtures__/start-receiving.js';

const NOW = Date.parse('2026-11-23T09:30:05.000Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Thousands of requests. */
const PATIENCE_MS = 120_000;

const clock = createSimulatedClock(NOW);
const account = createSimulatedAccount({ now: NOW });
const simulated = {
  zendesk: createSimulatedZendesk({ account, clock }),
  intercom: createSimulatedIntercom({ account, clock }),
  freshdesk: createSimulatedFreshdesk({ account, clock }),
};

const VENDORS = ['zendesk', 'intercom', 'freshdesk', 'webhook'] as const;
type Vendor = (typeof VENDORS)[number];

const secretOf = (vendor: Vendor): string =>
  vendor === 'webhook' ? SECRET : (simulated[vendor].credentials.webhook_secrets?.[0] ?? '');

let pglite: PGlite;
let store: SupportStore;
let receiving: Receiving;

beforeAll(async () => {
  pglite = await PGlite.create();
  store = createSupportStore(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
  await store.migrate();
  const fetch = () => Promise.reject(new TypeError('fetch failed'));
  receiving = await startReceiving(store, { clock, fetch, organization_id: 'acme' });
  for (const source_system of ['zendesk', 'intercom', 'freshdesk'] as const) {
    const { settings, credentials } = simulated[source_system];
    await receiving.connect(source_system, { source_system, settings, credentials });
  }
  await receiving.connect('webhook', {
    source_system: 'webhook',
    settings: { instance: 'own' },
    credentials: { type: 'signing_secrets', secrets: [SECRET] },
  });
  await receiving.organization.customers.save([buildCustomer({ customer_id: 'acme' })]);
});
afterAll(() => store.close());

/** Every row of every table. */
const everything = async ({ but = '' } = {}): Promise<string> => {
  const { rows: tables } = await pglite.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const contents: unknown[] = [];
  for (const { name } of tables) {
    if (name !== but) contents.push(name, (await pglite.query(`select t::text from "${name}" t order by 1`)).rows);
  }
  return JSON.stringify(contents);
};

const deliveries = async (): Promise<number> =>
  (await pglite.query<{ n: number }>('select count(*)::int as n from webhook_deliveries')).rows[0]?.n ?? 0;

type Sent = Record<string, string>;

const send = (id: string, headers: Sent, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  receiving.post(id, new Request('http://localhost/', { method: 'POST', body, headers }));

const bytes = (content: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const bodies: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }).map((array) => new Uint8Array(array)),
  fc.json().map(bytes),
  fc.integer({ min: 1, max: 60_000 }).map((depth) => bytes(nested(depth))),
  { weight: 1, arbitrary: fc.integer({ min: 262_145, max: 300_000 }).map((size) => bytes('x'.repeat(size))) },
  fc.constantFrom('', 'null', '{', '{"type":', '\uFEFF{}', '{"__proto__":{"a":1}}', '1e999', '"\\ud800"').map(bytes),
);

const headerNames = fc.constantFrom(
  'x-zendesk-webhook-signature',
  'x-zendesk-webhook-signature-timestamp',
  'x-hub-signature',
  'x-webhook-secret',
  'authorization',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'content-type',
  'content-encoding',
  'content-length',
  'transfer-encoding',
);

const headerValues = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.base64String({ maxLength: 60 }),
  fc.constantFrom('', '0', '-1', '1e9', 'NaN', 'gzip', 'identity', 'sha1=', 'v1,AAAA', 'Basic ====', 'Bearer x'),
  fc.constantFrom('2026-11-23T09:30:05Z', String(NOW / 1000), 'text/plain', 'multipart/form-data; boundary=x'),
  fc.string({ minLength: 1000, maxLength: 8000 }),
);

const isHeader = ([name, value]: readonly [string, string]): boolean => {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
};

const headers = fc
  .array(fc.tuple(headerNames, headerValues), { maxLength: 6 })
  .map((all) => Object.fromEntries(all.filter(isHeader)));

const REFUSALS = [400, 401, 413, 415];

test(
  'whatever anybody sends without a secret is refused, and leaves no trace',
  async () => {
    const before = await everything();
    const ids = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...VENDORS, 'nowhere') },
      // An address with a dot alone as a part names another place.
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 300 }).filter((id) => !/^\.{1,2}$/.test(id)) },
    );
    await fc.assert(
      fc.asyncProperty(ids, headers, bodies, async (id, sent, body) => {
        expect(REFUSALS).toContain((await send(id, sent, body)).status);
      }),
      { numRuns: 800 },
    );
    expect(await everything()).toBe(before);
  },
  PATIENCE_MS,
);

/** What each support system would say of a ticket. */
const told: Record<Vendor, (id: unknown) => unknown> = {
  zendesk: (id) => ({ type: 'zen:event-type:ticket.created', id: `event ${String(id)}`, detail: { id } }),
  intercom: (id) => ({ topic: 'conversation.user.created', id: `notification ${String(id)}`, data: { item: { id } } }),
  freshdesk: (id) => ({ freshdesk_webhook: { ticket_id: id } }),
  webhook: (id) => ({ type: 'ticket.upserted', timestamp: '2026-11-23T09:30:00Z', data: { id: String(id) } }),
};

/** What may happen to a delivery on its way; the header of Freshdesk proves nothing of the body. */
const mishaps: Record<string, (sent: Sent, body: Uint8Array<ArrayBuffer>, place: number) => [Sent, typeof body]> = {
  'a byte is changed': (sent, body, place) => [
    sent,
    body.map((byte, index) => (index === place % body.length ? byte ^ 1 : byte)),
  ],
  'something is appended': (sent, body) => [sent, new Uint8Array([...body, 32])],
  'it is cut': (sent, body, place) => [sent, body.slice(0, place % body.length)],
  'it is compressed': (sent, body) => [{ ...sent, 'content-encoding': 'gzip' }, body],
  'its proof is cut': (sent, body, place) => [
    Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, value.slice(0, place % value.length)])),
    body,
  ],
  'its proof is lost': (_sent, body) => [{}, body],
};

test(
  'what was changed on its way, is late or is for another connection is refused, and leaves no trace',
  async () => {
    const before = await everything();
    const changed = fc.record({
      vendor: fc.constantFrom(...VENDORS),
      id: fc.integer({ min: 1, max: 1_000_000 }),
      how: fc.constantFrom(...Object.keys(mishaps), 'it is late', 'it is early', 'it is for another one'),
      place: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(changed, async ({ vendor, id, how, place }) => {
        const secret = secretOf(vendor);
        // Neither signs a time, and Freshdesk nothing at all.
        const isTimed = vendor === 'zendesk' || vendor === 'webhook';
        const shift = { 'it is late': -301_000, 'it is early': 301_000 }[how] ?? 0;
        fc.pre(isTimed || shift === 0);
        fc.pre(vendor !== 'freshdesk' || ['its proof is lost', 'its proof is cut', 'it is compressed'].includes(how));
        const body = bytes(told[vendor](id));
        const sent: Sent = signBody[vendor](body, { secret, now: clock.now() + shift });
        const others = [...VENDORS, 'nowhere'].filter((name) => name !== vendor);
        const address = how === 'it is for another one' ? (others[place % others.length] ?? '') : vendor;
        const [headersThen, bodyThen] = mishaps[how]?.(sent, body, place) ?? [sent, body];
        expect(REFUSALS).toContain((await send(address, headersThen, bodyThen)).status);
      }),
      { numRuns: 500 },
    );
    expect(await everything()).toBe(before);
  },
  PATIENCE_MS,
);

/** Nearly what a support system would say. */
const nearly = fc
  .record({
    vendor: fc.constantFrom(...VENDORS),
    id: fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer(), fc.double(), fc.constant(null)),
    more: fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue(), { maxKeys: 4 }),
    data: fc.record(
      {
        id: fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
        subject: fc.string({ unit: 'binary', maxLength: 50 }),
        status: fc.constantFrom('open', 'resolved', 'Open', '', '\0'),
        updatedAt: fc.constantFrom('2026-11-23T09:30:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'soon'),
        createdAt: fc.constantFrom('2026-11-23T09:30:00Z', '-000001-01-01T00:00:00Z', '1600-02-30T00:00:00Z'),
        customer: fc.record({ id: fc.string({ unit: 'binary', maxLength: 20 }) }),
        tags: fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 5 }),
        sla: fc.record({ status: fc.constantFrom('met', 'breached', 'lost') }),
        ticketId: fc.string({ maxLength: 20 }),
        score: fc.double(),
        scale: fc.record({ min: fc.double(), max: fc.double() }),
        customerId: fc.string({ unit: 'binary', maxLength: 20 }),
      },
      { requiredKeys: [] },
    ),
    type: fc.constantFrom('ticket.upserted', 'csat.received', 'customer.upserted', 'health.updated', 'x'),
  })
  .map(({ vendor, id, more, data, type }) =>
    vendor === 'webhook'
      ? bytes({ type, timestamp: '2026-11-23T09:30:00Z', ...more, data })
      : bytes({ ...(told[vendor](id) as object), ...more }),
  );

test(
  'garbage that is signed is never an error of ours; it is stored where it may be a delivery, and then stops no other',
  async () => {
    const before = await everything({ but: 'webhook_deliveries' });
    const stored = await deliveries();
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...VENDORS), fc.oneof(bodies, nearly), async (vendor, body) => {
        const sent = signBody[vendor](body, { secret: secretOf(vendor), now: clock.now() });
        const answer = await send(vendor, sent, body);
        // Standard Webhooks sign text: what is none has no signature.
        expect([200, 400, 401, 413]).toContain(answer.status);
        const { status } = (await answer.json()) as { status: unknown };
        if (status === 'accepted') accepted += 1;
      }),
      { numRuns: 500 },
    );
    expect(await everything({ but: 'webhook_deliveries' })).toBe(before);
    expect(accepted).toBeGreaterThan(0);
    expect((await deliveries()) - stored).toBe(accepted);

    const body = bytes({ ...(told.webhook('T-1') as object), timestamp: '2026-11-23T09:30:01Z' });
    await send('webhook', signBody.webhook(body, { secret: SECRET, now: clock.now() }), body);
    await receiving.apply();
    const { rows } = await pglite.query("select 1 from tickets where ticket_id = 'webhook:own:T-1'");
    expect(rows).toHaveLength(1);
    expect(receiving.logger.lines.filter((line) => line.includes('drain failed'))).toEqual([]);
  },
  PATIENCE_MS,
);

/** Requests as no client writes them. */
const RAW = {
  'a length that is no number': 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n{}',
  'two lengths': 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
  'length and chunks': 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'a chunk that is no chunk': 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
  'no host': 'POST / HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
  'an older HTTP': 'POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}',
  'a length that is too large': 'POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 99999999\r\n\r\n{}',
};

test.each(Object.entries(RAW))('over the wire: %s', async (_what, request) => {
  const listener = toNodeListener(receiving.server);
  const server = createServer((message, response) => void listener(message, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const exchange = async (raw: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    socket.end(raw.replace('/ HTTP', '/api/support/webhooks/zendesk HTTP'));
    return text(socket);
  };
  const before = await everything();
  expect(await exchange(request)).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await exchange('HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  expect(await everything()).toBe(before);
  server.close();
});
