import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { InvalidInputError } from '../../errors/invalid-input-error.js';
import { createSimulatedClock } from '../../simulators/shared/simulated-clock.js';
import { ConnectorError } from './connector-error.js';
import { createRateBudget } from './rate-budget.js';
import { createVendorHttp, retryAfter, type VendorHttpOptions } from './vendor-http.js';

const NOW = Date.UTC(2026, 10, 23, 9);
const TOKEN = 'secret-token';

type Answer = Response | Error | (() => Response | Promise<Response>);

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** A vendor that gives these answers one after the other, and then the last one again and again. */
const createVendor = (answers: readonly Answer[], options: Partial<VendorHttpOptions> = {}) => {
  const clock = createSimulatedClock(NOW);
  const requests: Request[] = [];
  const http = createVendorHttp({
    connector: 'desk',
    clock,
    baseUrl: () => 'https://desk.example/api/',
    authorize: (headers) => headers.set('authorization', `Bearer ${TOKEN}`),
    async fetch(input, init) {
      const request = new Request(input, init);
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      if (answer instanceof Error) throw answer;
      if (answer instanceof Response) return answer.clone();
      return answer?.() ?? json({});
    },
    ...options,
  });
  return { clock, http, requests };
};

const failureOf = async (promise: Promise<unknown>): Promise<ConnectorError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ConnectorError) return error;
  throw new Error(`not a ConnectorError: ${String(error)}`);
};

const tickets = { operation: 'tickets' };
const truncated = () => new Response('{"tickets":[{"id":1,"subject":"Sec', { status: 200 });

describe('what is sent', () => {
  test('the path, the query without absent values, the credentials and the body', async () => {
    const { http, requests } = createVendor([json({ ok: true })]);
    const search = { page: 2, after: undefined, deleted: false };
    await http.json('tickets', { ...tickets, method: 'POST', search, json: { a: 1 }, headers: { 'x-version': '2' } });
    const [request] = requests;
    expect(request?.url).toBe('https://desk.example/api/tickets?page=2&deleted=false');
    expect(request?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`);
    expect(request?.headers.get('x-version')).toBe('2');
    expect(await request?.json()).toEqual({ a: 1 });
  });

  test('a form, and the headers of the answer', async () => {
    const { http, requests } = createVendor([json({ ok: 1 }, 200, { link: 'next' })]);
    const { body, headers } = await http.answer('token', { operation: 'token', method: 'POST', form: { a: 'b c' } });
    expect([body, headers.get('link')]).toEqual([{ ok: 1 }, 'next']);
    expect(await requests[0]?.text()).toBe('a=b+c');
    expect(requests[0]?.headers.get('content-type')).toMatch('application/x-www-form-urlencoded');
  });

  test('what is no JSON is read as text', async () => {
    const { http } = createVendor([new Response('a,b\n1,2')]);
    expect((await http.text('jobs/1', { operation: 'rows' })).text).toBe('a,b\n1,2');
  });
});

describe('Retry-After', () => {
  test.each([
    ['37', 37_000],
    ['0', 0],
    ['-3', undefined],
    ['1.5', 1500],
    [new Date(NOW + 90_000).toUTCString(), 90_000],
    [new Date(NOW - 90_000).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
    ['Infinity', undefined],
  ])('%s is a pause of %s ms', (text, ms) => {
    expect(retryAfter(new Headers({ 'retry-after': text }), NOW)).toBe(ms);
  });

  test('is obeyed on 429 and on 503, in seconds and as a date', async () => {
    const date = new Date(NOW + 60_000).toUTCString();
    const { http, clock, requests } = createVendor([
      json({}, 429, { 'retry-after': '37' }),
      json({}, 503, { 'retry-after': date }),
      json({ done: true }),
    ]);
    expect(await http.json('tickets', tickets)).toEqual({ done: true });
    expect([requests.length, clock.waited()]).toEqual([3, 60_000]);
  });

  test('longer than a request may wait in all, it is told instead of waited for', async () => {
    const { http, clock, requests } = createVendor([json({}, 429, { 'retry-after': '86400' })]);
    const error = await failureOf(http.json('tickets', tickets));
    expect(error).toMatchObject({ code: 'connector_rate_limited', isRetryable: true, retry_at: NOW + 86_400_000 });
    expect([requests.length, clock.waited()]).toEqual([1, 0]);
  });
});

describe('what is tried again', () => {
  test.each<[string, Answer]>([
    ['an error of the server', json({}, 500)],
    ['an error page instead of JSON', new Response('<html>502</html>', { status: 502 })],
    ['an error page that says 200', new Response('<html>Maintenance</html>')],
    ['a body that breaks off', truncated],
    ['an empty body', new Response('')],
    ['a connection that breaks off in the middle of the body', () => brokenOff()],
    ['a network that fails', new TypeError('fetch failed')],
  ])('%s', async (_, answer) => {
    const { http, clock } = createVendor([answer, answer, json({ done: true })]);
    expect(await http.json('tickets', tickets)).toEqual({ done: true });
    expect(clock.waited()).toBe(1000 + 2000);
  });

  test('six times at most, and then says when it makes sense again', async () => {
    const { http, requests, clock } = createVendor([json({}, 503)]);
    const error = await failureOf(http.json('tickets', tickets));
    expect(error).toMatchObject({ code: 'connector_unavailable', status: 503, isRetryable: true });
    expect(error.retry_at).toBe(clock.now() + 32_000);
    expect([requests.length, clock.waited()]).toEqual([6, 31_000]);
  });

  test.each([
    [400, 'connector_refused'],
    [403, 'connector_forbidden'],
    [404, 'connector_not_found'],
    [405, 'connector_not_found'],
    [410, 'connector_not_found'],
    [422, 'connector_refused'],
  ])('not %i: %s', async (status, code) => {
    const { http, requests } = createVendor([json({}, status)]);
    const error = await failureOf(http.json('tickets', tickets));
    expect(error).toMatchObject({ code, status, isRetryable: false, retry_at: undefined });
    expect(requests).toHaveLength(1);
  });

  test('what a vendor reads into a failure wins over its status', async () => {
    const { http } = createVendor([json({ errorCode: 'REQUEST_LIMIT_EXCEEDED' }, 403)], {
      readFailure: () => ({
        code: 'connector_rate_limited',
        vendor_code: 'REQUEST_LIMIT_EXCEEDED',
        retry_after_ms: 3_600_000,
      }),
    });
    const error = await failureOf(http.json('tickets', tickets));
    expect(error).toMatchObject({ code: 'connector_rate_limited', vendor_code: 'REQUEST_LIMIT_EXCEEDED', status: 403 });
    expect(error.retry_at).toBe(NOW + 3_600_000);
  });

  test('an answer that does not come, and a body that does not end, count as no answer', async () => {
    const silent: Answer = () => new Promise(() => {});
    const endless: Answer = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    const { http } = createVendor([silent, endless, json({ done: true })], { timeout_ms: 20 });
    expect(await http.json('tickets', tickets)).toEqual({ done: true });
    const error = await failureOf(createVendor([endless], { timeout_ms: 5 }).http.json('tickets', tickets));
    expect(error).toMatchObject({ code: 'connector_unavailable', vendor_code: 'timeout' });
  });
});

describe('401', () => {
  test('renews the credentials once, and goes on without a pause', async () => {
    const renew = vi.fn<() => Promise<void>>(async () => {});
    const { http, clock, requests } = createVendor([json({}, 401), json({ done: true })], { renew });
    expect(await http.json('tickets', tickets)).toEqual({ done: true });
    expect([renew.mock.calls.length, requests.length, clock.waited()]).toEqual([1, 2, 0]);
  });

  test('a second one is the end', async () => {
    const renew = vi.fn<() => Promise<void>>(async () => {});
    const { http, requests } = createVendor([json({}, 401)], { renew });
    expect(await failureOf(http.json('tickets', tickets))).toMatchObject({
      code: 'connector_unauthorized',
      status: 401,
    });
    expect([renew.mock.calls.length, requests.length]).toEqual([1, 2]);
  });

  test('a failure to renew is what is told', async () => {
    const details = { connector: 'desk', operation: 'token' };
    const revoked = new ConnectorError('connector_unauthorized', 'the refresh token was revoked', details);
    const { http } = createVendor([json({}, 401)], { renew: () => Promise.reject(revoked) });
    expect(await failureOf(http.json('tickets', tickets))).toBe(revoked);
  });

  test('an error of our own while the credentials are put on is not tried again', async () => {
    const error = new InvalidInputError('credentials', [{ path: 'key', message: 'expected a private key' }]);
    const { http, clock } = createVendor([json({})], { authorize: () => Promise.reject(error) });
    await expect(http.json('tickets', tickets)).rejects.toBe(error);
    expect(clock.waited()).toBe(0);
  });
});

describe('abort', () => {
  test('while it waits for a limit', async () => {
    const stop = new AbortController();
    const clock = createSimulatedClock(NOW);
    const reason = new Error('enough');
    const { http, requests } = createVendor([json({}, 429, { 'retry-after': '60' })], {
      clock: {
        now: () => clock.now(),
        wait: (ms, signal) => {
          stop.abort(reason);
          return clock.wait(ms, signal);
        },
      },
    });
    await expect(http.json('tickets', { ...tickets, signal: stop.signal })).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
  });

  test('while the answer is awaited, and before anything is sent', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const { http, requests } = createVendor([
      () =>
        new Promise((_, reject) => {
          stop.abort(reason);
          reject(new DOMException('aborted', 'AbortError'));
        }),
    ]);
    await expect(http.json('tickets', { ...tickets, signal: stop.signal })).rejects.toBe(reason);
    await expect(http.json('tickets', { ...tickets, signal: stop.signal })).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
  });

  test('an attempt that is to be finished is, and no other is made', async () => {
    const reason = new Error('enough');
    const stoppedDuring = (answer: Response) => {
      const stop = new AbortController();
      const vendor = createVendor([
        () => {
          stop.abort(reason);
          return answer;
        },
      ]);
      const request = { operation: 'token', signal: stop.signal, finishesAttempts: true };
      return { ...vendor, result: vendor.http.json('token', request) };
    };
    const answered = stoppedDuring(json({ token: 'new' }));
    expect(await answered.result).toEqual({ token: 'new' });
    expect(answered.requests[0]?.signal.aborted).toBe(false);
    const refused = stoppedDuring(json({}, 503));
    await expect(refused.result).rejects.toBe(reason);
    expect([refused.requests.length, refused.clock.waited()]).toEqual([1, 0]);
  });
});

test('no error shows what was sent or received, also not where it is logged with all its properties', async () => {
  const body = { error: 'Ana Ruiz <ana@globex.example> may not' };
  const answers: Answer[] = [
    json(body, 403),
    json(body, 500),
    truncated,
    new TypeError('fetch failed'),
    () => new Promise(() => {}),
  ];
  for (const answer of answers) {
    const { http } = createVendor([answer], {
      timeout_ms: 5,
      baseUrl: () => 'https://desk.example/api/?key=in-the-url',
    });
    const error = await failureOf(
      http.json('tickets?key=in-the-url', { ...tickets, search: { q: 'ana@globex.example' } }),
    );
    expect(inspect(error, { depth: 9 })).not.toMatch(/globex|secret|Sec|in-the-url/);
    expect(error.message).toMatch(/^desk: tickets: /);
  }
});

test('the budget of the account and that of the endpoint are both taken, and the answer is learned from', async () => {
  const clock = createSimulatedClock(NOW);
  const account = createRateBudget({ clock });
  const endpoint = createRateBudget({ clock, requests: 1, reserve: 0 });
  const { http } = createVendor([json({}, 200, { 'x-left': '50' }), json({}, 200, { 'x-left': '10' })], {
    clock,
    budget: account,
    readRate: (headers, now) => ({ limit: 100, remaining: Number(headers.get('x-left')), resets_at: now + 500_000 }),
  });
  await http.json('tickets', { ...tickets, budget: endpoint });
  expect(clock.waited()).toBe(0);
  await http.json('tickets', tickets);
  await http.json('tickets', tickets);
  expect(clock.waited()).toBe(500_000);
});

const brokenOff = (): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"tickets":['));
        controller.error(new TypeError('terminated'));
      },
    }),
  );
