import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketRecord } from '@cscx/support-core';
import {
  type ApiResponse,
  alertsRoute,
  customerMetricsRoute,
  customerTicketsRoute,
  portfolioRoute,
  problemDetailsSchema,
} from '@cscx/support-core/api';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { recordingLogger, startTestServer, type TestServer } from './__fixtures__/start-test-server.js';
import { saveAccount } from './__fixtures__/save-account.js';

const NOW = '2026-11-20T12:00:00.000Z';
const METRICS = '/api/reports/support-metrics';

const tickets = (count: number, facts: (index: number) => Partial<TicketRecord>): TicketRecord[] =>
  Array.from({ length: count }, (_, index) => {
    const fields = facts(index);
    return buildTicket({ ...fields, external_id: fields.external_id ?? String(index + 1) });
  });

const day = (date: number, time = '09:00:00'): string => `2026-11-${String(date).padStart(2, '0')}T${time}Z`;

describe('the support server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const customer = async (path: string, organization: string) =>
    customerMetricsRoute.response.parse(await (await server.get(`${METRICS}/${path}`, organization)).json());
  const ticketPage = async (path: string, organization: string) =>
    customerTicketsRoute.response.parse(await (await server.get(`${METRICS}/${path}`, organization)).json());
  const portfolio = async (organization: string, query = '') =>
    portfolioRoute.response.parse(await (await server.get(`${METRICS}${query}`, organization)).json());
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    return problemDetailsSchema.parse(await response.json());
  };

  describe("the owner's test cases", () => {
    test('TC-156.1: a customer with 12 open tickets shows 12, each with priority, status and age', async () => {
      await saveAccount(server.store, 'tc1', {
        tickets: tickets(12, (n) => ({ created_at: day(n + 1), priority: 'high' })),
      });
      const answer = await customer('acme', 'tc1');
      expect(answer.customer.tickets.open).toBe(12);
      expect(answer.tickets).toHaveLength(12);
      expect(answer.tickets[0]).toMatchObject({ priority: 'high', status: 'open', created_at: day(1) });
      expect((await portfolio('tc1')).summary.open_tickets).toBe(12);
    });

    test('TC-156.2: ratings 5,4,4,3,5,4,3,2,4,5 average 3.9, with their trend', async () => {
      const now = [5, 4, 4, 3, 5, 4, 3, 2, 4, 5];
      const before = [5, 5, 5, 4];
      const rated = (score: number, month: string, index: number): TicketRecord =>
        buildTicket({
          external_id: `${month}-${index}`,
          status: 'resolved',
          created_at: `2026-${month}-02T09:00:00Z`,
          resolved_at: `2026-${month}-03T09:00:00Z`,
          csat_responded_at: `2026-${month}-04T09:00:00Z`,
          csat_score: score,
          csat_scale: 'five_point',
        });
      await saveAccount(server.store, 'tc2', {
        tickets: [...now.map((score, n) => rated(score, '11', n)), ...before.map((score, n) => rated(score, '10', n))],
      });
      const { satisfaction } = (await customer('acme?period=this_month', 'tc2')).customer;
      expect(satisfaction).toMatchObject({
        avg_csat: 3.9,
        csat_responses: 10,
        previous_avg_csat: 4.75,
        trend: 'declining',
      });
    });

    test('TC-156.3: usually 3 tickets a week and 12 this week: the customer is flagged with +300 %', async () => {
      const usual = Array.from({ length: 8 }, (_, week) =>
        tickets(3, (n) => {
          const created_at = new Date(Date.parse('2026-11-10T09:00:00Z') - week * 7 * 86_400_000).toISOString();
          return { external_id: `week${week}-${n}`, created_at, status: 'closed', closed_at: created_at };
        }),
      ).flat();
      const spike = tickets(12, (n) => ({ external_id: `spike-${n}`, created_at: day(16 + (n % 4)) }));
      await saveAccount(server.store, 'tc3', { tickets: [...usual, ...spike] });
      const [line] = (await portfolio('tc3')).customers;
      const reason = line?.attention.reasons.find(({ type }) => type === 'ticket_spike');
      expect(reason?.text).toContain('+300');
    });
  });

  describe('the customer route', () => {
    test('lists open tickets first, oldest first, then those of the period, newest first; the rest by its cursor', async () => {
      const closed = (external_id: string, created: number, resolved: number) => ({
        external_id,
        created_at: day(created),
        status: 'resolved' as const,
        resolved_at: day(resolved, '10:00:00'),
      });
      await saveAccount(server.store, 'many', {
        tickets: [
          ...tickets(150, (n) => ({
            external_id: `open-${n}`,
            created_at: new Date(Date.parse(day(1)) + n * 60_000).toISOString(),
          })),
          ...tickets(100, (n) => ({
            ...closed(`done-${n}`, 3, 12),
            created_at: new Date(Date.parse(day(3)) + n * 60_000).toISOString(),
          })),
          // Neither created nor resolved in the week that is asked for.
          ...tickets(5, (n) => closed(`other-${n}`, 17, 18)),
        ],
      });
      const answer = await customer('acme?period=2026-W46', 'many');
      const ids = answer.tickets.map(({ external_id }) => external_id);
      expect(ids).toHaveLength(200);
      expect(ids.slice(0, 2)).toEqual(['open-0', 'open-1']);
      expect(ids.slice(149, 152)).toEqual(['open-149', 'done-99', 'done-98']);
      const rest = await ticketPage(`acme/tickets?limit=500&cursor=${answer.next_cursor}`, 'many');
      expect(rest.tickets.map(({ external_id }) => external_id)).toEqual(
        Array.from({ length: 50 }, (_, n) => `done-${49 - n}`),
      );
      expect(rest.next_cursor).toBeNull();
    });

    test('lists a ticket of which only the closing is known in the period of its closing, where it counts', async () => {
      const closed_at = day(12);
      await saveAccount(server.store, 'closed', {
        tickets: [buildTicket({ status: 'closed', created_at: day(3), closed_at, resolved_at: null })],
      });
      const { customer: metrics, tickets: listed } = await customer('acme?period=2026-W46', 'closed');
      expect(metrics.tickets.resolved).toBe(1);
      expect(listed).toHaveLength(1);
    });

    test('covers at least the last 12 weeks, empty ones included', async () => {
      await saveAccount(server.store, 'quiet', {});
      const { trends, customer: metrics } = await customer('acme?period=last_7_days', 'quiet');
      expect(trends).toHaveLength(12);
      expect(metrics.sla.resolution_met_pct).toBeNull();
      expect(metrics.data_as_of).toBeNull();
    });

    test('says in one answer what the same part of the period before was made of', async () => {
      const created = (external_id: string, created_at: string, facts: Partial<TicketRecord>): TicketRecord =>
        buildTicket({ external_id, created_at, ...facts });
      await saveAccount(server.store, 'before', {
        tickets: [
          created('1', '2026-10-02T09:00:00Z', { category: 'billing', priority: 'low' }),
          created('2', '2026-10-20T11:59:00Z', { category: 'access', priority: 'critical' }),
          created('3', '2026-10-20T12:01:00Z', { category: 'access', priority: 'critical' }),
          created('4', day(3), { category: 'billing', priority: 'low' }),
          created('5', day(4), { category: 'billing', priority: 'high' }),
        ],
      });
      const { tickets: volume } = (await customer('acme?period=this_month', 'before')).customer;
      expect(volume).toMatchObject({
        by_category: { billing: 2 },
        changes: { total: { previous: 2, change: 0 } },
        previous_by_category: { access: 1, billing: 1 },
        previous_by_priority: { low: 1, medium: 0, high: 0, critical: 1 },
      });
    });

    test('takes the days of the zone that is asked for', async () => {
      await saveAccount(server.store, 'zones', { tickets: [buildTicket({ created_at: '2026-10-31T23:30:00Z' })] });
      expect((await customer('acme', 'zones')).customer.tickets.total).toBe(0);
      expect((await customer('acme?timezone=Europe/Berlin', 'zones')).customer.tickets.total).toBe(1);
    });
  });

  describe('the tickets route', () => {
    test.each(['default', 'created_at', '-created_at', 'priority', '-priority'])(
      'pages through everything once, sorted by %s',
      async (sort) => {
        const priorities = ['low', 'medium', 'high', 'critical'] as const;
        await saveAccount(server.store, 'paged', {
          tickets: tickets(23, (n) => ({
            created_at: day(1 + (n % 5)),
            priority: priorities[n % 4] ?? 'low',
            ...(n % 3 === 0 && { status: 'closed', closed_at: day(10) }),
          })),
        });
        const whole = await ticketPage(`acme/tickets?sort=${sort}&limit=500`, 'paged');
        const pages: string[] = [];
        let cursor: string | null = null;
        do {
          const next: string = cursor === null ? '' : `&cursor=${cursor}`;
          const page: ApiResponse<typeof customerTicketsRoute> = await ticketPage(
            `acme/tickets?sort=${sort}&limit=5${next}`,
            'paged',
          );
          pages.push(...page.tickets.map(({ ticket_id }) => ticket_id));
          cursor = page.next_cursor;
        } while (cursor !== null);
        expect(pages).toEqual(whole.tickets.map(({ ticket_id }) => ticket_id));
        expect(new Set(pages).size).toBe(23);
      },
    );

    test('filters by status, priority, category and words, which may hold any character', async () => {
      await saveAccount(server.store, 'filtered', {
        tickets: [
          buildTicket({ external_id: 'a', subject: '100% of exports fail', category: 'bug', priority: 'high' }),
          buildTicket({ external_id: 'b', subject: '100 exports', category: 'bug' }),
          buildTicket({ external_id: 'c', subject: 'Exports', status: 'pending' }),
        ],
      });
      const ids = async (query: string) =>
        (await ticketPage(`acme/tickets?${query}`, 'filtered')).tickets.map(({ external_id }) => external_id);
      expect(await ids('category=bug')).toEqual(['a', 'b']);
      expect(await ids('priority=high')).toEqual(['a']);
      expect(await ids('status=pending')).toEqual(['c']);
      expect(await ids('q=EXPORT%20100%25')).toEqual(['a']);
    });

    test.each([
      ['of another sort', (cursor: string) => `acme/tickets?limit=1&sort=-created_at&cursor=${cursor}`],
      ['of another filter', (cursor: string) => `acme/tickets?limit=1&status=open&cursor=${cursor}`],
      ['of another customer', (cursor: string) => `globex/tickets?limit=1&cursor=${cursor}`],
      [
        'that was changed',
        (cursor: string) =>
          `acme/tickets?limit=1&cursor=${Buffer.from(Buffer.from(cursor, 'base64url').toString().replace(/\d/, '7')).toString('base64url')}`,
      ],
      ['that is none', () => 'acme/tickets?limit=1&cursor=next'],
    ])('a cursor %s is refused', async (_what, path) => {
      await saveAccount(server.store, 'cursors', { tickets: tickets(3, () => ({})) });
      await saveAccount(server.store, 'cursors', {
        customer: buildCustomer({ customer_id: 'globex', name: 'Globex' }),
      });
      const { next_cursor } = await ticketPage('acme/tickets?limit=1', 'cursors');
      const response = await server.get(`${METRICS}/${path(next_cursor ?? '')}`, 'cursors');
      expect(response.status).toBe(400);
      expect((await problem(response)).errors).toMatchObject([{ path: 'cursor' }]);
    });
  });

  describe('the portfolio route', () => {
    beforeAll(async () => {
      const names = ['Acme', 'Globex', 'Initech', 'Umbrella'];
      for (const [index, name] of names.entries()) {
        await saveAccount(server.store, 'portfolio', {
          customer: buildCustomer({
            customer_id: name.toLowerCase(),
            name,
            csm_id: index < 2 ? 'maya' : 'otto',
            ...(index !== 1 && { arr: 1000 * (index + 1) }),
          }),
          tickets: tickets(index, (n) => ({ external_id: `${name}-${n}`, created_at: day(5) })),
        });
      }
    });
    const ids = async (query: string) =>
      (await portfolio('portfolio', query)).customers.map(({ customer_id }) => customer_id);

    test('sorts, with what is unknown last', async () => {
      expect(await ids('?sort=customer_name')).toEqual(['acme', 'globex', 'initech', 'umbrella']);
      expect(await ids('?sort=-arr')).toEqual(['umbrella', 'initech', 'acme', 'globex']);
      expect(await ids('?sort=-open_tickets')).toEqual(['umbrella', 'initech', 'globex', 'acme']);
    });

    test('filters by CSM, which also holds for the totals, and by tickets and ratings, which choose lines', async () => {
      const ottos = await portfolio('portfolio', '?csm_id=otto');
      expect(ottos.summary).toMatchObject({ customers: 2, open_tickets: 5 });
      const busy = await portfolio('portfolio', '?min_tickets=2&sort=customer_name');
      expect(busy.customers.map(({ customer_id }) => customer_id)).toEqual(['initech', 'umbrella']);
      expect(busy.summary).toMatchObject({ customers: 4, open_tickets: 6 });
      expect(await ids('?max_csat=3.5')).toEqual([]);
    });

    test.each(['-attention', 'customer_name', '-arr', 'avg_csat'])(
      'pages through everybody once, sorted by %s',
      async (sort) => {
        const first = await portfolio('portfolio', `?sort=${sort}&limit=3`);
        const second = await portfolio('portfolio', `?sort=${sort}&limit=3&cursor=${first.next_cursor}`);
        expect(second.next_cursor).toBeNull();
        expect([...first.customers, ...second.customers].map(({ customer_id }) => customer_id)).toEqual(
          await ids(`?sort=${sort}`),
        );
      },
    );
  });

  describe('the alerts route', () => {
    test('pages newest first and filters', async () => {
      await saveAccount(server.store, 'alerts', {});
      const { alerts } = server.store.forOrganization('alerts');
      const findings = Array.from({ length: 5 }, (_, n) => ({
        customer_id: 'acme',
        customer_name: 'Acme Corp',
        csm_id: null,
        type: n % 2 ? ('low_csat' as const) : ('sla_breach' as const),
        severity: 'high' as const,
        title: `Alert ${n}`,
        description: '',
        evidence: {},
        ticket_ids: [],
        dedupe_key: `key-${n}`,
      }));
      for (const [n] of findings.entries()) await alerts.reconcile(['acme'], findings.slice(0, n + 1), day(n + 1));
      const list = async (query: string) =>
        alertsRoute.response.parse(await (await server.get(`${METRICS}/alerts${query}`, 'alerts')).json());
      const first = await list('?limit=3');
      expect(first.alerts.map(({ title }) => title)).toEqual(['Alert 4', 'Alert 3', 'Alert 2']);
      const second = await list(`?limit=3&cursor=${first.next_cursor}`);
      expect(second.alerts.map(({ title }) => title)).toEqual(['Alert 1', 'Alert 0']);
      expect((await list('?type=low_csat')).alerts).toHaveLength(2);
      expect((await list('?status=resolved')).alerts).toEqual([]);
      expect((await list('?csm_id=maya')).alerts).toEqual([]);
    });

    test('lists what one import raised most severe first, page by page', async () => {
      await saveAccount(server.store, 'alerts-at-once', {});
      const { alerts } = server.store.forOrganization('alerts-at-once');
      const severities = ['low', 'critical', 'medium', 'high', 'low', 'critical'] as const;
      const findings = severities.map((severity, n) => ({
        customer_id: 'acme',
        customer_name: 'Acme Corp',
        csm_id: null,
        type: 'sla_breach' as const,
        severity,
        title: `Alert ${n}`,
        description: '',
        evidence: {},
        ticket_ids: [],
        dedupe_key: `key-${n}`,
      }));
      await alerts.reconcile(['acme'], findings, day(1));
      const seen: string[] = [];
      for (let query = '?limit=2'; query !== '';) {
        const response = await server.get(`${METRICS}/alerts${query}`, 'alerts-at-once');
        const page = alertsRoute.response.parse(await response.json());
        seen.push(...page.alerts.map(({ severity }) => severity));
        query = page.next_cursor ? `?limit=2&cursor=${page.next_cursor}` : '';
      }
      expect(seen).toEqual(['critical', 'critical', 'high', 'medium', 'low', 'low']);
    });
  });

  describe('organizations', () => {
    test("another organization's customer is not found, and neither are its tickets", async () => {
      await saveAccount(server.store, 'ours', { customer: buildCustomer({ customer_id: 'secret' }) });
      await saveAccount(server.store, 'theirs', {});
      const paths = [`${METRICS}/secret`, `${METRICS}/secret/tickets`];
      for (const path of paths) {
        const response = await server.get(path, 'theirs');
        expect(response.status).toBe(404);
        const unknown = await server.get(path.replace('secret', 'never-heard-of'), 'theirs');
        expect({ ...(await problem(response)), request_id: '' }).toEqual({
          ...(await problem(unknown)),
          request_id: '',
        });
      }
      expect((await portfolio('theirs')).customers.map(({ customer_id }) => customer_id)).toEqual(['acme']);
    });

    test('one that has sent nothing yet has an empty portfolio', async () => {
      expect(await portfolio('new')).toMatchObject({ customers: [], alerts: [], next_cursor: null });
    });

    test.each([
      ['no credentials', {}],
      ['a key that does not exist', { authorization: 'Bearer cscx_0000' }],
      ['another scheme', { authorization: 'Basic ZGVtbzpkZW1v' }],
      ['the demo token, where there is no demo', { authorization: 'Bearer demo' }],
    ])('%s: 401, and how to do better', async (_what, headers) => {
      const response = await server.get(METRICS, undefined, headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect((await problem(response)).code).toBe('unauthenticated');
    });
  });

  describe('bad input', () => {
    test.each([
      ['?period=someday', ['period']],
      ['?period=2026-W54', ['period']],
      ['?period=2026-11-15/2026-11-01', ['period']],
      ['?timezone=Mars/Olympus', ['timezone']],
      ['?limit=501', ['limit']],
      ['?limit=0', ['limit']],
      ['?limit=many', ['limit']],
      ['?limit=1e9', ['limit']],
      ['?sort=luck', ['sort']],
      ['?max_csat=6&min_tickets=-1', ['max_csat', 'min_tickets']],
      ['?period=someday&csm=maya&limit=900', ['csm', 'limit', 'period']],
      ['?limit=1&limit=2', ['limit']],
      ['?csm_id=', ['csm_id']],
    ])('%s: 400 with the path of every bad field', async (query, paths) => {
      const response = await server.get(`${METRICS}${query}`, 'inputs');
      expect(response.status).toBe(400);
      const { code, errors = [] } = await problem(response);
      expect(code).toBe('invalid_input');
      expect(errors.map(({ path }) => path).toSorted()).toEqual(paths);
    });
  });

  describe('HTTP', () => {
    test('an answer that has not changed is not sent again, and every shared cache is told to stay out', async () => {
      await saveAccount(server.store, 'http', { tickets: tickets(3, () => ({})) });
      const first = await server.get(METRICS, 'http');
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      expect(first.headers.get('vary')).toContain('Authorization');
      const etag = first.headers.get('etag') ?? '';
      const second = await server.get(METRICS, 'http', { 'if-none-match': etag });
      expect(second.status).toBe(304);
      expect(await second.text()).toBe('');
      await saveAccount(server.store, 'http', { tickets: tickets(4, () => ({})) });
      expect((await server.get(METRICS, 'http', { 'if-none-match': etag })).status).toBe(200);
    });

    test('answers travel packed', async () => {
      const response = await server.get('/openapi.json', undefined, { 'accept-encoding': 'gzip' });
      expect(response.headers.get('content-encoding')).toBe('gzip');
    });

    test('unknown paths are 404, other methods 405 with what is allowed', async () => {
      const unknown = await server.get('/api/reports/nothing', 'http');
      expect(unknown.status).toBe(404);
      expect((await problem(unknown)).code).toBe('not_found');
      const posted = await server.fetch(new Request(`http://localhost${METRICS}`, { method: 'POST', body: '{}' }));
      expect(posted.status).toBe(405);
      expect(posted.headers.get('allow')).toContain('GET');
      expect((await problem(posted)).code).toBe('method_not_allowed');
    });

    test('every answer names its request and is safe to open in a browser', async () => {
      const response = await server.get('/health/live');
      expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    });

    test('health: live and ready', async () => {
      expect(await (await server.get('/health/live')).json()).toEqual({ status: 'live' });
      expect(await (await server.get('/health/ready')).json()).toEqual({ status: 'ready' });
    });
  });
});

describe('a server in trouble', () => {
  test('says 503 until the database is on the newest schema, and while it does not answer', async () => {
    const server = await startTestServer({ now: NOW });
    let isMigrated = () => Promise.resolve(false);
    const { createSupportServer } = await import('./create-support-server.js');
    const { fetch } = createSupportServer({
      store: { ...server.store, isMigrated: () => isMigrated() },
      logger: recordingLogger(),
    });
    const status = async (path: string) => (await fetch(new Request(`http://localhost${path}`))).status;
    expect([await status('/health/live'), await status('/health/ready'), await status(METRICS)]).toEqual([
      200, 503, 503,
    ]);
    isMigrated = () => Promise.reject(new Error('no connection'));
    expect(await status('/health/ready')).toBe(503);
    isMigrated = () => Promise.resolve(true);
    expect([await status('/health/ready'), await status(METRICS)]).toEqual([200, 401]);
    await server.close();
  });

  test('an unforeseen error tells the caller its request id and the operator its kind, neither of them its words', async () => {
    const logger = recordingLogger();
    const server = await startTestServer({
      now: NOW,
      logger,
      authenticate: () => {
        throw new Error('password of the database');
      },
    });
    const response = await server.get(METRICS);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('password');
    const { request_id } = problemDetailsSchema.parse(JSON.parse(text));
    const [line = ''] = logger.lines.filter((logged) => logged.includes('request failed'));
    expect(JSON.parse(line)).toMatchObject({ error: 'Error', request_id });
    expect(line).not.toContain('password');
    await server.close();
  });

  test('what people search for is in no log', async () => {
    const logger = recordingLogger();
    const server = await startTestServer({ now: NOW, logger });
    await saveAccount(server.store, 'quiet', {});
    await server.get(`${METRICS}/acme/tickets?q=confidential`, 'quiet');
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines.join()).not.toContain('confidential');
    await server.close();
  });

  test("a host's own authentication decides alone", async () => {
    const server = await startTestServer({
      now: NOW,
      authenticate: (request) => {
        const session = request.headers.get('x-session');
        return session === null ? null : { organization_id: session, role: 'admin', subject: 'tester' };
      },
    });
    await saveAccount(server.store, 'hosted', {});
    expect((await server.get(`${METRICS}/acme`, undefined, { 'x-session': 'hosted' })).status).toBe(200);
    expect((await server.get(`${METRICS}/acme`, undefined, { 'x-session': 'other' })).status).toBe(404);
    expect((await server.get(`${METRICS}/acme`, 'hosted')).status).toBe(401);
    await server.close();
  });

  test('pages of allowed origins may call it, others may not', async () => {
    const server = await startTestServer({ now: NOW, allowed_origins: ['https://app.example.com'] });
    const preflight = (origin: string) =>
      server.fetch(
        new Request(`http://localhost${METRICS}`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'GET',
            'access-control-request-headers': 'authorization',
          },
        }),
      );
    const allowed = await preflight('https://app.example.com');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    await server.close();
  });
});
