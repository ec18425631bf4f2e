import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SkippedRecord, TicketEvent } from '@cscx/support-core';
import { buildCustomer } from '@cscx/support-core/testing';
import { storeEngines } from '../__fixtures__/store-engines.js';
import { saveCustomers } from '../customers/save-customers.js';
import type { SupportStore } from '../store/support-store.js';
import { createFakeConnector, fakeTicket } from './__fixtures__/fake-connector.js';
import { syncConnection } from './sync-connection.js';

const NOW = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';
const now = () => NOW;
const helpdesk = { connection_id: 'helpdesk' };

const page = (first: number, count: number) => ({
  tickets: Array.from({ length: count }, (_, index) => fakeTicket(first + index)),
});

const rating = (number: number, at = NOW): TicketEvent => ({
  ticket_id: `zendesk:acme:${number}`,
  event_id: 'rating',
  type: 'csat_received',
  at,
  score: 1,
});

describe.each(storeEngines)('syncing a connection on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  const newOrganization = async () => {
    const organization = store.forOrganization(`sync-${++organizations}`);
    await organization.ensure();
    await organization.customers.save([buildCustomer()]);
    return organization;
  };
  type Organization = Awaited<ReturnType<typeof newOrganization>>;
  const ticketsOf = async ({ tickets }: Organization) => {
    const found = await tickets.byCustomer({ customer_ids: ['acme'], changed_since: '1970-01-01T00:00:00Z' });
    return found.get('acme') ?? [];
  };
  const numbersOf = async (organization: Organization) =>
    (await ticketsOf(organization)).map(({ external_id }) => Number(external_id)).toSorted((a, b) => a - b);
  const alertsOf = async ({ alerts }: Organization) =>
    (await alerts.page({ standing: true, limit: 500, now: NOW })).map(
      ({ type, ticket_ids }) => `${type} ${ticket_ids.join()}`,
    );

  test('stores what was pulled, says what it did, and then knows how fresh it is', async () => {
    const organization = await newOrganization();
    const warning = { code: 'unknown_status', field: 'status', value: 'parked', count: 2 };
    const degraded = [{ capability: 'sla' as const, reason: 'needs another plan' }];
    const connector = createFakeConnector([
      { ...page(1, 3), warnings: [warning] },
      { tickets: [fakeTicket(4, { company: { external_id: 'nobody' } })], warnings: [warning], degraded },
      { events: [rating(1)], removed: [{ ticket_id: 'zendesk:acme:2', reason: 'spam', source_updated_at: NOW }] },
      { skipped: [{ position: '5', field: 'status', reason: 'expected text', record: { id: 5 } }] },
    ]);
    const skipped: SkippedRecord[] = [];
    const summary = await syncConnection(organization, helpdesk, connector, {
      now,
      onSkipped: async (records) => void skipped.push(...records),
    });
    expect(summary).toEqual({
      pulled: 4,
      changed: 4,
      removed: 1,
      unmatched: 1,
      skipped: 1,
      warnings: [{ ...warning, count: 4 }],
      degraded,
      data_as_of: NOW,
    });
    expect(skipped).toMatchObject([{ position: '5', field: 'status' }]);
    expect(await numbersOf(organization)).toEqual([1, 3]);
    expect((await organization.find())?.data_as_of).toBe(NOW);
    expect(await organization.connections.find('helpdesk')).toMatchObject({
      source_system: 'zendesk',
      cursor: '4',
      data_as_of: NOW,
      pull_started_at: null,
      degraded,
    });
  });

  test('a second sync goes on after the first and changes nothing that stands already', async () => {
    const organization = await newOrganization();
    const connector = createFakeConnector([page(1, 3)]);
    await syncConnection(organization, helpdesk, connector, { now });
    // An overlap, as real pulls have.
    connector.pages.push(page(2, 3));
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ pulled: 3, changed: 1 });
    expect(connector.cursors).toEqual([null, '1']);
    expect(await numbersOf(organization)).toEqual([1, 2, 3, 4]);
  });

  test('a support system that fails in the middle loses nothing: its code is kept, and the next sync goes on', async () => {
    const organization = await newOrganization();
    const connector = createFakeConnector([page(1, 700), page(701, 700), page(1401, 700), page(2101, 7)]);
    connector.failsAt = 3;
    await expect(syncConnection(organization, helpdesk, connector, { now })).rejects.toMatchObject({
      code: 'connector_unavailable',
    });
    // The third page waited for more to come when the fourth failed.
    expect(await numbersOf(organization)).toHaveLength(2100);
    expect((await organization.find())?.data_as_of).toBeNull();
    expect(await organization.connections.find('helpdesk')).toMatchObject({
      cursor: '3',
      last_error: { code: 'connector_unavailable', at: NOW },
    });
    connector.failsAt = null;
    const summary = await syncConnection(organization, helpdesk, connector, { now: () => LATER });
    // What the first part read may be as old as that.
    expect(summary).toMatchObject({ pulled: 7, changed: 7, data_as_of: NOW });
    expect(await numbersOf(organization)).toHaveLength(2107);
    expect(await organization.connections.find('helpdesk')).toMatchObject({ last_error: null, data_as_of: NOW });
  });

  test('stops between two transactions when told to, and goes on from there', async () => {
    const organization = await newOrganization();
    const connector = createFakeConnector(Array.from({ length: 6 }, (_, index) => page(1 + 1000 * index, 1000)));
    const controller = new AbortController();
    const stopped = syncConnection(organization, helpdesk, connector, {
      now,
      signal: controller.signal,
      onProgress: ({ pulled }) => pulled >= 2000 && controller.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await numbersOf(organization)).toHaveLength(2000);
    expect(await organization.connections.find('helpdesk')).toMatchObject({ cursor: '2', last_error: null });
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ pulled: 4000 });
    expect(await numbersOf(organization)).toHaveLength(6000);
  });

  test('a page that cannot be stored leaves neither its tickets nor its cursor behind', async () => {
    const organization = await newOrganization();
    const broken = fakeTicket(2001, { created_at: 'yesterday-ish' });
    const connector = createFakeConnector([page(1, 2000), { tickets: [fakeTicket(2000), broken] }]);
    await expect(syncConnection(organization, helpdesk, connector, { now })).rejects.toThrow('yesterday-ish');
    expect(await numbersOf(organization)).toHaveLength(2000);
    expect(await organization.connections.find('helpdesk')).toMatchObject({ cursor: '1', last_error: null });
  });

  test('alerts follow: of customers whose tickets changed, were rated or were removed', async () => {
    const organization = await newOrganization();
    const breach = { vendor_sla: { resolution: { is_breached: true, breached_at: '2026-11-21T09:00:00Z' } } };
    const connector = createFakeConnector([{ tickets: [fakeTicket(1, breach), fakeTicket(2, breach)] }]);
    await syncConnection(organization, helpdesk, connector, { now });
    const breaches = (numbers: number[]) => numbers.map((number) => `sla_breach zendesk:acme:${number}`);
    const found = await alertsOf(organization);
    expect(found).toEqual(expect.arrayContaining(breaches([1, 2])));

    connector.pages.push({ removed: [{ ticket_id: 'zendesk:acme:2', reason: 'merged', source_updated_at: null }] });
    await syncConnection(organization, helpdesk, connector, { now });
    expect(await alertsOf(organization)).not.toEqual(expect.arrayContaining(breaches([2])));

    // Tells of a ticket that is not in the page itself.
    connector.pages.push({ events: [rating(1)] });
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ pulled: 0, changed: 1 });
    expect(await alertsOf(organization)).toContain('low_csat zendesk:acme:1');
  });

  test('a sync that goes on evaluates also those whom the part before the stop has touched', async () => {
    const organization = await newOrganization();
    const breach = { vendor_sla: { resolution: { is_breached: true, breached_at: '2026-11-21T09:00:00Z' } } };
    const connector = createFakeConnector([{ tickets: [fakeTicket(1, breach)] }, page(2, 1)]);
    connector.failsAt = 1;
    await expect(syncConnection(organization, helpdesk, connector, { now })).rejects.toThrow('503');
    expect(await alertsOf(organization)).toEqual([]);
    connector.failsAt = null;
    connector.pages[1] = {};
    await syncConnection(organization, helpdesk, connector, { now });
    expect(await alertsOf(organization)).toContain('sla_breach zendesk:acme:1');
  });

  test('of a removal and a return in one batch, the later word counts', async () => {
    const organization = await newOrganization();
    const at = (hour: number) => `2026-11-22T${hour}:00:00Z`;
    const removal = (number: number, hour: number) =>
      ({ ticket_id: `zendesk:acme:${number}`, reason: 'deleted', source_updated_at: at(hour) }) as const;
    const connector = createFakeConnector([
      page(1, 3),
      { removed: [removal(1, 11), removal(2, 11), removal(3, 13)] },
      { tickets: [1, 3].map((number) => fakeTicket(number, { source_updated_at: at(12) })) },
    ]);
    await syncConnection(organization, helpdesk, connector, { now });
    expect(await numbersOf(organization)).toEqual([1]);
  });

  test('a company that gets its key later brings its stored tickets to their customer; those of others stay', async () => {
    const organization = await newOrganization();
    const company = { id: '77', external_id: null, name: 'Acme' };
    const connector = createFakeConnector([
      { tickets: [fakeTicket(1, { company }), fakeTicket(2, { company: { ...company, id: '78' } })] },
      {
        tickets: [fakeTicket(3, { company })],
        removed: [{ ticket_id: 'zendesk:acme:3', reason: 'spam', source_updated_at: null }],
      },
    ]);
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ unmatched: 3 });
    expect(await numbersOf(organization)).toEqual([]);

    connector.pages.push({ companies: [{ id: '77', external_id: 'acme', name: 'Acme Corp' }] });
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ pulled: 0, changed: 1 });
    expect(await numbersOf(organization)).toEqual([1]);
    connector.pages.push({ companies: [{ id: '77', external_id: 'acme', name: 'Acme Corp' }] });
    expect(await syncConnection(organization, helpdesk, connector, { now })).toMatchObject({ changed: 0 });
  });

  test('a page that was read before somebody added a customer still finds it', async () => {
    const organization = await newOrganization();
    const full = (first: number) => page(first, 1000);
    const last = fakeTicket(2001, { company: { external_id: 'newcomer' } });
    const skipped = [{ position: '2002', field: 'status', reason: 'expected text', record: {} }];
    const connector = createFakeConnector([full(1), full(1001), { tickets: [last], skipped }]);
    const { unmatched } = await syncConnection(organization, helpdesk, connector, {
      now,
      // Told right before its page is written.
      onSkipped: async () =>
        void (await saveCustomers(organization, [buildCustomer({ customer_id: 'newcomer' })], { now: NOW })),
    });
    expect(unmatched).toBe(0);
    expect(await organization.tickets.customersOf([last.ticket_id])).toEqual(['newcomer']);
  });

  test('an answer to a survey waits for its ticket', async () => {
    const organization = await newOrganization();
    const connector = createFakeConnector([{ events: [rating(1)] }]);
    await syncConnection(organization, helpdesk, connector, { now });
    connector.pages.push({ tickets: [fakeTicket(1, { status: 'closed', closed_at: '2026-11-20T10:00:00Z' })] });
    await syncConnection(organization, helpdesk, connector, { now });
    expect(await alertsOf(organization)).toContain('low_csat zendesk:acme:1');
  });

  test('a pull that ends without having caught up is an error, not freshness', async () => {
    const organization = await newOrganization();
    const connector = createFakeConnector([]);
    connector.pullTickets = async function* () {};
    await expect(syncConnection(organization, helpdesk, connector, { now })).rejects.toMatchObject({
      code: 'connector_stalled',
    });
    expect((await organization.find())?.data_as_of).toBeNull();
  });
});
