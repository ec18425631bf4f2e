import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Customer, customerSchema, type TicketDraft } from '@cscx/support-core';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { storeEngines } from '../__fixtures__/store-engines.js';
import { createCustomerMatching } from '../imports/customer-matching.js';
import type { OrganizationStore } from '../store/organization-store.js';
import type { SupportStore } from '../store/support-store.js';
import { loadMatcher } from './load-matcher.js';
import { saveCustomers } from './save-customers.js';

const NOW = '2026-11-25T10:00:00.000Z';

const ids = ['acme', 'globex', 'Initech Inc', '77'];
const companyIds = ['1', '2', ' 1', '1\u00a0', 'ä'];
const domains = ['acme.com', 'eu.acme.com', 'www.acme.com', '*.Globex.CO.UK', 'bücher.de', 'gmail.com', 'uk.com', ''];
const contacts = ['maya@acme.com', 'Hank@globex.co.uk', 'x@gmail.com'];
const addresses = [
  'maya@acme.com',
  'MAYA@ACME.com',
  'tom@mail.eu.acme.com',
  'tom@notacme.com',
  'hank@globex.co.uk',
  'ann@xn--bcher-kva.de',
  'ben@Bücher.de',
  'x@gmail.com',
  'y@gmail.com',
];

const some = <Value>(values: readonly Value[], maxLength = 2) => fc.subarray([...values], { maxLength });
const one = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: null });

const customers: fc.Arbitrary<Customer[]> = fc.uniqueArray(
  fc
    .record({
      customer_id: fc.constantFrom(...ids),
      domains: some(domains),
      contacts: some(contacts),
      external_ids: fc.record({ zendesk: some(companyIds), intercom: some(companyIds) }),
    })
    .map((keys) => customerSchema.parse({ name: keys.customer_id, csm_id: null, ...keys })),
  { selector: ({ customer_id }) => customer_id, maxLength: 3 },
);

const tickets: fc.Arbitrary<TicketDraft[]> = fc
  .array(
    fc.record({
      source_system: fc.constantFrom('zendesk' as const, 'intercom' as const),
      company: fc.option(
        fc.record({
          id: one(companyIds),
          external_id: one([...ids, ' acme ', 'ACME']),
          custom_field: one([...ids, 'globex\u2003']),
        }),
        { nil: undefined },
      ),
      requester_email: one(addresses),
    }),
    { minLength: 1, maxLength: 12, size: 'max' },
  )
  .map((all) =>
    all.map((keys, index) => {
      const { customer_id: _, ...draft } = buildTicket({ external_id: String(index) });
      const { company, ...rest } = keys;
      return { ...draft, ...rest, ...(company && { company }) };
    }),
  );

const save = (organization: OrganizationStore, drafts: readonly TicketDraft[]) =>
  organization.transaction(async (inside) => {
    const { match } = await createCustomerMatching().within(inside);
    await inside.tickets.save({ tickets: drafts.map(match), events: [] });
  });

const everyTicket = ({ matching }: OrganizationStore) => matching.page(undefined, { after: '', limit: 1000 });

/** What matching everything from scratch says, and what is stored. */
const compare = async (organization: OrganizationStore) => {
  const { match } = await loadMatcher(organization);
  const stored = await everyTicket(organization);
  return {
    stored: stored.map(({ ticket_id, customer_id, match_rule, unmatched_reason }) => ({
      ticket_id,
      customer_id,
      why: match_rule ?? unmatched_reason,
    })),
    expected: stored.map((ticket) => {
      const found = match(ticket);
      return {
        ticket_id: ticket.ticket_id,
        customer_id: found.customer_id,
        why: found.customer_id === null ? found.reason : found.rule,
      };
    }),
  };
};

describe.each(storeEngines)('matching anew on %s', (_name, open) => {
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

  test('after any change of customers, tickets are whose matching everything from scratch says', async () => {
    const links = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.constantFrom(...ids)), { maxLength: 4, size: 'max' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(customers, { minLength: 2, maxLength: 3 }),
        tickets,
        links,
        fc.subarray(['acme.com', 'globex.co.uk'], { maxLength: 1 }),
        async ([first = [], ...changes], drafts, linked, ignored_domains) => {
          const organization = await newOrganization();
          await organization.saveSettings({ ignored_domains });
          for (const [ticket, customer_id] of linked) {
            const ticket_id = `import:desk:${ticket}`;
            await organization.ticketLinks.save({ ticket_id, customer_id, linked_by: 'dana', linked_at: NOW });
          }
          await saveCustomers(organization, first, { now: NOW });
          await save(organization, drafts);
          for (const change of changes) {
            const before = await everyTicket(organization);
            const { rematched } = await saveCustomers(organization, change, { now: NOW });
            const { stored, expected } = await compare(organization);
            expect(stored).toEqual(expected);
            const owners = new Map(before.map(({ ticket_id, customer_id }) => [ticket_id, customer_id]));
            const moved = stored.filter(({ ticket_id, customer_id }) => owners.get(ticket_id) !== customer_id);
            expect(rematched).toBe(moved.length);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test.each<[name: string, keys: Partial<TicketDraft>, customer: Partial<Customer>]>([
    ['a company id', { company: { id: ' 1\u00a0' } }, { external_ids: { zendesk: ['1'] } }],
    ['its own id at the company', { company: { external_id: ' acme ' } }, {}],
    ['its own id in the custom field', { company: { custom_field: 'acme' } }, {}],
    ['an address', { requester_email: 'MAYA@acme.com' }, { contacts: ['maya@Acme.com'] }],
    ['a domain', { requester_email: 'tom@mail.ACME.co.uk' }, { domains: ['www.acme.co.uk'] }],
    ['a domain in other letters', { requester_email: 'ben@B\u00fccher.de' }, { domains: ['xn--bcher-kva.de'] }],
  ])('a customer that gets %s gets the tickets with it, and loses them to a twin', async (_key, keys, customer) => {
    const organization = await newOrganization();
    await saveCustomers(organization, [buildCustomer({ customer_id: 'other' })], { now: NOW });
    const { customer_id: _customer, ...draft } = buildTicket({ source_system: 'zendesk' });
    await save(organization, [
      { ...draft, ...keys },
      { ...draft, ticket_id: 'zendesk:desk:2', requester_email: 'somebody@else.example' },
    ]);
    const owners = async () => (await everyTicket(organization)).map(({ customer_id }) => customer_id);
    expect(await owners()).toEqual([null, null]);
    const found = await saveCustomers(organization, [buildCustomer(customer)], { now: NOW });
    expect(found).toEqual({ saved: 1, unchanged: 0, rematched: 1 });
    expect(await owners()).toEqual(['acme', null]);
    expect(await saveCustomers(organization, [buildCustomer(customer)], { now: NOW })).toEqual({
      saved: 0,
      unchanged: 1,
      rematched: 0,
    });
    // What equals an id stays one customer's.
    const isShared = Object.keys(customer).length > 0;
    await saveCustomers(organization, [buildCustomer({ ...customer, customer_id: 'twin' })], { now: NOW });
    expect(await owners()).toEqual([isShared ? null : 'acme', null]);
  });

  test('a link to a customer that is not there yet holds as soon as it is', async () => {
    const organization = await newOrganization();
    const link = { ticket_id: buildTicket().ticket_id, customer_id: 'acme', linked_by: 'dana', linked_at: NOW };
    await organization.ticketLinks.save(link);
    await save(organization, [buildTicket()]);
    expect(await everyTicket(organization)).toMatchObject([{ unmatched_reason: 'unknown_link' }]);
    await saveCustomers(organization, [buildCustomer()], { now: NOW });
    expect(await everyTicket(organization)).toMatchObject([{ customer_id: 'acme', match_rule: 'link' }]);
  });

  test('more domains than are compared one by one are all the same', async () => {
    const organization = await newOrganization();
    await save(organization, [{ ...buildTicket(), requester_email: 'a@eu.domain-150.com' }]);
    const all = buildCustomer({ domains: Array.from({ length: 200 }, (_, index) => `domain-${index}.com`) });
    const { rematched } = await saveCustomers(organization, [all], { now: NOW });
    expect(rematched).toBe(1);
  });

  test('a removed ticket keeps the customer it had, and is matched anew when it comes back', async () => {
    const organization = await newOrganization();
    await saveCustomers(organization, [buildCustomer({ domains: ['acme.com'] })], { now: NOW });
    const ticket = { ...buildTicket(), requester_email: 'maya@acme.com' };
    await save(organization, [ticket]);
    const { ticket_id } = ticket;
    await organization.tickets.remove([{ ticket_id, reason: 'deleted', source_updated_at: NOW }]);
    const moved = [buildCustomer(), buildCustomer({ customer_id: 'globex', domains: ['acme.com'] })];
    expect(await saveCustomers(organization, moved, { now: NOW })).toMatchObject({ rematched: 0 });
    expect(await organization.tickets.customersOf([ticket_id])).toEqual(['acme']);
    await save(organization, [{ ...ticket, source_updated_at: NOW }]);
    expect(await organization.tickets.customersOf([ticket_id])).toEqual(['globex']);
  });
});
