import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSupportClient, type GetToken, type TokenRequest } from './index.js';

const baseUrl = 'https://support.example';
const noAlerts = { alerts: [], next_cursor: null, data_as_of: null };
let valid = 'token-1';

const server = setupServer(
  http.get(`${baseUrl}/api/reports/support-metrics/alerts`, async ({ request }) => {
    // A refusal takes longer than a renewal, so that calls overlap.
    if (request.headers.get('authorization') !== `Bearer ${valid}`) {
      await delay(20);
      return new HttpResponse(null, { status: 401 });
    }
    return HttpResponse.json(noAlerts);
  }),
);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  valid = 'token-1';
});
afterAll(() => server.close());

/** A host that gives token-1, token-2, … and writes down why it was asked. */
function host(): { getToken: GetToken; asked: TokenRequest['reason'][] } {
  const asked: TokenRequest['reason'][] = [];
  return { asked, getToken: async ({ reason }) => `token-${asked.push(reason)}` };
}

test('calls that start together ask the host for one token', async () => {
  const { getToken, asked } = host();
  const client = createSupportClient({ baseUrl, getToken });
  await Promise.all([client.listAlerts(), client.listAlerts(), client.listAlerts()]);
  await client.listAlerts();
  expect(asked).toEqual(['initial']);
});

test('a refused token is renewed once, and every call that had it is sent again', async () => {
  const { getToken, asked } = host();
  const client = createSupportClient({ baseUrl, getToken });
  await client.listAlerts();
  valid = 'token-2';
  await expect(Promise.all([client.listAlerts(), client.listAlerts()])).resolves.toEqual([noAlerts, noAlerts]);
  expect(asked).toEqual(['initial', 'expired']);
});

test('a call is sent again once only: a second refusal is an error', async () => {
  const { getToken, asked } = host();
  valid = 'no token ever';
  await expect(createSupportClient({ baseUrl, getToken }).listAlerts()).rejects.toMatchObject({
    code: 'unauthenticated',
    status: 401,
  });
  expect(asked).toEqual(['initial', 'expired']);
});

test.each([
  ['fails', async () => Promise.reject(new Error('session of dana@acme.com has ended'))],
  ['gives an empty token', () => ''],
])('a host that %s makes calls fail with unauthenticated, and is asked again by the next call', async (_, fails) => {
  let isFixed = false;
  const client = createSupportClient({ baseUrl, getToken: () => (isFixed ? 'token-1' : fails()) });
  const error: unknown = await client.listAlerts().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unauthenticated' });
  expect(String(error)).not.toContain('dana@acme.com');
  isFixed = true;
  await expect(client.listAlerts()).resolves.toEqual(noAlerts);
});

test('the host stops looking for a token when every call that waits for it was aborted', async () => {
  let tokenSignal: AbortSignal | undefined;
  const client = createSupportClient({
    baseUrl,
    getToken: ({ signal }) => {
      tokenSignal = signal;
      return new Promise<never>(() => {});
    },
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const calls = [first, second].map(({ signal }) => client.listAlerts({}, { signal }).catch((error: unknown) => error));
  await expect.poll(() => tokenSignal).toBeDefined();
  first.abort();
  await expect(calls[0]).resolves.toMatchObject({ code: 'aborted' });
  expect(tokenSignal?.aborted).toBe(false);
  second.abort();
  await expect(calls[1]).resolves.toMatchObject({ code: 'aborted' });
  expect(tokenSignal?.aborted).toBe(true);
});
