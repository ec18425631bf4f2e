import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import type { SupportStore } from '../store/support-store.js';
import { importCustomers } from './import-customers.js';

const NOW = '2026-11-25T10:00:00.000Z';
const now = () => NOW;

const file = (...customers: object[]): ReadableStream<Uint8Array> =>
  new Blob(customers.map((customer) => `${JSON.stringify(customer)}\n`)).stream();

describe('importing customers', () => {
  let store: SupportStore;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  test('matches stored tickets anew, and the same file again changes nothing', async () => {
    const organization = store.forOrganization('matched');
    await organization.ensure();
    const { customer_id: _, ...draft } = buildTicket({ requester_email: 'maya@acme.com' });
    const match = { customer_id: null, reason: 'unknown_key' } as const;
    await organization.tickets.save({ tickets: [{ draft, match }], events: [] });
    const customers = () => file(buildCustomer({ domains: ['acme.com'] }), buildCustomer({ customer_id: 'globex' }));
    const summary = { imported: 2, unchanged: 0, rejected: 0, rematched: 1 };
    expect(await importCustomers(organization, customers(), { now })).toEqual(summary);
    expect(await organization.tickets.customersOf([draft.ticket_id])).toEqual(['acme']);
    const again = { imported: 0, unchanged: 2, rejected: 0, rematched: 0 };
    expect(await importCustomers(organization, customers(), { now })).toEqual(again);
  });

  test('a health score in the file is noted; a file without one does not take it away', async () => {
    const organization = store.forOrganization('healthy');
    await organization.ensure();
    await importCustomers(organization, file(buildCustomer({ health_score: 72 })), { now });
    await importCustomers(organization, file(buildCustomer({ name: 'Acme' })), { now });
    expect(await organization.customers.find('acme')).toEqual(buildCustomer({ name: 'Acme', health_score: 72 }));
  });
});
