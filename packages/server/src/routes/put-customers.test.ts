import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customersRoute, problemDetailsSchema } from '@cscx/support-core/api';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { saveAccount } from '../__fixtures__/save-account.js';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';

const NOW = '2026-11-20T12:00:00.000Z';
const CUSTOMERS = '/api/support/customers';

describe('PUT /api/support/customers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const put = async (organization: string, ...customers: object[]) => {
    const response = await server.send('PUT', CUSTOMERS, organization, { customers });
    expect(response.status).toBe(200);
    return customersRoute.response.parse(await response.json());
  };
  const issuesOf = async (body: unknown) => {
    const response = await server.send('PUT', CUSTOMERS, 'bad', body);
    expect(response.status).toBe(400);
    return problemDetailsSchema.parse(await response.json()).errors?.map(({ path }) => path);
  };
  const acme = { customer_id: 'acme', name: 'Acme Corp', csm_id: 'maya' };
  const globex = { customer_id: 'globex', name: 'Globex', csm_id: null };

  test('adds and replaces, says what was new, and the same again changes nothing', async () => {
    expect(await put('put', acme, globex)).toEqual({ saved: 2, unchanged: 0, rematched: 0 });
    expect(await put('put', acme, globex)).toEqual({ saved: 0, unchanged: 2, rematched: 0 });
    expect(await put('put', { ...acme, csm_id: 'otto' })).toEqual({ saved: 1, unchanged: 0, rematched: 0 });
    const { customers } = server.store.forOrganization('put');
    expect(await customers.list()).toMatchObject([{ customer_id: 'acme', csm_id: 'otto' }, globex]);
  });

  test('a customer that gets a key gets the tickets with it at once, with its alerts', async () => {
    const overdue = buildTicket({ created_at: '2026-11-18T09:00:00Z', source_system: 'zendesk' });
    await saveAccount(server.store, 'moved', { tickets: [overdue] });
    const gained = { ...globex, external_ids: { zendesk: ['77'] } };
    const { tickets, alerts } = server.store.forOrganization('moved');
    const { customer_id: _, ...draft } = { ...overdue, company: { id: '77' } };
    const ownersOf = async () => ({
      tickets: await tickets.customersOf([overdue.ticket_id]),
      alerts: (await alerts.page({ standing: true, limit: 10, now: NOW })).map(({ customer_id }) => customer_id),
    });
    await put('moved', { ...acme, external_ids: { zendesk: ['77'] } });
    await tickets.save({ tickets: [{ draft, match: { customer_id: 'acme', rule: 'company_id' } }], events: [] });
    await put('moved', { ...acme, name: 'Acme', external_ids: { zendesk: ['77'] } });
    expect(await ownersOf()).toEqual({ tickets: ['acme'], alerts: ['acme', 'acme'] });

    expect(await put('moved', acme, gained)).toEqual({ saved: 2, unchanged: 0, rematched: 1 });
    expect(await ownersOf()).toEqual({ tickets: ['globex'], alerts: ['globex', 'globex'] });
  });

  test('every bad field is told with its path', async () => {
    const bad = { ...acme, customer_id: '', domains: [1], contacts: ['maya'], arr: -1, health_score: 101 };
    expect(await issuesOf({ customers: [globex, bad] })).toEqual([
      'customers.1.customer_id',
      'customers.1.domains.0',
      'customers.1.contacts.0',
      'customers.1.arr',
      'customers.1.health_score',
    ]);
    expect(await issuesOf({ customers: [{ ...acme, nmae: 'Acme', external_ids: { zendsk: ['1'] } }] })).toEqual([
      'customers.0.external_ids.zendsk',
      'customers.0.nmae',
    ]);
    expect(await issuesOf({ customers: [acme, globex, acme] })).toEqual(['customers.2.customer_id']);
    expect(await issuesOf({ customers: [] })).toEqual(['customers']);
    expect(await issuesOf({ customers: Array.from({ length: 10_001 }, () => acme) })).toContain('customers');
    expect(await issuesOf({ customers: [acme], organization_id: 'other' })).toEqual(['organization_id']);
    expect(await issuesOf([acme])).toEqual(['']);
    expect(await server.store.forOrganization('bad').customers.list()).toEqual([]);
  });

  test('one bad customer keeps all others out', async () => {
    await put('atomic', acme);
    const response = await server.send('PUT', CUSTOMERS, 'atomic', { customers: [globex, { ...acme, name: '' }] });
    expect(response.status).toBe(400);
    expect(await server.store.forOrganization('atomic').customers.list()).toMatchObject([acme]);
  });

  test('another organization keeps its customers and its tickets, even where all ids are the same', async () => {
    await saveAccount(server.store, 'left', { customer: buildCustomer(), tickets: [buildTicket()] });
    await put('right', { ...acme, name: 'Other' }, { ...globex, domains: ['acme.com'] });
    const left = server.store.forOrganization('left');
    expect(await left.customers.list()).toEqual([buildCustomer()]);
    expect(await left.tickets.customersOf([buildTicket().ticket_id])).toEqual(['acme']);
  });

  test('a health score that is told is noted, and one that is not told is not forgotten', async () => {
    await put('health', { ...acme, health_score: 72 });
    await put('health', acme);
    await put('health', { ...acme, health_score: null, name: 'Acme' });
    const { customers, healthScores } = server.store.forOrganization('health');
    expect(await customers.find('acme')).toMatchObject({ name: 'Acme', health_score: 72 });
    const range = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
    expect(await healthScores.history('acme', range)).toEqual([{ at: NOW, health_score: 72 }]);
  });

  test('a key that only reads is told what it lacks, and nothing is written', async () => {
    const organization = server.store.forOrganization('reader');
    await organization.ensure();
    const { key } = await organization.apiKeys.create({ now: NOW });
    const response = await server.fetch(
      new Request(`http://localhost${CUSTOMERS}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ customers: [acme] }),
      }),
    );
    expect(response.status).toBe(403);
    expect(await organization.customers.list()).toEqual([]);
  });
});
