import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlertFinding } from '@cscx/support-core';
import {
  alertsRoute,
  type ApiRoute,
  apiRoutes,
  portfolioRoute,
  problemDetailsSchema,
  type Scope,
} from '@cscx/support-core/api';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { saveAccount } from '../__fixtures__/save-account.js';
import { recordingLogger, startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { type Authenticate, ROLES } from './authenticate.js';
import { ROLE_SCOPES } from './role-scopes.js';

const NOW = '2026-11-20T12:00:00.000Z';
const METRICS = '/api/reports/support-metrics';
const CUSTOMERS = '/api/support/customers';

/** A host whose users say in a header who they are. */
const hostAccess: Authenticate = (request) => {
  const [role = '', subject = '', csm_id] = request.headers.get('x-user')?.split(' ') ?? [];
  const known = ROLES.find((each) => each === role);
  return known ? { organization_id: 'acme', role: known, subject, csm_id } : null;
};

const pathOf = ({ path }: ApiRoute): string => path.replace(/\{\w+\}/g, 'unknown');

const finding = (customer_id: string): AlertFinding => ({
  customer_id,
  customer_name: customer_id,
  csm_id: null,
  type: 'low_csat',
  severity: 'high',
  title: 'Low CSAT',
  description: '',
  evidence: {},
  ticket_ids: [],
  dedupe_key: customer_id,
});

/** What a request without the scope for it is told; null for one that got further. */
const missingScope = async (response: Response) => {
  if (response.ok) return null;
  const { status, code, detail = '' } = problemDetailsSchema.parse(await response.json());
  return detail.startsWith('expected credentials with the scope') ? { status, code } : null;
};

/** A route that names something is not there; the others are forbidden. */
const refusalOf = ({ path }: ApiRoute) =>
  path.includes('{') ? { status: 404, code: 'not_found' } : { status: 403, code: 'forbidden' };

describe("a host's own users", () => {
  let server: TestServer;
  const as = (user: string) => ({ 'x-user': user });
  const get = (path: string, user: string) => server.get(`${METRICS}${path}`, undefined, as(user));
  const listed = async (user: string, query = '') =>
    portfolioRoute.response.parse(await (await get(query, user)).json());
  const alertsOf = async (user: string, query = '') =>
    alertsRoute.response.parse(await (await get(`/alerts${query}`, user)).json()).alerts;

  beforeAll(async () => {
    server = await startTestServer({ now: NOW, authenticate: hostAccess });
    for (const [customer_id, csm_id] of [
      ['acme', 'maya'],
      ['globex', 'otto'],
      ['initech', null],
    ] as const) {
      await saveAccount(server.store, 'acme', {
        customer: buildCustomer({ customer_id, csm_id }),
        tickets: [buildTicket({ external_id: customer_id, created_at: '2026-11-05T09:00:00Z' })],
      });
    }
    const ids = ['acme', 'globex', 'initech'];
    await server.store.forOrganization('acme').alerts.reconcile(ids, ids.map(finding), NOW);
  });
  afterAll(() => server.close());

  const call = ({ method, ...route }: ApiRoute, user: string) =>
    method === 'GET'
      ? server.get(pathOf({ method, ...route }), undefined, as(user))
      : server.send(method, pathOf({ method, ...route }), undefined, {}, as(user));

  test.each(ROLES)('%s may do what its role says, and nothing else', async (role) => {
    for (const route of apiRoutes) {
      const isAllowed = ROLE_SCOPES[role].includes(route.scope);
      const refused = await missingScope(await call(route, `${role} somebody maya`));
      expect([route.operationId, refused]).toEqual([route.operationId, isAllowed ? null : refusalOf(route)]);
    }
  });

  test('a CSM sees its own customers in every report, and totals of these alone', async () => {
    const { customers, summary, alerts } = await listed('csm m maya');
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['acme']);
    expect(summary).toMatchObject({ customers: 1, total_tickets: 1 });
    expect(alerts.map(({ customer_id }) => customer_id)).toEqual(['acme']);
    expect((await alertsOf('csm m maya')).map(({ customer_id }) => customer_id)).toEqual(['acme']);
    expect((await listed('manager b')).summary.customers).toBe(3);
    expect(await alertsOf('manager b')).toHaveLength(3);
  });

  test("a query for another CSM's customers is empty", async () => {
    expect(await listed('csm m maya', '?csm_id=otto')).toMatchObject({ customers: [], alerts: [] });
    expect(await alertsOf('csm m maya', '?csm_id=otto')).toEqual([]);
    expect(await alertsOf('csm m maya', '?customer_id=globex')).toEqual([]);
    expect((await listed('csm m maya', '?csm_id=maya')).summary.customers).toBe(1);
  });

  test("another CSM's customer is told from an unknown one by nothing", async () => {
    const told = async (path: string) => {
      const response = await get(path, 'csm m maya');
      return { ...problemDetailsSchema.parse(await response.json()), request_id: '' };
    };
    for (const path of ['', '/tickets']) {
      const unknown = await told(`/unknown${path}`);
      expect(unknown.status).toBe(404);
      expect(await told(`/globex${path}`)).toEqual(unknown);
      expect(await told(`/initech${path}`)).toEqual(unknown);
      expect((await get(`/acme${path}`, 'csm m maya')).status).toBe(200);
    }
  });

  test('a CSM acts on the alerts of its customers alone', async () => {
    const all = await alertsOf('admin a');
    const act = async (customer_id: string) => {
      const id = all.find((alert) => alert.customer_id === customer_id)?.alert_id ?? '';
      return server.send('POST', `${METRICS}/alerts/${id}`, undefined, { action: 'acknowledge' }, as('csm m maya'));
    };
    expect((await act('acme')).status).toBe(200);
    expect((await act('globex')).status).toBe(404);
    expect((await alertsOf('admin a', '?customer_id=globex')).map(({ status }) => status)).toEqual(['open']);
  });

  test.each(['csm m', 'csm m nobody'])('a CSM without customers sees none: %s', async (user) => {
    expect(await listed(user)).toMatchObject({ customers: [], alerts: [], summary: { customers: 0, open_tickets: 0 } });
    expect(await alertsOf(user)).toEqual([]);
    expect((await get('/acme', user)).status).toBe(404);
  });

  test.each<[string, object]>([
    ['no organization', { role: 'admin', subject: 's' }],
    ['an empty organization', { organization_id: '', role: 'admin', subject: 's' }],
    ['a role that nobody knows', { organization_id: 'acme', role: 'owner', subject: 's' }],
    ['nobody', { organization_id: 'acme', role: 'admin' }],
  ])('a host that names %s gets an error in its log, and its users nothing', async (_what, principal) => {
    const logger = recordingLogger();
    const careless = await startTestServer({
      now: NOW,
      logger,
      authenticate: () => JSON.parse(JSON.stringify(principal)),
    });
    expect((await careless.get(METRICS)).status).toBe(500);
    expect(logger.lines.join('\n')).toContain('invalid_principal');
    await careless.close();
  });
});

describe('API keys', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
    await server.store.forOrganization('acme').ensure();
  });
  afterAll(() => server.close());

  const keyFor = async (scopes: readonly Scope[] | undefined) => {
    const { key, prefix } = await server.store.forOrganization('acme').apiKeys.create({ scopes, now: NOW });
    return { prefix, headers: { authorization: `Bearer ${key}` } };
  };

  test.each<[string, readonly Scope[] | undefined]>([
    ['of which nobody said more, to read', undefined],
    ['for customers, to write them', ['customers:write']],
    ['for nothing, nothing', []],
  ])('a key %s', async (_what, scopes) => {
    const { headers } = await keyFor(scopes);
    const granted: readonly Scope[] = scopes ?? ['reports:read', 'sync:read'];
    for (const route of apiRoutes) {
      const { method } = route;
      const response =
        method === 'GET'
          ? await server.get(pathOf(route), undefined, headers)
          : await server.send(method, pathOf(route), undefined, {}, headers);
      expect([route.operationId, await missingScope(response)]).toEqual([
        route.operationId,
        granted.includes(route.scope) ? null : refusalOf(route),
      ]);
    }
  });

  test('a key that was revoked opens nothing from then on', async () => {
    const { prefix, headers } = await keyFor(undefined);
    expect((await server.get(METRICS, undefined, headers)).status).toBe(200);
    await server.store.forOrganization('acme').apiKeys.revoke(prefix, NOW);
    expect((await server.get(METRICS, undefined, headers)).status).toBe(401);
  });
});

describe('the audit log', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW, authenticate: hostAccess });
  });
  afterAll(() => server.close());

  const admin = { 'x-user': 'admin ada' };
  const entries = () => server.store.forOrganization('acme').audit.latest(100);
  const customer = (customer_id: string) => ({ customer_id, name: 'A secret name', csm_id: 'maya' });

  test('has who did what, to what and when, by the id of the request; never what was written', async () => {
    const customers = [customer('acme'), customer('globex')];
    const written = await server.send('PUT', CUSTOMERS, undefined, { customers }, admin);
    expect(written.status).toBe(200);
    await server.store.forOrganization('acme').alerts.reconcile(['acme'], [finding('acme')], NOW);
    const [alert] = (await server.store.forOrganization('acme').alerts.page({ limit: 1, now: NOW })) ?? [];
    const path = `${METRICS}/alerts/${alert?.alert_id}`;
    const body = { action: 'resolve', note: 'they called us' };
    const acted = await server.send('POST', path, undefined, body, { 'x-user': 'csm maya maya' });
    expect(acted.status).toBe(200);

    const log = await entries();
    expect(log).toHaveLength(2);
    expect(log).toEqual(
      expect.arrayContaining([
        {
          at: NOW,
          principal: { role: 'admin', subject: 'ada' },
          action: 'putCustomers',
          target: { customers: '2' },
          request_id: written.headers.get('x-request-id'),
        },
        {
          at: NOW,
          principal: { role: 'csm', subject: 'maya' },
          action: 'actOnAlert',
          target: { alertId: alert?.alert_id, action: 'resolve' },
          request_id: acted.headers.get('x-request-id'),
        },
      ]),
    );
    expect(JSON.stringify(log)).not.toMatch(/secret|called/);
  });

  test.each<[string, () => Promise<Response>]>([
    ['reading', () => server.get(METRICS, undefined, admin)],
    ['bad input', () => server.send('PUT', CUSTOMERS, undefined, { customers: [{}] }, admin)],
    ['what is not there', () => server.send('POST', `${METRICS}/alerts/none`, undefined, { action: 'resolve' }, admin)],
    [
      'a missing scope',
      () => server.send('PUT', CUSTOMERS, undefined, { customers: [customer('c')] }, { 'x-user': 'manager m' }),
    ],
  ])('has no entry for %s', async (_what, send) => {
    const before = await entries();
    await send();
    expect(await entries()).toEqual(before);
  });

  test('an entry that cannot be written takes the write with it', async () => {
    const { store } = server;
    const failing = await startTestServer({
      now: NOW,
      authenticate: hostAccess,
      store: {
        ...store,
        forOrganization(id, visible) {
          const organization = store.forOrganization(id, visible);
          return {
            ...organization,
            transaction: (work) =>
              organization.transaction((inside) =>
                work({ ...inside, audit: { ...inside.audit, record: () => Promise.reject(new Error('full')) } }),
              ),
          };
        },
      },
    });
    const sent = await failing.send('PUT', CUSTOMERS, undefined, { customers: [customer('lost')] }, admin);
    expect(sent.status).toBe(500);
    expect(await store.forOrganization('acme').customers.find('lost')).toBeUndefined();
    await failing.close();
  });
});

describe('rate limits', () => {
  const bindings = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

  test('each key and user may ask so often, whatever others do', async () => {
    const server = await startTestServer({ now: NOW, rate_limits: { requests_per_minute: 2 } });
    const statuses = async (organization: string) => [
      (await server.get(METRICS, organization)).status,
      (await server.get(METRICS, organization)).status,
      (await server.get(METRICS, organization)).status,
    ];
    expect(await statuses('left')).toEqual([200, 200, 429]);
    expect(await statuses('right')).toEqual([200, 200, 429]);
    const refused = await server.get(METRICS, 'left');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemDetailsSchema.parse(await refused.json())).toMatchObject({
      code: 'rate_limited',
      detail: 'expected at most 2 requests in a minute',
    });
    await server.close();
  });

  test('users of one name in two organizations are two users, whatever is in the names', async () => {
    const server = await startTestServer({
      now: NOW,
      rate_limits: { requests_per_minute: 1 },
      authenticate: (request) => {
        const [organization_id = '', subject = ''] = request.headers.get('x-user')?.split('|') ?? [];
        return { organization_id, role: 'admin', subject };
      },
    });
    for (const user of ['a|b', 'b|b', 'a,b|c', 'a|b,c', '"a"|b', 'a"|b']) {
      expect((await server.get(METRICS, undefined, { 'x-user': user })).status).toBe(200);
    }
    await server.close();
  });

  test('an answer says how much is left', async () => {
    const server = await startTestServer({ now: NOW, rate_limits: { requests_per_minute: 7 } });
    const { headers } = await server.get(METRICS, 'left');
    expect(headers.get('ratelimit-policy')).toBe('"minute";q=7;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"minute";r=6;t=\d+$/);
    const missing = await server.get(`${METRICS}/unknown`, 'left');
    expect(missing.headers.get('ratelimit')).toMatch(/^"minute";r=5;t=\d+$/);
    await server.close();
  });

  test('one address may try so many credentials; those that are good always come in', async () => {
    const server = await startTestServer({ now: NOW, rate_limits: { failures_per_minute: 2 } });
    await server.store.forOrganization('acme').ensure();
    const { key } = await server.store.forOrganization('acme').apiKeys.create({ now: NOW });
    const ask = async (token: string, address: string) => {
      const request = new Request(`http://localhost${METRICS}`, { headers: { authorization: `Bearer ${token}` } });
      return (await server.fetch(request, bindings(address))).status;
    };
    expect([await ask('cscx_1', '192.0.2.1'), await ask('cscx_2', '192.0.2.1')]).toEqual([401, 401]);
    expect(await ask('cscx_3', '192.0.2.1')).toBe(429);
    expect(await ask('cscx_3', '192.0.2.2')).toBe(401);
    expect(await ask(key, '192.0.2.1')).toBe(200);
    await server.close();
  });
});
