import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express5 from 'express';
import express4 from 'express-4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portfolioRoute, problemDetailsSchema } from '@cscx/support-core/api';
import { saveAccount } from './__fixtures__/save-account.js';
import { startTestServer, type TestServer } from './__fixtures__/start-test-server.js';
import { demoAccess } from './auth/demo-access.js';
import { toNodeListener } from './to-node-listener.js';

const METRICS = '/api/reports/support-metrics';

const versions = { 'Express 4': express4 as unknown as typeof express5, 'Express 5': express5 };

/** Runs a listener for as long as `work` takes. */
const listening = async <Result>(
  listener: RequestListener,
  work: (base: string) => Promise<Result>,
  host = '127.0.0.1',
): Promise<Result> => {
  const server = createServer(listener).listen(0, host);
  await once(server, 'listening');
  try {
    return await work(`http://${host}:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    now: '2026-11-20T12:00:00.000Z',
    authenticate: () => ({ organization_id: 'host', role: 'admin', subject: 'tester' }),
  });
  await saveAccount(server.store, 'host', {});
});
afterAll(() => server.close());

describe.each(Object.entries(versions))('mounted in %s', (_name, express) => {
  test.each([
    ['at the root', '/', ''],
    ['at /api', '/api', ''],
    ['deep inside the API', METRICS, ''],
    ['below another path', '/support', '/support'],
    ['below another path that ends in /api', '/v2/api', '/v2'],
  ])('%s', async (_where, mount, prefix) => {
    const app = express();
    app.use(mount, toNodeListener(server));
    await listening(app, async (base) => {
      const response = await fetch(`${base}${prefix}${METRICS}?limit=10`);
      expect(portfolioRoute.response.parse(await response.json()).customers).toHaveLength(1);
      expect((await fetch(`${base}${prefix}${METRICS}/acme/tickets`)).status).toBe(200);
    });
  });

  test('below a router of the host, which keeps what is its own', async () => {
    const app = express();
    const router = express.Router();
    router.use('/metrics', toNodeListener(server));
    app.use('/inner', router);
    app.get('/own', (_request, response) => void response.send('own'));
    await listening(app, async (base) => {
      expect((await fetch(`${base}/inner/metrics${METRICS}`)).status).toBe(200);
      expect(await (await fetch(`${base}/own`)).text()).toBe('own');
    });
  });

  test('behind express.json(), a request with a body is answered', async () => {
    const app = express();
    app.use(express.json());
    const echo = { fetch: async (request: Request) => Response.json({ got: await request.json() }) };
    app.use('/echo', toNodeListener(echo));
    app.use(toNodeListener(server));
    const body = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"question":"ä?"}' };
    await listening(app, async (base) => {
      const refused = await fetch(`${base}${METRICS}`, body);
      expect(refused.status).toBe(405);
      expect(problemDetailsSchema.parse(await refused.json()).code).toBe('method_not_allowed');
      expect(await (await fetch(`${base}/echo`, body)).json()).toEqual({ got: { question: 'ä?' } });
    });
  });

  test("the host's own Request and Response stay what they are", () => {
    const before = [globalThis.Request, globalThis.Response];
    toNodeListener(server);
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });
});

describe('the demo token', () => {
  const demoServer = (path: string, headers: Record<string, string>, host?: string) =>
    listening(
      (request, response) =>
        void toNodeListener({
          async fetch(incoming, bindings) {
            const { incoming: message } = bindings as { incoming: { socket: { remoteAddress: string } } };
            const principal = await demoAccess(incoming, { remote_address: message.socket.remoteAddress });
            return Response.json(principal);
          },
        })(request, response),
      async (base) => (await fetch(`${base}${path}`, { headers })).json(),
      host,
    );

  test('opens the demo organization from this machine', async () => {
    expect(await demoServer('/', { authorization: 'Bearer demo' })).toEqual({
      organization_id: 'demo',
      role: 'admin',
      subject: 'demo',
    });
  });

  test.each([
    ['another token', { authorization: 'Bearer demo2' }],
    ['no token', {}],
    ['a proxy speaking for somebody else', { authorization: 'Bearer demo', 'x-forwarded-for': '203.0.113.7' }],
  ])('%s is not let in', async (_what, headers) => {
    expect(await demoServer('/', headers)).toBeNull();
  });

  test.each([
    ['a page that took a loopback address under its own name', 'metrics.example', '127.0.0.1'],
    ['a neighbour in the network', 'localhost', '192.168.1.7'],
    ['a request that came through no socket', 'localhost', undefined],
  ])('%s is not let in', async (_what, host, remote_address) => {
    const request = new Request('http://localhost/', { headers: { authorization: 'Bearer demo', host } });
    expect(await demoAccess(request, { remote_address })).toBeNull();
  });
});
