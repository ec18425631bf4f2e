import { HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { recordId } from '../../simulators/salesforce/salesforce-record-ids.js';
import { SATISFACTION_QUESTION } from '../../simulators/salesforce/salesforce-rows.js';
import { salesforceError } from '../../simulators/salesforce/salesforce-wire.js';
import { collect, standingIds } from '../../testing/connector-contract/collect.js';
import type { PulledPage } from '../connector.js';
import { ConnectorError } from '../shared/connector-error.js';
import { createOrg, idOfCase, NOW, someStories } from './__fixtures__/salesforce-fixture.js';

const HOUR = 3_600_000;

const pull = async (connector: ReturnType<typeof createOrg>['connector'], cursor?: string | null) => {
  const pages: PulledPage[] = [];
  for await (const page of connector.pullTickets({ cursor })) pages.push(page);
  return pages;
};

const failureOf = async (work: Promise<unknown>): Promise<ConnectorError> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof ConnectorError) return error;
  throw new Error('expected a ConnectorError');
};

describe('walking (§2.3, §2.4, cases 7 and 8)', () => {
  test('a short batch that is not done is followed by the next, at a relative address', async () => {
    const { vendor, connector } = createOrg({ vendor: { batch_size: 18 } });
    const known = await collect(connector);
    expect(known.tickets.size).toBe(60 - vendor.account.byChange().filter(({ removed }) => removed).length);
    expect(vendor.requests.some((request) => /\/query\/01g\w+-18$/.test(request))).toBe(true);
  });

  test('INVALID_QUERY_LOCATOR: the walk goes on from its own position', async () => {
    const { vendor, connector } = createOrg();
    const seen: string[] = [];
    for await (const { tickets } of connector.pullTickets()) {
      seen.push(...tickets.map(({ ticket_id }) => ticket_id));
      vendor.dropCursors();
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(50);
  });

  test('the token follows no cursor to another host', async () => {
    const { vendor, connect } = createOrg();
    const hosts = new Set<string>();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : String(input)).host);
      const response = await vendor.fetch(input, init);
      const text = (await response.text()).replace('"/services/data/v66.0/query/', '"https://elsewhere.example/');
      return new Response(text, { status: response.status, headers: response.headers });
    };
    expect(await failureOf(collect(connect({ fetch })))).toMatchObject({ code: 'connector_bad_response' });
    expect([...hosts]).toEqual(['acme.my.salesforce.com']);
  });

  test('QUERY_TIMEOUT: the same is asked for fewer records', async () => {
    const { vendor, connector } = createOrg({ stories: someStories(900) });
    vendor.slowDown(250);
    const known = await collect(connector);
    expect(standingIds(known).length).toBe(vendor.account.byChange().filter(({ removed }) => !removed).length);
  });

  test('a query that times out even for 200 records is given up', async () => {
    const { vendor, connector } = createOrg();
    vendor.slowDown(100);
    expect(await failureOf(collect(connector))).toMatchObject({ vendor_code: 'QUERY_TIMEOUT' });
  });

  test('a row that is committed late, with a stamp of nine minutes ago, is not lost', async () => {
    const { vendor, account, clock, connector } = createOrg();
    const known = await collect(connector);
    clock.advance(60_000);
    const late = { ...someStories(1)[0]!, number: 900, created_at: NOW - 9 * 60_000, changes: [] };
    account.add([late]);
    await collect(connector, known);
    expect(known.tickets.has(idOfCase(vendor.caseId(900)))).toBe(true);
  });

  test('the overlap is measured by the clock of Salesforce, not by ours', async () => {
    const { vendor, account, connect } = createOrg();
    const fast = { now: () => vendor.clock.now() + 2 * HOUR, wait: vendor.clock.wait.bind(vendor.clock) };
    const known = await collect(connect({ clock: fast }));
    vendor.clock.advance(60_000);
    account.advanceTo(vendor.clock.now());
    account.change(1, { subject: 'changed while our clock is two hours ahead' });
    await collect(connect({ clock: fast }), known);
    expect(known.tickets.get(idOfCase(vendor.caseId(1)))?.subject).toContain('changed');
  });

  test('since bounds the first pull', async () => {
    const { connector, account } = createOrg();
    const since = new Date(NOW - 10 * 24 * HOUR).toISOString();
    const known = await collect(connector, undefined, { since });
    const expected = account
      .byChange()
      .filter(({ updated_at, removed }) => updated_at >= Date.parse(since) && !removed);
    expect(known.tickets.size).toBe(expected.length);
  });
});

describe('deletions (§2.4, case 11)', () => {
  test('deleted and merged cases are removed, each with its reason, and a restored one comes back', async () => {
    const { vendor, account, clock, connector } = createOrg();
    const known = await collect(connector);
    const [deleted, merged] = account.byChange().filter(({ removed, status }) => !removed && status === 'open');
    const idOf = (number = 0) => idOfCase(vendor.caseId(number));
    clock.advance(HOUR);
    account.advanceTo(clock.now());
    account.change(deleted?.number ?? 0, { removed: 'deleted' });
    account.change(merged?.number ?? 0, { removed: 'merged' });
    const removed = (await pull(connector, known.cursor)).flatMap((page) => page.removed);
    expect(removed).toContainEqual(expect.objectContaining({ ticket_id: idOf(deleted?.number), reason: 'deleted' }));
    expect(removed).toContainEqual(expect.objectContaining({ ticket_id: idOf(merged?.number), reason: 'merged' }));

    await collect(connector, known);
    clock.advance(HOUR);
    account.advanceTo(clock.now());
    account.change(deleted?.number ?? 0, { removed: null });
    await collect(connector, known);
    expect(standingIds(known)).toContain(idOf(deleted?.number));
    expect(standingIds(known)).not.toContain(idOf(merged?.number));
  });

  test('a pause longer than the recycle bin keeps is told', async () => {
    const { clock, connector } = createOrg();
    const { cursor } = await collect(connector);
    clock.advance(16 * 24 * HOUR);
    const warnings = (await pull(connector, cursor)).flatMap((page) => page.warnings);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'deletions_missed' }));
  });

  test('single cases: those that are gone are removed, 15 characters are enough, nonsense is skipped', async () => {
    const { vendor, account, connector } = createOrg();
    account.change(1, { removed: 'merged' });
    const [gone, there, never] = [vendor.caseId(1), vendor.caseId(2), vendor.caseId(999)];
    const page = await connector.pullTicketsById([gone, there.slice(0, 15), never, "x' OR Id != '"]);
    expect(page.tickets.map(({ external_id }) => external_id)).toEqual([there]);
    expect(page.removed.map(({ ticket_id, reason }) => [ticket_id, reason])).toEqual([
      [idOfCase(gone), 'merged'],
      [idOfCase(never), 'deleted'],
    ]);
    expect(page.skipped).toMatchObject([{ field: 'Id' }]);
  });
});

describe('milestones (§2.5, case 10)', () => {
  const story = {
    ...someStories(1)[0]!,
    number: 1,
    priority: 'urgent' as const,
    created_at: NOW - HOUR / 2,
    changes: [],
  };

  test('a breach is found although no stamp tells of it', async () => {
    const { vendor, clock, connector, account } = createOrg({ stories: [story] });
    const id = idOfCase(vendor.caseId(1));
    const known = await collect(connector);
    const before = known.tickets.get(id);
    expect(before?.vendor_sla?.first_response).toEqual({ is_breached: null, due_at: '2026-11-01T00:30:00Z' });
    clock.advance(2 * HOUR);
    account.advanceTo(clock.now());
    await collect(connector, known);
    const after = known.tickets.get(id);
    expect(after?.source_updated_at).toBe(before?.source_updated_at);
    expect(after?.vendor_sla?.first_response).toMatchObject({ is_breached: true, breached_at: '2026-11-01T00:30:00Z' });
    expect(after?.vendor_sla?.resolution?.is_breached).toBe(null);
  });

  test('a milestone that changes without its case brings the case again', async () => {
    const { vendor, clock, connector, account } = createOrg({ stories: [story] });
    const known = await collect(connector);
    clock.advance(HOUR / 4);
    account.advanceTo(clock.now());
    const TargetDate = NOW + 5 * HOUR;
    vendor.alter(recordId('milestone', 2), 1, { TargetDate, SystemModstamp: clock.now() });
    await collect(connector, known);
    const ticket = known.tickets.get(idOfCase(vendor.caseId(1)));
    expect(ticket?.vendor_sla?.first_response?.due_at).toBe('2026-11-01T05:00:00Z');
  });

  test('once a day all that is overdue is read again, however old its target', async () => {
    const { vendor, clock, connector, account } = createOrg({ stories: [story] });
    const known = await collect(connector);
    clock.advance(30 * HOUR);
    account.advanceTo(clock.now());
    await collect(connector, known);
    vendor.alter(vendor.caseId(1), 1, { Subject: 'read again' });
    clock.advance(HOUR);
    await collect(connector, known);
    expect(known.tickets.get(idOfCase(vendor.caseId(1)))?.subject).not.toBe('read again');
    clock.advance(24 * HOUR);
    await collect(connector, known);
    expect(known.tickets.get(idOfCase(vendor.caseId(1)))?.subject).toBe('read again');
  });

  test('an organization without entitlements, history and e-mail still syncs; capabilities degrade one by one', async () => {
    const hidden = [
      'CaseMilestone',
      'Case.IsStopped',
      'CaseHistory',
      'EmailMessage',
      'CaseStatus',
      'Case.Topic__c',
      'Case.CSAT_Score__c',
    ];
    const { connector } = createOrg({ vendor: { hidden } });
    const pages = await pull(connector);
    const tickets = pages.flatMap((page) => page.tickets);
    expect(tickets.length).toBeGreaterThan(50);
    expect(tickets.every(({ vendor_sla }) => vendor_sla === undefined)).toBe(true);
    expect(tickets.some(({ first_response_at }) => first_response_at != null)).toBe(true);
    const degraded = pages.flatMap((page) => page.degraded).map(({ capability }) => capability);
    expect(new Set(degraded)).toEqual(new Set(['history', 'csat', 'sla']));
    expect(pages.flatMap((page) => page.warnings)).toEqual([
      { code: 'missing_field', field: 'Topic__c', value: null, count: 1 },
      { code: 'missing_field', field: 'CSAT_Score__c', value: null, count: 1 },
    ]);
  });
});

describe('surveys (§2.7)', () => {
  const csat = { survey_question_id: SATISFACTION_QUESTION, scale: { min: 1, max: 5 } };

  test('the answer to the configured question is the score, by the link of the survey to the case', async () => {
    const { account, connector } = createOrg({ connector: { csat } });
    const rated = account.byChange().filter(({ ratings, removed }) => ratings.length > 0 && !removed);
    const known = await collect(connector);
    const scores = [...known.tickets.values()].filter(({ csat_score }) => csat_score != null);
    expect(scores.length).toBe(rated.length);
  });

  test('an answer leaves the stamp of its case alone, and is found all the same', async () => {
    const { vendor, account, clock, connector } = createOrg({ connector: { csat } });
    const known = await collect(connector);
    const [one] = account.byChange().filter(({ removed, ratings }) => !removed && ratings.length === 0);
    const stamp = one?.updated_at ?? 0;
    clock.advance(HOUR);
    account.advanceTo(clock.now());
    account.change(one?.number ?? 0, { rating: { score: 2, comment: null } });
    const id = vendor.caseId(one?.number ?? 0);
    vendor.alter(id, one?.number ?? 0, { SystemModstamp: stamp });
    await collect(connector, known);
    expect(known.tickets.get(idOfCase(id))).toMatchObject({ csat_score: 2, csat_scale: 'five_point' });
  });
});

describe('limits (§2.8, case 9)', () => {
  test('403 TotalRequests: the day is used up, which is thrown with a time and not waited for', async () => {
    const { vendor, clock, connector } = createOrg();
    vendor.answerNext(() => salesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'));
    const error = await failureOf(collect(connector));
    expect(error).toMatchObject({ code: 'connector_rate_limited', vendor_code: 'REQUEST_LIMIT_EXCEEDED' });
    expect((error.retry_at ?? 0) - clock.now()).toBe(30 * 60_000);
    expect(clock.waited()).toBe(0);
  });

  test('403 ConcurrentRequests: seconds', async () => {
    const { vendor, clock, connector } = createOrg();
    const concurrent = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
    vendor.answerNext(() => salesforceError(403, 'REQUEST_LIMIT_EXCEEDED', concurrent));
    expect((await collect(connector)).isCaughtUp).toBe(true);
    expect(clock.waited()).toBe(10_000);
  });

  test('403 INSUFFICIENT_ACCESS: a permission, not a limit', async () => {
    const { vendor, clock, connector } = createOrg();
    vendor.answerNext(() => salesforceError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on object id'));
    const error = await failureOf(connector.pullTicketsById([vendor.caseId(1)]));
    expect(error).toMatchObject({ code: 'connector_forbidden', isRetryable: false });
    expect(clock.waited()).toBe(0);
  });

  test('our share of the pool is kept by the header, whatever else stands in it', async () => {
    const { vendor, clock, connector } = createOrg({ vendor: { rate_limit: { used: 790, limit: 1000 } } });
    const error = await failureOf(collect(connector));
    expect(error).toMatchObject({ code: 'connector_rate_limited', vendor_code: 'QUOTA_SHARE' });
    expect(vendor.requests.length).toBeLessThan(15);
    expect(error.retry_at).toBeGreaterThan(clock.now());
  });

  test.each([
    ['an HTML page', () => HttpResponse.html('<html>busy</html>', { status: 503 })],
    ['nothing', () => new HttpResponse(null, { status: 500 })],
    ['a 406 without a body', () => new HttpResponse(null, { status: 406 })],
    ['a 420', () => new HttpResponse('enhance your calm', { status: 420 })],
    ['an empty 200', () => new HttpResponse('', { status: 200 })],
  ])('%s in place of an answer is tried again', async (_, answer) => {
    const { vendor, connector } = createOrg();
    vendor.answerNext(answer, answer);
    expect((await collect(connector)).isCaughtUp).toBe(true);
  });
});

describe('a bulk job (§2.8)', () => {
  const bulk = { connector: { bulk_threshold: 10 } };

  test('goes on with its next page after a stop, then with what changed since it began', async () => {
    const { vendor, connect } = createOrg(bulk);
    const known = await collect(connect(), undefined, { pages: 7 });
    expect(known.cursor).toContain('"kind":"bulk"');
    await collect(connect(), known);
    expect(standingIds(known).length).toBe(vendor.account.byChange().filter(({ removed }) => !removed).length);
    expect(
      vendor.requests.filter((request) => request.startsWith('POST') && request.endsWith('/jobs/query')).length,
    ).toBe(1);
  });

  test('that is no longer kept is replaced by a walk', async () => {
    const { vendor, connect } = createOrg(bulk);
    const known = await collect(connect(), undefined, { pages: 7 });
    vendor.dropJobs();
    await collect(connect(), known);
    expect(standingIds(known).length).toBe(vendor.account.byChange().filter(({ removed }) => !removed).length);
  });

  test('tells the same of a case as a query does', async () => {
    const byQuery = await collect(createOrg().connector);
    const byJob = await collect(createOrg(bulk).connector);
    const texts = (known: typeof byJob) => [...known.tickets.values()].map((ticket) => JSON.stringify(ticket)).sort();
    expect(texts(byJob)).toEqual(texts(byQuery));
  });

  test('of which a page breaks off is asked for that page again', async () => {
    const { vendor, connect } = createOrg(bulk);
    const known = await collect(connect(), undefined, { pages: 7 });
    const original = vendor.fetch;
    let broken = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await original(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/results') || broken > 0) return response;
      broken += 1;
      const text = await response.text();
      return new Response(text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), { headers: response.headers });
    };
    await collect(connect({ fetch }), known);
    expect(broken).toBe(1);
    expect(standingIds(known).length).toBe(vendor.account.byChange().filter(({ removed }) => !removed).length);
  });
});
