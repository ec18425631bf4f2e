import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createSimulatedAccount,
  createSimulatedClock,
  createSimulatedFreshdesk,
  createSimulatedIntercom,
  createSimulatedZendesk,
  createWebhookSender,
  RANDOM_COMPANIES,
  type SimulatedVendorOptions,
  type TicketStory,
} from '@cscx/support-core/simulators';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { startReceiving } from './__fixtures__/start-receiving.js';

const NOW = Date.parse('2026-11-23T09:30:05.000Z');
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const company = RANDOM_COMPANIES[0] ?? null;
const ada = { id: 7001, name: 'Ada', email: `ada@${company?.domain}`, company };

const story = (number: number): TicketStory => ({
  number,
  subject: `Question ${number}`,
  topic: 'billing',
  priority: 'normal',
  requester: ada,
  assignee: null,
  created_at: NOW - 1000,
  changes: [],
});

/** How each support system tells that something happened to a ticket. */
const vendors = {
  zendesk(options: SimulatedVendorOptions) {
    const vendor = createSimulatedZendesk(options);
    let sent = 0;
    const event = (number: number) => ({
      type: 'zen:event-type:ticket.status_changed',
      id: `event-${(sent += 1)}`,
      detail: { id: String(number) },
    });
    return { ...vendor, poke: (number: number) => vendor.webhook(number, event(number)) };
  },
  intercom(options: SimulatedVendorOptions) {
    const vendor = createSimulatedIntercom(options);
    return { ...vendor, poke: (number: number) => vendor.notification('conversation.user.created', number) };
  },
  freshdesk(options: SimulatedVendorOptions) {
    const vendor = createSimulatedFreshdesk(options);
    return { ...vendor, poke: async (number: number) => vendor.webhook(number) };
  },
};

describe.each(Object.entries(vendors))('webhooks of %s', (name, create) => {
  let store: SupportStore;
  let organizations = 0;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  const start = async (stories = [story(1)]) => {
    const clock = createSimulatedClock(NOW);
    const account = createSimulatedAccount({ now: NOW, stories });
    const vendor = create({ account, clock, request_ms: 100 });
    const organization_id = `organization-${(organizations += 1)}`;
    const trouble = { isDown: false };
    const fetch: typeof vendor.fetch = (input, init) =>
      trouble.isDown ? Promise.resolve(new Response(null, { status: 503 })) : vendor.fetch(input, init);
    const receiving = await startReceiving(store, { clock, fetch, organization_id });
    const connection_id = `desk-${organization_id}`;
    const description = {
      source_system: name as keyof typeof vendors,
      settings: vendor.settings,
      credentials: vendor.credentials,
    };
    await receiving.connect(connection_id, description);
    const customer = buildCustomer({ customer_id: 'first', domains: [company?.domain ?? ''] });
    await receiving.organization.customers.save([customer]);
    const poke = async (number: number) => receiving.post(connection_id, await vendor.poke(number));
    return { ...receiving, vendor, trouble, account, clock, connection_id, description, poke };
  };

  test('a ticket is in the portfolio within seconds of its creation, and so is each change of it', async () => {
    const { poke, apply, inPortfolio, tickets, account, clock } = await start();
    const answer = await poke(1);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'accepted' }]);
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 0 });
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 1, open_tickets: 1 });

    clock.advance(2000);
    account.advanceTo(clock.now());
    account.change(1, { status: 'solved', replied: true });
    expect(await (await poke(1)).json()).toEqual({ status: 'accepted' });
    await apply();
    expect(await tickets('first')).toMatchObject([{ status: 'resolved' }]);
    expect(clock.now() - NOW).toBeLessThan(5000);
  });

  test('whoever receives it is woken once for each that is new', async () => {
    const { poke, post, connection_id, vendor, wakings } = await start();
    await poke(1);
    expect(wakings()).toBe(1);
    const wrong = new Request('http://localhost/', { method: 'POST', body: '{}' });
    expect((await post(connection_id, wrong)).status).toBe(401);
    const again = await vendor.poke(1);
    await post(connection_id, again);
    await post(connection_id, again);
    expect(wakings()).toBe(name === 'freshdesk' ? 1 : 2);
  });

  test('a burst about many tickets is few requests', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
    const { poke, apply, inPortfolio, vendor } = await start(numbers.map(story));
    for (const number of numbers) await poke(number);
    for (const number of numbers) await poke(number);
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 40 });
    // Intercom and Freshdesk have no request for several tickets at once.
    expect(vendor.requests.length).toBeLessThan(name === 'zendesk' ? 5 : 130);
  });

  test('a repetition has no effect, after the ticket was read as well', async () => {
    const { post, connection_id, vendor, apply } = await start();
    const poke = await vendor.poke(1);
    await post(connection_id, poke);
    await apply();
    const { length } = vendor.requests;
    expect((await post(connection_id, poke)).status).toBe(200);
    await apply();
    // Freshdesk gives no ids: the ticket is read once more, and is what it was.
    if (name !== 'freshdesk') expect(vendor.requests).toHaveLength(length);
  });

  test('a deleted ticket is gone', async () => {
    const { poke, apply, inPortfolio, account, clock } = await start();
    await poke(1);
    await apply();
    clock.advance(1000);
    account.advanceTo(clock.now());
    account.change(1, { removed: 'deleted' });
    await poke(1);
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 0 });
  });

  test('another secret is taken as soon as it is stored, and the one before as long as it stays', async () => {
    const { post, connect, connection_id, description, vendor } = await start();
    const old = await vendor.poke(1);
    const withSecrets = (webhook_secrets: string[]) => ({
      ...description,
      credentials: { ...description.credentials, webhook_secrets },
    });
    const [secret = ''] = vendor.credentials.webhook_secrets ?? [];
    await connect(connection_id, withSecrets(['the-new-secret-of-24-bytes-or-more', secret]));
    expect((await post(connection_id, old)).status).toBe(200);
    await connect(connection_id, withSecrets(['the-new-secret-of-24-bytes-or-more']));
    expect((await post(connection_id, old)).status).toBe(401);
  });

  test('while the support system does not answer its deliveries wait, and those of others do not', async () => {
    const { poke, post, connect, apply, inPortfolio, tickets, trouble, clock, logger } = await start();
    const sender = createWebhookSender({ secret: SECRET, clock });
    const credentials = { type: 'signing_secrets', secrets: [SECRET] };
    await connect('own-desk', { source_system: 'webhook', settings: { instance: 'own' }, credentials });
    trouble.isDown = true;
    await poke(1);
    const data = { id: 'T-1', subject: 'Export fails', status: 'open', customer: { id: 'first' } };
    await post('own-desk', await sender.deliver({ type: 'ticket.upserted', data }));
    await apply();
    expect(await tickets('first')).toMatchObject([{ ticket_id: 'webhook:own:T-1' }]);
    expect(logger.lines.filter((line) => line.includes('webhooks not applied'))).toHaveLength(1);
    trouble.isDown = false;
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 1 });
    clock.advance(5 * 60_000);
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 2 });
  });

  test('while a connection is paused nobody is asked, and nothing is lost', async () => {
    const { poke, apply, connect, connection_id, description, inPortfolio, vendor } = await start();
    await connect(connection_id, description, { next_sync_at: null });
    expect((await poke(1)).status).toBe(200);
    await apply();
    expect(vendor.requests).toEqual([]);
    await connect(connection_id, description);
    await apply();
    expect(await inPortfolio('first')).toMatchObject({ total_tickets: 1 });
  });

  test('what only points at tickets does not make data fresher than the last sync', async () => {
    const { poke, apply, organization, connection_id } = await start();
    await poke(1);
    await apply();
    expect((await organization.connections.find(connection_id))?.data_as_of).toBeNull();
    expect((await organization.find())?.data_as_of).toBeNull();
  });
});
