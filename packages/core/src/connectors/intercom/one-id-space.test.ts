import { describe, expect, test } from 'vitest';
import { collect } from '../../testing/connector-contract/collect.js';
import type { SimulatedCompany } from '../../simulators/shared/ticket-story.js';
import { createWorkspace, NOW, storyOf } from './__fixtures__/simulated-workspace.js';

const resolved = storyOf(1, {
  changes: [
    { at: NOW - 3_000_000, status: 'open', replied: true },
    { at: NOW - 2_000_000, status: 'solved', rating: { score: 5, comment: null } },
    { at: NOW - 1_000_000, status: 'closed' },
  ],
});

describe('a conversation that was converted into a customer ticket (1.4, Airbyte 47745)', () => {
  test('is one ticket, from either search and by id', async () => {
    const { connect, vendor } = createWorkspace([resolved], { kind: 'converted' });
    const { tickets, events } = await collect(connect());
    const expected = {
      status: 'closed',
      raw_status: 'Resolved',
      resolved_at: '2026-08-20T09:26:40Z',
      closed_at: '2026-08-20T09:26:40Z',
      csat_score: 5,
      company: { external_id: 'cust_42' },
      assignee: 'Lee',
    };
    expect([...tickets.values()]).toMatchObject([expected]);
    expect([...events.values()].map((event) => 'to' in event && event.to)).toEqual([
      'open',
      'open',
      'resolved',
      'resolved',
    ]);
    const single = await connect().pullTicketsById([vendor.externalId(1)]);
    expect(single.tickets).toEqual([...tickets.values()]);
  });

  test('is known by its conversation alone where the app may not read tickets', async () => {
    const { connect, vendor } = createWorkspace([resolved], { kind: 'converted' });
    vendor.office.refusals.set('/tickets/search', { status: 403, code: 'forbidden' });
    const degraded: string[] = [];
    const statuses: string[] = [];
    for await (const page of connect().pullTickets()) {
      degraded.push(...page.degraded.map(({ capability }) => capability));
      statuses.push(...page.tickets.map(({ status }) => status));
    }
    expect(degraded).toEqual(['history']);
    expect(statuses).toEqual(['resolved']);
  });

  test('is asked for where a version does not say what it is', async () => {
    const { connect, vendor } = createWorkspace([resolved], { kind: 'converted' });
    vendor.office.distortions.set(1, { conversation: { ticket: undefined } });
    const pages = [];
    for await (const page of connect().pullTickets()) pages.push(...page.tickets.map(({ status }) => status));
    expect(pages).toEqual(['closed', 'closed']);
  });
});

test('back-office tickets are not among the tickets, nor by id (1.4)', async () => {
  const { connect, vendor } = createWorkspace([resolved], { kind: 'back_office' });
  expect((await collect(connect())).tickets.size).toBe(0);
  const { tickets, removed } = await connect().pullTicketsById([vendor.externalId(1)]);
  expect(tickets).toEqual([]);
  expect(removed).toMatchObject([{ reason: 'internal' }]);
});

describe('versions 2.11 to 2.16 (1.1)', () => {
  test.each(['2.11', '2.12', '2.14', '2.15', '2.16'])(
    '%s gives the same conversations and tickets',
    async (api_version) => {
      for (const kind of ['conversation', 'converted'] as const) {
        const { connect } = createWorkspace([resolved], { kind });
        const [ticket] = (await collect(connect({ api_version }))).tickets.values();
        expect(ticket).toMatchObject({
          status: kind === 'converted' ? 'closed' : 'resolved',
          priority: 'medium',
          assignee: 'Lee',
          csat_score: 5,
          csat_responded_at: ['2.11', '2.12'].includes(api_version) ? null : '2026-08-20T09:26:40Z',
          company: { external_id: 'cust_42', name: 'Globex' },
        });
      }
    },
  );
});

describe('the company of a contact (1.5)', () => {
  const second: SimulatedCompany = { id: 2, name: 'Initech', domain: 'initech.example', external_id: 'cust_7' };
  const first: SimulatedCompany = { id: 1, name: 'Globex', domain: 'globex.example', external_id: 'cust_42' };
  const before215 = { api_version: '2.14' };

  test('is looked up once for many conversations, where these do not name it', async () => {
    const { connect, vendor } = createWorkspace([storyOf(1), storyOf(2), storyOf(3)]);
    await collect(connect(before215));
    expect(vendor.requests.filter((request) => request.includes('/contacts/'))).toHaveLength(2);
  });
  test('is not looked up from 2.15 on', async () => {
    const { connect, vendor } = createWorkspace([storyOf(1)]);
    await collect(connect());
    expect(vendor.requests.filter((request) => request.includes('/contacts/'))).toHaveLength(0);
  });
  test('is asked for anew after an hour', async () => {
    const { connect, vendor, clock, account } = createWorkspace([storyOf(1)]);
    const connector = connect(before215);
    const known = await collect(connector);
    vendor.office.companiesOf.set(118, [second]);
    clock.advance(3_600_000);
    account.advanceTo(clock.now());
    account.change(1, { tags: ['moved'] });
    await collect(connector, known);
    expect([...known.tickets.values()]).toMatchObject([{ company: { name: 'Initech' } }]);
  });
  test('is none where there are several, with a warning', async () => {
    const { connect, vendor } = createWorkspace([storyOf(1)]);
    vendor.office.companiesOf.set(118, [first, second]);
    const pages = [];
    for await (const pulled of connect(before215).pullTickets()) pages.push(pulled);
    const [page] = pages;
    expect(page?.tickets[0]).not.toHaveProperty('company');
    expect(page?.warnings).toEqual([{ code: 'ambiguous_company', field: 'companies', value: null, count: 1 }]);
  });
  test('is the one that is a customer, where that decides', async () => {
    const { connect, vendor } = createWorkspace([storyOf(1)]);
    vendor.office.companiesOf.set(118, [first, second]);
    const isKnownCustomer = async (id: string) => id === 'cust_7';
    const { tickets } = await collect(connect({ ...before215, isKnownCustomer }));
    expect([...tickets.values()]).toMatchObject([{ company: { name: 'Initech' } }]);
  });
  test('is unknown for a contact that was merged into another', async () => {
    const { connect, vendor } = createWorkspace([storyOf(1)]);
    vendor.office.mergedContacts.add('666666666666666666666118');
    const { tickets } = await collect(connect(before215));
    expect([...tickets.values()][0]).not.toHaveProperty('company');
  });
});
