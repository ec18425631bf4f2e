import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketDraft } from '@cscx/support-core';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { storeEngines } from '../__fixtures__/store-engines.js';
import { rematchAllTickets } from '../customers/rematch-all-tickets.js';
import { saveCustomers } from '../customers/save-customers.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { createCustomerMatching } from './customer-matching.js';

const NOW = '2026-11-25T10:00:00.000Z';

const draft = (external_id: string, keys: Partial<TicketDraft>): TicketDraft => {
  const { customer_id: _, ...ticket } = buildTicket({ external_id });
  return { ...ticket, ...keys };
};

describe.each(storeEngines)('matching while tickets come in on %s', (_name, open) => {
  let store: SupportStore;
  let stop: () => Promise<void>;
  let organizations = 0;

  beforeAll(async () => {
    ({ store, stop } = await open());
  });
  afterAll(() => stop());

  const newOrganization = async (): Promise<OrganizationStore> => {
    const organization = store.forOrganization(`organization-${++organizations}`);
    await organization.ensure();
    return organization;
  };
  const ownersOf = async (organization: OrganizationStore) =>
    (await organization.matching.page(undefined, { after: '', limit: 100 })).map(({ customer_id }) => customer_id);

  test('a change of customers and a batch of tickets never pass each other', async () => {
    const organization = await newOrganization();
    await saveCustomers(organization, [buildCustomer(), buildCustomer({ customer_id: 'globex' })], { now: NOW });
    let change: Promise<unknown> = Promise.resolve();
    await organization.transaction(async (inside) => {
      const { match } = await createCustomerMatching().within(inside);
      // It begins while the batch is under way, and has to wait for it.
      const keys = { customer_id: 'globex', domains: ['acme.com'] };
      change = saveCustomers(organization, [buildCustomer(keys)], { now: NOW });
      await inside.tickets.save({ tickets: [match(draft('1', { requester_email: 'a@acme.com' }))], events: [] });
    });
    await change;
    expect(await ownersOf(organization)).toEqual(['globex']);
  });

  test('what a batch is matched with is kept until something changes', async () => {
    const organization = await newOrganization();
    const matching = createCustomerMatching();
    const ownerOf = (domain: string) =>
      organization.transaction(async (inside) => {
        const { match } = await matching.within(inside);
        return match(draft('1', { requester_email: `a@${domain}` })).match.customer_id;
      });
    expect(await ownerOf('acme.com')).toBeNull();
    await saveCustomers(organization, [buildCustomer({ domains: ['acme.com'] })], { now: NOW });
    expect(await ownerOf('acme.com')).toBe('acme');
    // Not through `saveCustomers`: nobody is told.
    await organization.customers.save([buildCustomer({ domains: ['other.com'] })]);
    expect(await ownerOf('acme.com')).toBe('acme');
  });

  test('a customer that a file implies gets the tickets that were waiting for it', async () => {
    const organization = await newOrganization();
    const matching = createCustomerMatching();
    const write = (ticket: TicketDraft, customer_id?: string) =>
      organization.transaction(async (inside) => {
        const implied = customer_id === undefined ? [] : [buildCustomer({ customer_id })];
        const { match, customer_ids } = await matching.within(inside, implied);
        await inside.tickets.save({ tickets: [match(ticket)], events: [] });
        return [...customer_ids];
      });
    await write(draft('1', { company: { external_id: 'acme' } }));
    expect(await ownersOf(organization)).toEqual([null]);
    expect(await write(draft('2', { company: { external_id: 'acme' } }), 'acme')).toEqual(['acme']);
    expect(await ownersOf(organization)).toEqual(['acme', 'acme']);
    expect(await write(draft('3', { company: { external_id: 'acme' } }), 'acme')).toEqual([]);
  });

  test('domains that the organization ignores tell of nobody', async () => {
    const organization = await newOrganization();
    await organization.saveSettings({ ignored_domains: ['acme.com'] });
    await saveCustomers(organization, [buildCustomer({ domains: ['acme.com'] })], { now: NOW });
    const ticket = draft('1', { requester_email: 'a@acme.com' });
    const found = await organization.transaction(async (inside) => {
      const { match } = await createCustomerMatching().within(inside);
      await inside.tickets.save({ tickets: [match(ticket)], events: [] });
      return match(ticket).match;
    });
    expect(found).toEqual({ customer_id: null, reason: 'ignored_domain' });
    await organization.saveSettings({ ignored_domains: [] });
    expect(await rematchAllTickets(organization, { now: NOW })).toBe(1);
    expect(await ownersOf(organization)).toEqual(['acme']);
  });
});
