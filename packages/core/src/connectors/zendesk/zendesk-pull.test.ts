import { describe, expect, test } from 'vitest';
import type { PulledPage } from '../connector.js';
import { collect } from '../../testing/connector-contract/collect.js';
import { createZendeskAccount, NOW, quietTicket } from './__fixtures__/zendesk-account.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Parameters of the requests to a path. */
const recorded = () => {
  const requests: URL[] = [];
  return {
    to: (path: string): URLSearchParams[] =>
      requests.filter(({ pathname }) => pathname.endsWith(path)).map(({ searchParams }) => searchParams),
    over:
      (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
      (input, init) => {
        requests.push(new URL(new Request(input, init).url));
        return fetch(input, init);
      },
  };
};

const many = (count: number, hoursAgo = 500) =>
  Array.from({ length: count }, (_, index) => quietTicket(index + 1, hoursAgo - index / 10));

describe('the ticket export', () => {
  test('A2.1: begins by time and goes on by cursor alone, with the same side-loads', async () => {
    const { connect, zendesk } = createZendeskAccount(many(250), { page_rows: 100 });
    const requests = recorded();
    await collect(connect({ fetch: requests.over(zendesk.fetch) }), undefined, { since: '2026-01-01T00:00:00Z' });
    const [first, ...others] = requests.to('/incremental/tickets/cursor.json');
    expect(first?.get('start_time')).toBe(String(Date.UTC(2026, 0, 1) / 1000));
    expect(first?.has('cursor')).toBe(false);
    expect(others).toHaveLength(2);
    for (const search of others) {
      expect([search.has('start_time'), search.has('cursor')]).toEqual([false, true]);
      expect(search.get('include')).toBe('users,organizations,groups,metric_sets');
    }
  });

  test('A2.1: a start within the last minute is moved back', async () => {
    const { connector } = createZendeskAccount(many(2));
    const known = await collect(connector, undefined, { since: new Date(NOW).toISOString() });
    expect(known.isCaughtUp).toBe(true);
  });

  test('A2.1: a ticket of the last minute comes with the next pull', async () => {
    const { connector, clock, account } = createZendeskAccount(many(2));
    account.add([quietTicket(9, 0)]);
    const known = await collect(connector);
    expect(known.tickets.has('zendesk:acme:9')).toBe(false);
    clock.advance(61_000);
    await collect(connector, known);
    expect(known.tickets.has('zendesk:acme:9')).toBe(true);
  });

  test('A2.1: an empty page is not the end', async () => {
    const { connect, zendesk } = createZendeskAccount(many(2));
    let isFirst = true;
    const connector = connect({
      fetch: async (input, init) => {
        const isExport = new Request(input, init).url.includes('/tickets/cursor.json');
        if (!isFirst || !isExport) return zendesk.fetch(input, init);
        isFirst = false;
        return Response.json({ tickets: [], after_cursor: btoa('1.0||0|'), end_of_stream: false });
      },
    });
    expect((await collect(connector)).tickets.size).toBe(2);
  });

  test('A2.1, A7.1: a cursor that comes again is stopped', async () => {
    const { connector, zendesk } = createZendeskAccount(many(30), { page_rows: 10 });
    zendesk.stickCursor();
    await expect(collect(connector)).rejects.toMatchObject({ code: 'connector_stalled' });
  });

  test('A3: pages that break off are made smaller', async () => {
    const { connect, zendesk } = createZendeskAccount(many(900), { heavy_rows: 300 });
    const requests = recorded();
    const known = await collect(connect({ fetch: requests.over(zendesk.fetch) }));
    expect(known.tickets.size).toBe(900);
    const sizes = requests.to('/incremental/tickets/cursor.json').map((search) => search.get('per_page'));
    expect([...new Set(sizes)]).toEqual(['1000', '500', '250']);
    expect(sizes.slice(-3)).toEqual(['250', '250', '250']);
  });

  test('A7.4: a success without the documented fields is an error that names the field, not the end', async () => {
    const { connect } = createZendeskAccount([]);
    const connector = connect({ fetch: async () => Response.json({ count: 0 }) });
    await expect(collect(connector)).rejects.toMatchObject({
      code: 'connector_bad_response',
      message: expect.stringContaining('tickets'),
    });
  });

  test('A3: keeps a fifth of the ten exports a minute for others, and so is never refused', async () => {
    const limits = { account: 400, exports: 8 };
    const { connect, clock, zendesk } = createZendeskAccount(many(1000), { page_rows: 100, rate_limit: limits });
    const statuses = new Set<number>();
    const connector = connect({
      fetch: async (input, init) => {
        const response = await zendesk.fetch(input, init);
        statuses.add(response.status);
        return response;
      },
    });
    await collect(connector);
    expect(clock.waited()).toBeGreaterThan(60_000);
    expect([...statuses]).toEqual([200]);
  });

  test('A2.4: the organization of a requester is fetched where it did not come along', async () => {
    const company = { id: 501, name: 'Acme', domain: 'acme.example', external_id: 'crm-77' };
    const requester = { id: 7001, name: 'Ada', email: 'ada@acme.example', company };
    const { connector, connect, zendesk } = createZendeskAccount([quietTicket(25, 50, { requester })]);
    const { tickets } = await collect(connector);
    expect(tickets.get('zendesk:acme:25')?.company).toMatchObject({ id: '501', external_id: 'crm-77', name: 'Acme' });
    expect(zendesk.requests).toContain('GET /api/v2/organizations/show_many.json');
    const refusing: typeof fetch = async (input, init) =>
      new Request(input, init).url.includes('/organizations/')
        ? new Response(null, { status: 403 })
        : zendesk.fetch(input, init);
    const without = await collect(connect({ fetch: refusing }));
    expect(without.tickets.get('zendesk:acme:25')?.company).toMatchObject({ id: '501', name: null });
  });

  test('A7.6: without custom statuses their category is what is known', async () => {
    const story = quietTicket(40, 50, { changes: [{ at: NOW - HOUR, status: 'pending' }] });
    const raw = async (missing: { custom_statuses?: 403 }) =>
      (await collect(createZendeskAccount([story], { missing }).connector)).tickets.get('zendesk:acme:40')?.raw_status;
    expect(await raw({})).toBe('Waiting for parts');
    expect(await raw({ custom_statuses: 403 })).toBe('pending');
  });
});

describe('tickets by id', () => {
  test('A2.2: a hundred at a time; those that are gone are removed, odd ids kept aside', async () => {
    const { connector, zendesk, account } = createZendeskAccount(many(150));
    account.change(3, { removed: 'deleted' });
    const ids = Array.from({ length: 150 }, (_, index) => String(index + 1));
    const page = await connector.pullTicketsById([...ids, '999', 'abc', '1']);
    expect(page.tickets).toHaveLength(149);
    expect(page.removed).toEqual([
      { ticket_id: 'zendesk:acme:3', reason: 'deleted', source_updated_at: null },
      { ticket_id: 'zendesk:acme:999', reason: 'deleted', source_updated_at: null },
    ]);
    expect(page.skipped).toMatchObject([{ position: 'abc', field: 'id' }]);
    expect(zendesk.requests.filter((request) => request.endsWith('/tickets/show_many.json'))).toHaveLength(2);
  });

  test('A7.5: one that cannot be read is kept aside, not removed', async () => {
    const { connector, zendesk } = createZendeskAccount(many(2));
    zendesk.edit(1, { created_at: null });
    const page = await connector.pullTicketsById(['1', '2']);
    expect(page.tickets).toHaveLength(1);
    expect(page.removed).toEqual([]);
    expect(page.skipped).toMatchObject([{ position: '1', field: 'created_at' }]);
  });
});

describe('SLA events', () => {
  test('A2.6: a breach that is taken back later is read anew within the lookback', async () => {
    const { connector, account, clock } = createZendeskAccount([quietTicket(1, 60)]);
    const known = await collect(connector);
    const breaches = () =>
      [...known.events.values()].filter((event) => event.type === 'sla_breached' && event.metric === 'resolution');
    expect(breaches()).toMatchObject([{ at: '2026-03-10T00:00:00Z' }]);
    // A lower priority has a later target: the old breach moves.
    account.change(1, { priority: 'low' });
    clock.advance(7 * HOUR);
    await collect(connector, known);
    expect(breaches()).toMatchObject([{ at: '2026-03-11T00:00:00Z' }]);
  });

  test('A2.6: the cursor never runs ahead into forecasts of breaches', async () => {
    const { connector, account, clock } = createZendeskAccount([quietTicket(1, 1, { priority: 'low' })]);
    const known = await collect(connector);
    expect([...known.events.values()].some(({ at }) => Date.parse(at) > NOW)).toBe(true);
    clock.advance(2 * HOUR);
    account.advanceTo(clock.now());
    account.change(1, { replied: true });
    clock.advance(2 * HOUR);
    await collect(connector, known);
    expect([...known.events.values()].map(({ type }) => type)).toContain('sla_fulfilled');
  });

  test('A2.6: between look-backs only what is recent is read', async () => {
    const { connect, zendesk, clock } = createZendeskAccount(many(5, 200));
    const requests = recorded();
    const connector = connect({ fetch: requests.over(zendesk.fetch) });
    const known = await collect(connector);
    clock.advance(15 * 60_000);
    await collect(connector, known);
    clock.advance(6 * HOUR);
    await collect(connector, known);
    const starts = requests.to('/ticket_metric_events.json').map((search) => Number(search.get('start_time')) * 1000);
    const ago = starts.map((start) => Math.round((clock.now() - start) / HOUR));
    expect(ago.slice(1)).toEqual([7, 14 * 24]);
  });

  test('A7.2: more events in one second than a page holds are walked by cursor', async () => {
    // 250 tickets opened in the same second: 1500 events that share it.
    const stories = Array.from({ length: 250 }, (_, index) => quietTicket(index + 1, 200));
    const { connect, zendesk } = createZendeskAccount([...stories, quietTicket(900, 100)], { page_rows: 100 });
    const requests = recorded();
    const { events } = await collect(connect({ fetch: requests.over(zendesk.fetch) }));
    expect(new Set([...events.values()].map(({ ticket_id }) => ticket_id)).size).toBe(251);
    const sizes = requests.to('/ticket_metric_events.json').map((search) => search.get('page[size]'));
    expect(new Set(sizes)).toEqual(new Set([null, '100']));
  });

  test('A2.6: without a priority no policy applies, and there are no events', async () => {
    const { connector } = createZendeskAccount([quietTicket(1, 60, { priority: null })]);
    expect((await collect(connector)).events.size).toBe(0);
  });
});

describe('survey answers', () => {
  const solved = { at: NOW - 40 * HOUR, status: 'solved' } as const;

  test('A5: a late answer to an old survey is found; one that was changed is the same event', async () => {
    const { connector, account, clock } = createZendeskAccount([quietTicket(1, 60, { changes: [solved] })]);
    const known = await collect(connector);
    const answers = () => [...known.events.values()].filter(({ type }) => type === 'csat_received');
    expect(answers()).toEqual([]);
    expect(known.tickets.get('zendesk:acme:1')).toMatchObject({ csat_offered: true, csat_score: null });
    for (const score of [1, 5]) {
      clock.advance(10 * DAY);
      account.advanceTo(clock.now());
      account.change(1, { rating: { score, comment: null } });
      clock.advance(120_000);
      await collect(connector, known);
      expect(answers()).toMatchObject([{ event_id: 'zendesk:satisfaction_rating:1', score }]);
      expect(known.tickets.get('zendesk:acme:1')).toMatchObject({ csat_score: score, csat_scale: 'binary' });
    }
  });

  test('A5: a 3 of 5 is a 3 with the new surveys, not bad', async () => {
    const rating = { at: NOW - HOUR, rating: { score: 3, comment: 'so so' } };
    const { connector } = createZendeskAccount([quietTicket(1, 60, { changes: [solved, rating] })], {
      survey_points: 5,
    });
    const { events, tickets } = await collect(connector);
    expect([...events.values()].find(({ type }) => type === 'csat_received')).toMatchObject({
      score: 3,
      scale: 'five_point',
      feedback: 'so so',
    });
    expect(tickets.get('zendesk:acme:1')?.csat_score).toBeNull();
  });
});

describe('A7.6: what a plan lacks', () => {
  test.each([
    ['ticket_metric_events', 'sla', {}],
    ['satisfaction_ratings', 'csat', {}],
    ['survey_responses', 'csat', { survey_points: 2 }],
  ] as const)('%s degrades %s alone', async (list, capability, more) => {
    const { connector } = createZendeskAccount([quietTicket(1, 60)], { missing: { [list]: 403 }, ...more });
    const pages: PulledPage[] = [];
    for await (const page of connector.pullTickets()) pages.push(page);
    expect(pages.flatMap(({ tickets }) => tickets)).toHaveLength(1);
    expect(pages.at(-1)).toMatchObject({ isCaughtUp: true, degraded: [{ capability }] });
  });

  test('an agent instead of an administrator stops the pull, since nothing else can be read', async () => {
    const { connector } = createZendeskAccount([quietTicket(1, 60)], { role: 'agent' });
    await expect(collect(connector)).rejects.toMatchObject({ code: 'connector_forbidden', isRetryable: false });
  });
});
