import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';

const NOW = '2026-11-23T09:30:00.000Z';
const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const ELSEWHERE = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };
const TOKEN = 'a-token-of-the-operator';

const ask = (server: TestServer, bindings: object, headers: Record<string, string> = {}) =>
  server.fetch(new Request('http://localhost/metrics', { headers: { host: 'localhost', ...headers } }), bindings);

describe('GET /metrics', () => {
  let open: TestServer;
  let guarded: TestServer;
  beforeAll(async () => {
    open = await startTestServer({ now: NOW });
    guarded = await startTestServer({ now: NOW, metrics_token: TOKEN });
  });
  afterAll(() => Promise.all([open.close(), guarded.close()]));

  test('counts requests by the pattern of their path, which names no customer', async () => {
    await open.get('/api/reports/support-metrics/globex', 'acme');
    await open.get('/nowhere/at/all', 'acme');
    const text = await (await ask(open, HERE)).text();
    const counted = (route: string) =>
      `cscx_http_request_duration_seconds_count{method="GET",route="${route}",status="404"} 1`;
    expect(text).toContain(counted('/api/reports/support-metrics/:customerId'));
    expect(text).toContain(counted('none'));
    expect(text).not.toMatch(/globex|acme/);
    expect(text).toContain('process_cpu_seconds_total');
  });

  test('says how connections are and how far the slowest is behind, of all organizations together', async () => {
    const { connections, ...organization } = open.store.forOrganization('with-connections');
    await organization.ensure();
    const details = { source_system: 'zendesk', name: null, settings: {}, credentials: null };
    const connect = (connection_id: string, next_sync_at: string | null) =>
      connections.save({ ...details, connection_id, account: `zendesk:${connection_id}:`, next_sync_at }, NOW);
    const syncAt = async (connection_id: string, at: string) => {
      await connect(connection_id, NOW);
      await connections.begin({ connection_id, source_system: 'zendesk' }, at);
      await connections.complete(connection_id, { degraded: [] }, at);
    };
    await syncAt('fresh', '2026-11-23T09:28:00.000Z');
    await syncAt('late', '2026-11-23T08:30:00.000Z');
    await connect('asleep', null);
    await connections.fail('late', { code: 'connector_unavailable' }, NOW);
    const text = await (await ask(open, HERE)).text();
    const states = text.split('\n').filter((line) => /^cscx_(?:connections|sync_delay)/.test(line));
    expect(states.filter((line) => !line.endsWith(' 0'))).toMatchInlineSnapshot(`
      [
        "cscx_connections{state="current"} 1",
        "cscx_connections{state="failing"} 1",
        "cscx_connections{state="paused"} 1",
        "cscx_sync_delay_seconds{state="current"} 120",
        "cscx_sync_delay_seconds{state="failing"} 3600",
      ]
    `);
    expect(text).not.toMatch(/fresh|asleep/);
  });

  test('says that the database does not answer', async () => {
    const { store, ...server } = await startTestServer({ now: NOW });
    await store.close();
    const text = await (await ask({ store, ...server }, HERE)).text();
    expect(text).toContain('cscx_database_up 0');
    expect(text).not.toContain('cscx_connections{');
  });

  test('is there for this machine alone, and not through a proxy on it', async () => {
    const asked = [ask(open, HERE), ask(open, ELSEWHERE), ask(open, {}), ask(open, HERE, { 'x-forwarded-for': '::1' })];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 404, 404, 404]);
  });

  test('is there for whoever has the token, where one is set, and then for nobody else', async () => {
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const asked = [
      ask(guarded, ELSEWHERE, bearer(TOKEN)),
      ask(guarded, ELSEWHERE, bearer(`${TOKEN}x`)),
      ask(guarded, HERE),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 404, 404]);
  });
});
