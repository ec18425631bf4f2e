import { describe, expect, test } from 'vitest';
import { collect } from '../../testing/connector-contract/collect.js';
import { ConnectorError } from '../shared/connector-error.js';
import { connectorOf, DAY, freshdeskAccount, NOW, recentStories } from './__fixtures__/freshdesk-account.js';

const idOf = (number: number): string => `freshdesk:acme:${number}`;

const pagesOf = async (
  ...[vendor, options]: [Parameters<typeof connectorOf>[0], Parameters<typeof connectorOf>[1]?]
) => {
  const pages = [];
  for await (const page of connectorOf(vendor, options).pullTickets()) pages.push(page);
  return pages;
};

const ticketQueries = ({ queries }: { queries: readonly string[] }): URLSearchParams[] =>
  queries.map((query) => new URLSearchParams(query)).filter((query) => query.has('updated_since'));

describe('lists of tickets (B2.1)', () => {
  test('a date is always sent, at the first pull too: without one only 30 days would come', async () => {
    const old = recentStories(5).map((story) => ({ ...story, created_at: story.created_at - 300 * DAY, changes: [] }));
    const vendor = freshdeskAccount(old);
    const { tickets } = await collect(connectorOf(vendor));
    expect(tickets.size).toBe(5);
    const first = ticketQueries(vendor)[0];
    expect(first?.get('updated_since')).toBe('2000-01-01T00:00:00Z');
    expect(first?.get('include')).toBe('requester,stats,company');
  });

  test('every list is in ascending order of the last change', async () => {
    const vendor = freshdeskAccount(recentStories(120));
    await collect(connectorOf(vendor));
    for (const query of ticketQueries(vendor)) {
      expect([query.get('order_by'), query.get('order_type'), query.get('per_page')]).toEqual([
        'updated_at',
        'asc',
        '100',
      ]);
    }
  });

  test('a ticket that changes while the first page is read hides no other', async () => {
    const vendor = freshdeskAccount(recentStories(250).filter((_, index) => index % 2 === 0));
    const connector = connectorOf(vendor);
    const known = await collect(connector, undefined, { pages: 1 });
    const [first] = [...known.tickets.values()];
    vendor.clock.advance(1000);
    vendor.account.advanceTo(vendor.clock.now());
    vendor.account.change(Number(first?.external_id), { subject: 'Moved to the end' });
    await collect(connector, known);
    const standing = vendor.account.byChange().filter(({ removed }) => removed === null);
    expect(known.tickets.size).toBeGreaterThanOrEqual(standing.length);
    for (const { number } of standing) expect(known.tickets.has(idOf(number))).toBe(true);
  });

  test('company is left out of the request where an account refuses it, and only then', async () => {
    const vendor = freshdeskAccount(recentStories(20), { includes_company: false });
    const { tickets } = await collect(connectorOf(vendor));
    expect(tickets.size).toBeGreaterThan(15);
    const includes = ticketQueries(vendor).map((query) => query.get('include'));
    expect(includes.slice(0, 2)).toEqual(['requester,stats,company', 'requester,stats']);
    expect([...tickets.values()].every(({ company }) => company?.name != null)).toBe(true);
  });

  test('deleted tickets and spam are walks of their own, and a restored ticket comes back', async () => {
    const vendor = freshdeskAccount(recentStories(10).map((story) => ({ ...story, changes: [] })));
    const known = await collect(connectorOf(vendor));
    const later = (number: number, removed: 'deleted' | 'spam' | null): void => {
      vendor.clock.advance(60_000);
      vendor.account.advanceTo(vendor.clock.now());
      vendor.account.change(number, { removed });
    };
    later(3, 'deleted');
    later(4, 'spam');
    await collect(connectorOf(vendor), known);
    expect([...known.removed.keys()].sort()).toEqual([idOf(3), idOf(4)]);
    later(3, null);
    await collect(connectorOf(vendor), known);
    expect([...known.removed.keys()]).toEqual([idOf(4)]);
  });
});

describe('surveys (B5)', () => {
  test('a plan without them lacks only that capability', async () => {
    const vendor = freshdeskAccount(recentStories(10), { has_surveys: false });
    const pages = await pagesOf(vendor);
    expect(pages.flatMap(({ tickets }) => tickets).length).toBeGreaterThan(5);
    expect(pages.at(-1)).toMatchObject({ isCaughtUp: true, degraded: [{ capability: 'csat' }] });
    expect(pages.at(-1)?.degraded[0]?.reason).toContain(
      'the plan of this Freshdesk account has no satisfaction surveys',
    );
  });

  test('an edited answer is not told, so the last 30 days are read anew every six hours', async () => {
    const vendor = freshdeskAccount(recentStories(10));
    const known = await collect(connectorOf(vendor));
    for (const pause of [DAY / 24, DAY]) {
      vendor.clock.advance(pause);
      await collect(connectorOf(vendor), known);
    }
    const since = vendor.queries
      .map((query) => new URLSearchParams(query).get('created_since'))
      .flatMap((text) => (text === null ? [] : Math.round((NOW - Date.parse(text)) / DAY)));
    expect(since).toEqual([Math.round((NOW - Date.UTC(2000, 0, 1)) / DAY), 0, 29]);
  });
});

describe('names (B2.2)', () => {
  test('lists that the key may not read leave names unknown, visibly', async () => {
    const vendor = freshdeskAccount(recentStories(20), {
      forbidden: ['agents', 'groups', 'companies', 'ticket_fields', 'contacts', 'contacts/:id'],
    });
    const pages = await pagesOf(vendor);
    const tickets = pages.flatMap((page) => page.tickets);
    expect(tickets.length).toBeGreaterThan(15);
    expect(tickets.every(({ assignee }) => assignee === null)).toBe(true);
    expect(pages.flatMap(({ warnings }) => warnings.map(({ code, field }) => `${code} ${field}`)).slice(0, 4)).toEqual(
      ['ticket_fields', 'agents', 'groups', 'companies'].map((list) => `list_not_readable ${list}`),
    );
  });

  test('the company of a contact stands in where a ticket names none', async () => {
    const [story] = recentStories(1);
    if (!story) throw new Error('expected a story');
    const vendor = freshdeskAccount([{ ...story, number: 50, changes: [] }]);
    const { tickets } = await collect(connectorOf(vendor));
    expect(vendor.requests).toContain(`GET /api/v2/contacts/${story.requester.id}`);
    expect(tickets.get(idOf(50))?.company).toMatchObject({ name: story.requester.company?.name });
  });

  test('many such contacts are read as a list, and later only what changed: with an underscore here', async () => {
    const stories = recentStories(400).map((story) => ({ ...story, number: story.number * 50, changes: [] }));
    const vendor = freshdeskAccount(stories);
    const connector = connectorOf(vendor);
    const known = await collect(connector);
    expect(vendor.requests.filter((request) => request === 'GET /api/v2/contacts').length).toBeGreaterThan(0);
    vendor.clock.advance(2 * 3_600_000);
    vendor.account.advanceTo(vendor.clock.now());
    vendor.account.change(50, { subject: 'Changed' });
    await collect(connector, known);
    expect(
      vendor.queries.filter((query) => query.includes('_updated_since=') && !query.includes('?updated')),
    ).not.toEqual([]);
    expect([...known.tickets.values()].every(({ company }) => company?.id != null)).toBe(true);
  });
});

describe('limits (B3)', () => {
  test('a fifth of the minute is left to others: numbers such as "100.0" are read', async () => {
    const vendor = freshdeskAccount(recentStories(2000), { rate_limit: 20 });
    const { tickets } = await collect(connectorOf(vendor));
    expect(tickets.size).toBeGreaterThan(1900);
    const statuses = vendor.requests.length;
    expect(vendor.clock.waited()).toBeGreaterThanOrEqual(Math.floor(statuses / 20) * 60_000);
  });

  test('a refusal that does not say how long is waited out for a minute', async () => {
    const vendor = freshdeskAccount(recentStories(5));
    vendor.retryAfter(null);
    vendor.faults.next('rate_limited');
    await collect(connectorOf(vendor));
    expect(vendor.clock.waited()).toBe(60_000);
  });

  test('the limit of ticket lists is a setting of its own', async () => {
    const vendor = freshdeskAccount(recentStories(1500));
    await collect(connectorOf(vendor, { ticket_lists_per_minute: 10 }));
    expect(vendor.clock.waited()).toBeGreaterThan(60_000);
  });
});

describe('single tickets', () => {
  test('one that is gone is removed, one among the deleted or the spam too, and a word is no number', async () => {
    const vendor = freshdeskAccount(recentStories(5).map((story) => ({ ...story, changes: [] })));
    vendor.account.change(1, { removed: 'deleted' });
    vendor.account.change(2, { removed: 'spam' });
    const page = await connectorOf(vendor).pullTicketsById(['1', '2', '3', '99', '../agents/me', '3']);
    expect(page.removed.map(({ ticket_id, reason }) => [ticket_id, reason])).toEqual([
      [idOf(1), 'deleted'],
      [idOf(2), 'spam'],
      [idOf(99), 'deleted'],
    ]);
    expect(page.tickets.map(({ ticket_id }) => ticket_id)).toEqual([idOf(3)]);
    expect(page.skipped).toMatchObject([{ position: '../agents/me' }]);
  });

  test('one that Freshdesk no longer shows by itself (405) is removed, and the others come', async () => {
    const vendor = freshdeskAccount(recentStories(3));
    const fetch: typeof globalThis.fetch = async (input, init) =>
      new URL(new Request(input).url).pathname.endsWith('/tickets/2')
        ? Response.json({ message: 'GET method is not allowed.' }, { status: 405 })
        : vendor.fetch(input, init);
    const page = await connectorOf({ ...vendor, fetch }).pullTicketsById(['1', '2', '3']);
    expect(page.removed.map(({ ticket_id }) => ticket_id)).toEqual([idOf(2)]);
    expect(page.tickets.map(({ ticket_id }) => ticket_id)).toEqual([idOf(1), idOf(3)]);
  });

  test('come with what they were rated lately, in one request for all of them', async () => {
    const vendor = freshdeskAccount(recentStories(8).map((story) => ({ ...story, changes: [] })));
    for (const number of [1, 2, 3]) vendor.account.change(number, { rating: { score: 2, comment: 'slow' } });
    const asked = vendor.requests.length;
    const page = await connectorOf(vendor).pullTicketsById(['1', '2', '4']);
    expect(page.tickets.map(({ ticket_id }) => ticket_id)).toEqual([idOf(1), idOf(2), idOf(4)]);
    expect(page.events).toMatchObject([
      { ticket_id: idOf(1), type: 'csat_received', feedback: 'slow' },
      { ticket_id: idOf(2), type: 'csat_received', feedback: 'slow' },
    ]);
    const lists = vendor.requests.slice(asked).filter((request) => request.endsWith('satisfaction_ratings'));
    expect(lists).toHaveLength(1);
  });

  test('come without ratings where the plan has no surveys', async () => {
    const vendor = freshdeskAccount(recentStories(2), { has_surveys: false });
    const page = await connectorOf(vendor).pullTicketsById(['1', '2']);
    expect([page.tickets.length, page.events.length, page.warnings]).toEqual([2, 0, []]);
  });
});

test.each([
  ['a wrong key', { code: 'connector_unauthorized', vendor_code: 'invalid_credentials' }],
  ['an agent without rights', { code: 'connector_forbidden', vendor_code: 'access_denied' }],
])('%s stops the pull with the code of Freshdesk (B1)', async (name, expected) => {
  const vendor = freshdeskAccount(recentStories(5), { forbidden: name === 'a wrong key' ? [] : ['tickets'] });
  if (name === 'a wrong key') vendor.credentials.api_key = 'another';
  const error: unknown = await collect(connectorOf(vendor)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectorError);
  expect(error).toMatchObject({ ...expected, isRetryable: false });
});
