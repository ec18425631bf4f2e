import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetailsSchema } from '@cscx/support-core/api';
import { saveAccount } from '../__fixtures__/save-account.js';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';

const NOW = '2026-11-20T12:00:00.000Z';
const METRICS = '/api/reports/support-metrics';
const CUSTOMERS = '/api/support/customers';
const JSON_TYPE = { 'content-type': 'application/json' };
const MAX_BYTES = 4096;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    now: NOW,
    max_body_bytes: MAX_BYTES,
    authenticate: () => ({ organization_id: 'acme', role: 'admin', subject: 'ada' }),
  });
  await saveAccount(server.store, 'acme', {});
});
afterAll(() => server.close());

const put = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) => {
  const init: RequestInit & { duplex: 'half' } = { method: 'PUT', headers, body, duplex: 'half' };
  return server.fetch(new Request(`http://localhost${CUSTOMERS}`, init));
};

const problemOf = async (response: Response) => problemDetailsSchema.parse(await response.json());

const nested = (levels: number): string => `{"customers":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a body that is', () => {
  test.each<[string, string, string]>([
    ['empty', '', ''],
    ['no JSON', '{"customers":', ''],
    ['not one JSON', '{} {}', ''],
    ['a text', '"customers"', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['nested too deep', nested(40), ''],
    ['nested as deep as its size allows', nested(2000), ''],
    ['about to become a prototype', '{"customers":[], "__proto__":{"isAdmin":true}}', '__proto__'],
    [
      'about to become one further in',
      '{"customers":[{"customer_id":"a","name":"A","external_ids":{"\\u005f_proto__":"x"}}]}',
      'customers.0.external_ids.__proto__',
    ],
    [
      'with a character that no database takes',
      '{"customers":[{"customer_id":"a\\u0000b","name":"A"}]}',
      'customers.0.customer_id',
    ],
    ['with that character in a name', '{"customers":[], "a\\u0000b":1}', 'a\0b'],
    ['with a field that nobody knows', '{"customers":[{"customer_id":"a","name":"A","csm_id":null}],"x":1}', 'x'],
  ])('%s: 400, and where', async (_what, body, path) => {
    const response = await put(body);
    expect(response.status).toBe(400);
    const { code, errors = [] } = await problemOf(response);
    expect(code).toBe('invalid_input');
    expect(errors.map((issue) => issue.path)).toContain(path);
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });

  test.each<[string, Record<string, string>]>([
    ['of no type', {}],
    ['plain text, as a form of another site can send it', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['almost JSON', { 'content-type': 'application/jsonp' }],
  ])('%s: 415', async (_what, headers) => {
    const body = new TextEncoder().encode('{"customers":[]}');
    const response = await put(body, headers);
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({
      code: 'unsupported_media_type',
      detail: 'expected Content-Type: application/json',
    });
  });

  test.each(['gzip', 'br', 'GZIP', 'identity, gzip'])('compressed: 415 (%s)', async (encoding) => {
    const response = await put(gzipSync('{"customers":[]}'), { ...JSON_TYPE, 'content-encoding': encoding });
    expect(response.status).toBe(415);
    expect((await problemOf(response)).detail).toContain('not compressed');
  });

  test('too large by what it says of itself, or by what comes: 413', async () => {
    const large = ' '.repeat(MAX_BYTES + 1);
    const told = await put(large, { ...JSON_TYPE, 'content-length': String(large.length) });
    expect(told.status).toBe(413);
    expect(await problemOf(told)).toMatchObject({
      code: 'payload_too_large',
      detail: `expected a body of at most ${MAX_BYTES} bytes`,
    });
    expect((await put(new Blob([large]).stream())).status).toBe(413);
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/merge-patch+json'])(
    'JSON by another name is read: %s',
    async (type) => {
      const body = JSON.stringify({ customers: [{ customer_id: 'globex', name: 'Globex', csm_id: null }] });
      expect((await put(body, { 'content-type': type })).status).toBe(200);
    },
  );
});

describe('an address', () => {
  test.each([
    '/a%00b',
    '/a%00b/tickets',
    '/acme/tickets?q=%00',
    '/acme/tickets?category=%00',
    '?csm_id=%00',
    '/alerts?customer_id=a%00b',
  ])('with the character that no database takes: 400 (%s)', async (path) => {
    const response = await server.get(`${METRICS}${path}`);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).code).toBe('invalid_input');
  });

  test.each([
    '/%E0%A4%A',
    '/%',
    '/..%2F..%2Fetc',
    '/__proto__',
    '/constructor/tickets',
    `/${'a'.repeat(10_000)}`,
    "/' or 1=1 --",
    '/%F0%9F%92%A9',
    '/\u202e',
  ])('that names nobody: 404 (%s)', async (path) => {
    expect((await server.get(`${METRICS}${path}`)).status).toBe(404);
  });

  test.each(['?__proto__=1', '?constructor=1', '?csm_id[]=a'])('with a field of no query: 400 (%s)', async (query) => {
    expect((await server.get(`${METRICS}${query}`)).status).toBe(400);
  });
});

test.each([
  { code: 'ECONNREFUSED' },
  { code: '57P01' },
  { message: 'timeout exceeded when trying to connect' },
  { message: 'Connection terminated unexpectedly' },
])('while the database cannot be reached: 503, to be tried again (%o)', async (fault) => {
  const away = await startTestServer({
    now: NOW,
    authenticate: () => Promise.reject(Object.assign(new Error('no'), fault)),
  });
  const response = await away.get(METRICS);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect((await problemOf(response)).code).toBe('not_ready');
  await away.close();
});

test('what reads is given up after its time', async () => {
  const slow = await startTestServer({
    now: NOW,
    request_timeout_ms: 5,
    authenticate: () => new Promise(() => undefined),
  });
  const response = await slow.get(METRICS);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect((await problemOf(response)).code).toBe('timeout');
  await slow.close();
});

test('pages of allowed origins may write, and read what an answer says of limits', async () => {
  const cross = await startTestServer({ now: NOW, allowed_origins: ['https://app.example.com'] });
  const preflight = (method: string, path: string) =>
    cross.fetch(
      new Request(`http://localhost${path}`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://app.example.com',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization,content-type',
        },
      }),
    );
  for (const [method, path] of [
    ['PUT', CUSTOMERS],
    ['POST', `${METRICS}/alerts/a1`],
  ] as const) {
    const response = await preflight(method, path);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,PUT,POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  }
  const refused = await cross.get(METRICS, undefined, { origin: 'https://app.example.com' });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
  await cross.close();
});
