import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketDraft } from '@cscx/support-core';
import { linkTicketRoute, unmatchedRoute } from '@cscx/support-core/api';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { saveCustomers } from '../customers/save-customers.js';
import { createCustomerMatching } from '../imports/customer-matching.js';

const NOW = '2026-11-20T12:00:00.000Z';
const UNMATCHED = '/api/support/unmatched';

const draft = (external_id: string, keys: Partial<TicketDraft> = {}): TicketDraft => {
  const { customer_id: _, ...ticket } = buildTicket({ external_id, source_system: 'zendesk' });
  return { ...ticket, ticket_id: `zendesk:acme:${external_id}`, ...keys };
};
const day = (date: number): string => `2026-11-${String(date).padStart(2, '0')}T09:00:00Z`;

describe('the unmatched queue', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const acme = buildCustomer({ domains: ['acme.com'] });
  const globex = buildCustomer({ customer_id: 'globex', name: 'Globex' });

  /** As a sync writes them. */
  const save = (organization: string, ...drafts: TicketDraft[]) =>
    server.store.forOrganization(organization).transaction(async (inside) => {
      const { match } = await createCustomerMatching().within(inside);
      await inside.tickets.save({ tickets: drafts.map(match), events: [] });
    });
  const start = async (name: string, ...drafts: TicketDraft[]) => {
    const organization = server.store.forOrganization(name);
    await organization.ensure();
    await saveCustomers(organization, [acme, globex], { now: NOW });
    await save(name, ...drafts);
    return organization;
  };
  const list = async (organization: string, query = '') => {
    const response = await server.get(`${UNMATCHED}${query}`, organization);
    expect(response.status).toBe(200);
    return unmatchedRoute.response.parse(await response.json());
  };
  const idsOf = ({ tickets }: Awaited<ReturnType<typeof list>>) => tickets.map(({ external_id }) => external_id);
  const send = (organization: string, ticketId: string, body: unknown) =>
    server.send('POST', `${UNMATCHED}/${encodeURIComponent(ticketId)}`, organization, body);
  const link = async (organization: string, ticketId: string, customer_id: string | null) => {
    const response = await send(organization, ticketId, { customer_id });
    expect(response.status).toBe(200);
    return linkTicketRoute.response.parse(await response.json());
  };

  test('lists newest first what is known of each ticket, and counts the reasons of the whole queue', async () => {
    await start(
      'queue',
      draft('1', { created_at: day(2), requester_email: 'a@gmail.com' }),
      draft('2', { created_at: day(3), company: { id: '9', name: 'Initech' }, subject: 'Help' }),
      draft('3', { created_at: day(1) }),
      draft('4', { created_at: day(4), requester_email: 'maya@acme.com' }),
      { ...draft('5', { created_at: day(5) }), source_system: 'intercom' },
    );
    const { tickets } = server.store.forOrganization('queue');
    await tickets.remove([{ ticket_id: 'zendesk:acme:3', reason: 'spam', source_updated_at: null }]);
    const queue = await list('queue');
    expect(idsOf(queue)).toEqual(['5', '2', '1']);
    expect(queue.tickets[1]).toEqual({
      ticket_id: 'zendesk:acme:2',
      subject: 'Help',
      status: 'open',
      priority: 'medium',
      created_at: day(3),
      source_updated_at: buildTicket().source_updated_at,
      source_system: 'zendesk',
      external_id: '2',
      company: { id: '9', name: 'Initech' },
      reason: 'unknown_key',
    });
    const by_reason = { no_key: 1, unknown_key: 1, free_mail: 1, ignored_domain: 0, conflict: 0, unknown_link: 0 };
    expect(queue.by_reason).toEqual(by_reason);
    const filtered = await list('queue', '?reason=free_mail&source_system=zendesk');
    expect(idsOf(filtered)).toEqual(['1']);
    expect(filtered.by_reason).toEqual(by_reason);
    expect(await list('nobody')).toMatchObject({ tickets: [], next_cursor: null });
  });

  test('pages stay right while tickets are linked and new ones come in', async () => {
    const same = { created_at: day(2) };
    await start('paged', ...['1', '2', '3', '4', '5'].map((id) => draft(id, same)));
    const first = await list('paged', '?limit=2');
    expect(idsOf(first)).toEqual(['5', '4']);
    await link('paged', 'zendesk:acme:4', 'acme');
    await save('paged', draft('6', { created_at: day(3) }));
    const second = await list('paged', `?limit=2&cursor=${first.next_cursor}`);
    expect(idsOf(second)).toEqual(['3', '2']);
    const last = await list('paged', `?limit=2&cursor=${second.next_cursor}`);
    expect(idsOf(last)).toEqual(['1']);
    expect(last.next_cursor).toBeNull();
    expect((await server.get(`${UNMATCHED}?cursor=${first.next_cursor}&reason=no_key`, 'paged')).status).toBe(400);
    expect((await server.get(`${UNMATCHED}?cursor=${first.next_cursor}`, 'queue')).status).toBe(400);
  });

  test('a link wins over every rule, at once, after the next sync and after a change of customers', async () => {
    const theirs = draft('1', { requester_email: 'maya@acme.com', created_at: day(18) });
    const organization = await start('linked', theirs);
    const ownerOf = async () => organization.tickets.customersOf([theirs.ticket_id]);
    const linked = { ticket_id: theirs.ticket_id, customer_id: 'globex', match_rule: 'link', unmatched_reason: null };
    expect(await link('linked', theirs.ticket_id, 'globex')).toEqual(linked);
    expect(await ownerOf()).toEqual(['globex']);
    expect(await link('linked', theirs.ticket_id, 'globex')).toEqual(linked);

    await save('linked', { ...theirs, subject: 'Newer', source_updated_at: day(19) });
    expect(await ownerOf()).toEqual(['globex']);
    await saveCustomers(organization, [{ ...acme, contacts: ['maya@acme.com'] }], { now: NOW });
    expect(await ownerOf()).toEqual(['globex']);

    expect(await link('linked', theirs.ticket_id, null)).toEqual({
      ...linked,
      customer_id: 'acme',
      match_rule: 'requester_email',
    });
    expect(await link('linked', theirs.ticket_id, null)).toMatchObject({ customer_id: 'acme' });
    expect(await ownerOf()).toEqual(['acme']);
  });

  test('a link that is set while a sync runs holds for the tickets that the sync writes after it', async () => {
    const organization = await start('running', draft('1'));
    const matching = createCustomerMatching();
    const write = (subject: string, source_updated_at: string) =>
      organization.transaction(async (inside) => {
        const { match } = await matching.within(inside);
        await inside.tickets.save({ tickets: [match(draft('1', { subject, source_updated_at }))], events: [] });
      });
    await write('first page', day(3));
    await link('running', 'zendesk:acme:1', 'acme');
    await write('second page', day(4));
    expect(await organization.tickets.customersOf(['zendesk:acme:1'])).toEqual(['acme']);
  });

  test('alerts go with the ticket', async () => {
    const organization = await start('alerts', draft('1', { created_at: day(18) }));
    const owners = async () =>
      (await organization.alerts.page({ standing: true, limit: 10, now: NOW })).map(({ customer_id }) => customer_id);
    expect(await owners()).toEqual([]);
    await link('alerts', 'zendesk:acme:1', 'acme');
    expect(await owners()).toEqual(['acme', 'acme']);
    await link('alerts', 'zendesk:acme:1', 'globex');
    expect(await owners()).toEqual(['globex', 'globex']);
    await link('alerts', 'zendesk:acme:1', null);
    expect(await owners()).toEqual([]);
  });

  test('what is unknown, removed or of another organization is not found, and nothing changes', async () => {
    await start('mine', draft('1'), draft('2'));
    const other = await start('theirs', draft('3'));
    await saveCustomers(other, [buildCustomer({ customer_id: 'hooli', name: 'Hooli' })], { now: NOW });
    const { tickets, ticketLinks } = server.store.forOrganization('mine');
    await tickets.remove([{ ticket_id: 'zendesk:acme:2', reason: 'deleted', source_updated_at: null }]);
    const statusOf = async (ticketId: string, customer_id: string | null) =>
      (await send('mine', ticketId, { customer_id })).status;
    expect(await statusOf('zendesk:acme:1', 'hooli')).toBe(404);
    expect(await statusOf('zendesk:acme:1', 'nobody')).toBe(404);
    expect(await statusOf('zendesk:acme:2', 'acme')).toBe(404);
    expect(await statusOf('zendesk:acme:3', 'acme')).toBe(404);
    expect(await statusOf('zendesk:acme:3', null)).toBe(404);
    expect(await ticketLinks.all()).toEqual(new Map());
    expect(await other.ticketLinks.all()).toEqual(new Map());
    expect(idsOf(await list('mine'))).toEqual(['1']);
  });

  test('a bad body is refused with the path of its field', async () => {
    await start('body', draft('1'));
    const bodies = [{}, { customer_id: '' }, { customer_id: 7 }, { customer_id: 'acme', note: 'x' }];
    const responses = await Promise.all(bodies.map((body) => send('body', 'zendesk:acme:1', body)));
    expect(responses.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });
});
