import { describe, expect, test } from 'vitest';
import { collect, nothingCollected } from '../../testing/connector-contract/collect.js';
import { createWorkspace, NOW, storyOf } from './__fixtures__/simulated-workspace.js';

const DAY = 86_400_000;

const many = (count: number, created_at = NOW - 3_600_000) =>
  Array.from({ length: count }, (_, index) => storyOf(index + 1, { created_at }));

describe('the cursor of a search (1.2; 7.1)', () => {
  test('goes into the body, with the least recently changed first', async () => {
    const { connect, posted } = createWorkspace(many(200));
    const known = await collect(connect());
    expect(known.tickets.size).toBe(200);
    const [first, second] = posted.filter(({ body }) => JSON.stringify(body).includes('"per_page":150'));
    expect(first?.body).toMatchObject({
      pagination: { per_page: 150 },
      sort: { field: 'updated_at', order: 'ascending' },
    });
    expect(second?.body).toMatchObject({ pagination: { starting_after: expect.any(String) } });
    expect(second?.url).toBe('https://api.intercom.io/conversations/search');
  });

  test('that comes again stops the pull', async () => {
    const { connect, vendor } = createWorkspace(many(400));
    vendor.office.repeatsCursor = true;
    await expect(collect(connect())).rejects.toMatchObject({ code: 'connector_stalled' });
    expect(vendor.requests.length).toBeLessThan(10);
  });

  test('is never part of ours', async () => {
    const { connect } = createWorkspace(many(400));
    const { cursor } = await collect(connect(), nothingCollected(), { pages: 2 });
    expect(JSON.parse(cursor ?? '')).toEqual({
      v: 1,
      at: 'conversations',
      streams: { deleted: expect.any(Object), conversations: { from: (NOW - 3_600_000) / 1000, pages: 1 } },
    });
  });
});

test('every request names the pinned version (1.1)', async () => {
  const { connect, posted } = createWorkspace(many(1));
  await collect(connect());
  await collect(connect({ api_version: '2.13' }));
  const versions = posted.map(({ headers }) => headers.get('intercom-version'));
  expect([...new Set(versions)]).toEqual(['2.16', '2.13']);
});

describe('history', () => {
  const old = [1, 2, 3].map((number) => storyOf(number, { created_at: NOW - number * 100 * DAY }));

  test('is read in slices of 30 days, and empty years are leapt over (Airbyte 52106)', async () => {
    const { connect, posted } = createWorkspace(old);
    const known = await collect(connect());
    expect(known.tickets.size).toBe(3);
    const slices = posted.filter(
      ({ url, body }) => url.includes('conversations') && JSON.stringify(body).includes('"<"'),
    );
    expect(slices).toHaveLength(3);
    expect(posted.length).toBeLessThan(20);
    for (const { body } of slices) {
      const { value } = body.query as { value: { value: number }[] };
      expect((value[1]?.value ?? 0) - (value[0]?.value ?? 0)).toBe(30 * 86_400 + 1);
    }
  });

  test('begins where it is asked to', async () => {
    const { connect } = createWorkspace(old);
    const { tickets } = await collect(connect(), nothingCollected(), { since: '2026-04-01T00:00:00Z' });
    expect(tickets.size).toBe(1);
  });

  test('of an empty workspace takes no request more than one a list', async () => {
    const { connect, vendor } = createWorkspace([]);
    await collect(connect());
    expect(vendor.requests).toHaveLength(4);
  });
});

describe('the next pull', () => {
  test('reads again what changed shortly before the last one, as it may have become visible late', async () => {
    const { connect, clock, account, vendor } = createWorkspace([storyOf(1)]);
    account.change(1, { tags: ['late'] });
    vendor.office.distortions.set(1, { conversation: { tags: { tags: [] } } });
    const known = await collect(connect());
    expect(known.tickets.get(`intercom:sim1:${vendor.externalId(1)}`)?.tags).toEqual([]);
    vendor.office.distortions.clear();
    clock.advance(600_000);
    account.advanceTo(clock.now());
    await collect(connect(), known);
    expect(known.tickets.get(`intercom:sim1:${vendor.externalId(1)}`)?.tags).toEqual(['late']);
  });

  test('brings what changed in one second, more than a page of it, in whichever steps', async () => {
    const { connect } = createWorkspace(many(700, NOW - 7_200_000));
    const known = nothingCollected();
    await collect(connect(), known, { pages: 2 });
    await collect(connect(), known, { pages: 5 });
    await collect(connect(), known);
    expect(known.tickets.size).toBe(700);
  });
});

test('a search that ignores the order loses nothing that is touched meanwhile (OpenAPI issue 114)', async () => {
  const stories = Array.from({ length: 900 }, (_, index) =>
    storyOf(index + 1, { created_at: NOW - DAY - index * 1000 }),
  );
  const { connect, vendor, clock, account } = createWorkspace(stories);
  vendor.office.ignoresSort = true;
  const known = nothingCollected();
  for await (const page of connect().pullTickets()) {
    for (const ticket of page.tickets) known.tickets.set(ticket.ticket_id, ticket);
    known.cursor = page.nextCursor;
    if (account.find(900)?.tags.length === 0) account.change(900, { tags: ['touched'] });
  }
  clock.advance(600_000);
  account.advanceTo(clock.now());
  await collect(connect(), known);
  expect(known.tickets.size).toBe(900);
  expect(known.tickets.get(`intercom:sim1:${vendor.externalId(900)}`)?.tags).toEqual(['touched']);
});

test('pages of tickets that are too heavy for Intercom are asked for in smaller ones (Airbyte 0.13.0-rc.4)', async () => {
  const { connect, vendor } = createWorkspace(many(60), { kind: 'ticket' });
  vendor.office.mostTickets = 20;
  expect((await collect(connect())).tickets.size).toBe(60);
});
