import { reportRoutes } from '@cscx/support-core/api';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createSupportClient, isSupportClientError, type SupportClientError } from './index.js';

const baseUrl = 'https://support.example/desk';
const alertsUrl = `${baseUrl}/api/reports/support-metrics/alerts`;
const ticketsUrl = `${baseUrl}/api/reports/support-metrics/:customerId/tickets`;
const noAlerts = { alerts: [], next_cursor: null, data_as_of: null };

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const client = createSupportClient({ baseUrl, getToken: () => 'token-1' });

/** Answers with each of these in turn and repeats the last; gives the requests back. */
function answer(...responses: (() => Response | Promise<Response>)[]): Request[] {
  const requests: Request[] = [];
  server.use(
    http.get(alertsUrl, ({ request }) => {
      requests.push(request);
      return responses[Math.min(requests.length, responses.length) - 1]?.();
    }),
  );
  return requests;
}

const ok = (): Response => HttpResponse.json(noAlerts);

async function failure(call: Promise<unknown>): Promise<SupportClientError> {
  const outcome = await call.then(
    () => new Error('the call succeeded'),
    (error: unknown) => error,
  );
  if (isSupportClientError(outcome)) return outcome;
  throw outcome;
}

const problem = (status: number, fields: object): Response =>
  HttpResponse.json(
    { type: 'about:blank', title: 'Title', status, ...fields },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

describe('a request', () => {
  test('goes below the base URL with the token, and with the fields that were given as query', async () => {
    const requests = answer(ok);
    await client.listAlerts({ status: 'open', csm_id: 'dana & co', severity: undefined, limit: 20 });
    expect(requests[0]?.url).toBe(`${alertsUrl}?status=open&csm_id=dana+%26+co&limit=20`);
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-1');
  });

  test('escapes what it puts into the path', async () => {
    let path = '';
    server.use(
      http.get(ticketsUrl, ({ request }) => {
        path = new URL(request.url).pathname;
        return HttpResponse.json({ tickets: [], next_cursor: null, data_as_of: null });
      }),
    );
    await client.listCustomerTickets({ customerId: 'Location 204/B?x=1#y' });
    expect(path).toBe('/desk/api/reports/support-metrics/Location%20204%2FB%3Fx%3D1%23y/tickets');
  });

  test.each(['', '.', '..'])('with %j as an id is not sent', async (customerId) => {
    const error = await failure(client.getCustomerMetrics({ customerId }));
    expect(error).toMatchObject({ code: 'invalid_input', isRetryable: false });
    expect(error.issues[0]?.path).toBe('customerId');
  });

  test('with a bad field is not sent, and the error names the field and what was expected', async () => {
    const error = await failure(client.getPortfolio({ period: 'someday', limit: 5000 }));
    expect(error.code).toBe('invalid_input');
    expect(error.issues.map(({ path }) => path)).toEqual(['period', 'limit']);
    expect(error.message).toContain('period: expected a period such as this_month');
    expect(error.message).toContain('limit: expected at most 500');
  });
});

describe('an answer', () => {
  test('is checked: one of another shape is an error that names the field and not what stood there', async () => {
    answer(() =>
      HttpResponse.json({ alerts: [{ alert_id: 'a', title: 'secret of acme' }], next_cursor: null, data_as_of: null }),
    );
    const error = await failure(client.listAlerts());
    expect(error).toMatchObject({ code: 'invalid_response', isRetryable: false });
    expect(error.issues.map(({ path }) => path)).toContain('alerts.0.severity');
    expect(error.message).not.toContain('secret');
  });

  test.each([
    ['malformed JSON', '{"alerts": [', 'application/json'],
    ["a page of another server's", '<!doctype html><title>App</title>', 'text/html'],
    ['nothing', '', 'application/json'],
  ])('that is %s is an invalid response', async (_, body, type) => {
    answer(() => new HttpResponse(body, { headers: { 'content-type': type } }));
    expect(await failure(client.listAlerts())).toMatchObject({ code: 'invalid_response' });
  });

  test('may have fields that this version does not know', async () => {
    answer(() => HttpResponse.json({ ...noAlerts, unread: 3 }));
    await expect(client.listAlerts()).resolves.toEqual(noAlerts);
  });
});

describe('a refusal', () => {
  test('carries code, status, request id and bad fields of the problem details', async () => {
    const errors = [{ path: 'cursor', message: 'expected a cursor of this list' }];
    answer(() => problem(400, { code: 'invalid_input', detail: 'cursor: expected…', request_id: 'r-7', errors }));
    expect(await failure(client.listAlerts({ cursor: 'x' }))).toMatchObject({
      code: 'invalid_input',
      status: 400,
      request_id: 'r-7',
      issues: errors,
      isRetryable: false,
    });
  });

  test("of a gateway is an internal error, without the gateway's page", async () => {
    const requests = answer(() => new HttpResponse('<h1>Bad gateway at 10.0.0.7</h1>', { status: 502 }));
    const impatient = createSupportClient({ baseUrl, getToken: () => 'token-1', retries: 0 });
    const error = await failure(impatient.listAlerts());
    expect(error).toMatchObject({ code: 'internal_error', status: 502, isRetryable: true });
    expect(error.message).not.toContain('10.0.0.7');
    expect(requests).toHaveLength(1);
  });

  test('as a page with status 404 points at the base URL rather than at an unknown customer', async () => {
    answer(() => HttpResponse.html('<h1>Not found</h1>', { status: 404 }));
    expect(await failure(client.listAlerts())).toMatchObject({ code: 'invalid_response', status: 404 });
  });
});

describe('a call is sent again', () => {
  test('after 503 and 429, when the server says', async () => {
    const requests = answer(
      () => new HttpResponse(null, { status: 503, headers: { 'retry-after': '0' } }),
      () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '0' } }),
      ok,
    );
    await expect(client.listAlerts()).resolves.toEqual(noAlerts);
    expect(requests).toHaveLength(3);
  });

  test('after a network error, and fails with `network` when it stays', async () => {
    const requests = answer(() => HttpResponse.error());
    expect(await failure(client.listAlerts())).toMatchObject({ code: 'network', isRetryable: true });
    expect(requests).toHaveLength(3);
  });

  test('not after 400 or 404', async () => {
    const requests = answer(() => problem(404, { code: 'not_found' }));
    expect(await failure(client.listAlerts())).toMatchObject({ code: 'not_found', status: 404 });
    expect(requests).toHaveLength(1);
  });
});

describe('an action on an alert', () => {
  const actionUrl = `${alertsUrl}/:alertId`;
  const action = { alertId: 'a/1', action: 'acknowledge', note: 'On it' } as const;

  test('sends its fields as JSON and answers the alert', async () => {
    const requests: [path: string, body: unknown][] = [];
    const alert = {
      alert_id: 'a/1',
      customer_id: 'acme',
      customer_name: 'Acme',
      type: 'low_csat',
      severity: 'high',
      status: 'acknowledged',
      title: 'Low satisfaction',
      description: '',
      evidence: {},
      ticket_ids: [],
      dedupe_key: 'low_csat:acme',
      created_at: '2026-11-20T12:00:00Z',
      updated_at: '2026-11-20T12:00:00Z',
    };
    server.use(
      http.post(actionUrl, async ({ request }) => {
        requests.push([new URL(request.url).pathname, await request.json()]);
        return HttpResponse.json(alert);
      }),
    );
    await expect(client.actOnAlert(action)).resolves.toEqual(alert);
    expect(requests).toEqual([
      ['/desk/api/reports/support-metrics/alerts/a%2F1', { action: 'acknowledge', note: 'On it' }],
    ]);
  });

  test('that cannot be is not sent', async () => {
    const error = await failure(client.actOnAlert({ alertId: 'a', action: 'snooze' }));
    expect(error.issues).toEqual([{ path: 'until', message: 'expected with snooze, and only there' }]);
  });

  test('is never sent again by itself: nobody knows whether it was carried out', async () => {
    let requests = 0;
    server.use(
      http.post(actionUrl, () => {
        requests += 1;
        return new HttpResponse(null, { status: 503, headers: { 'retry-after': '0' } });
      }),
    );
    expect(await failure(client.actOnAlert(action))).toMatchObject({ code: 'internal_error', isRetryable: true });
    expect(requests).toBe(1);
  });
});

describe('a call ends', () => {
  test('when its signal is aborted, before or while it runs', async () => {
    answer(async () => {
      await delay('infinite');
      return ok();
    });
    const controller = new AbortController();
    const running = failure(client.listAlerts({}, { signal: controller.signal }));
    controller.abort();
    expect(await running).toMatchObject({ code: 'aborted', isRetryable: false });
    expect(await failure(client.listAlerts({}, { signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' });
  });

  test('when the server takes too long', async () => {
    answer(async () => {
      await delay('infinite');
      return ok();
    });
    const impatient = createSupportClient({ baseUrl, getToken: () => 'token-1', timeout: 30 });
    expect(await failure(impatient.listAlerts())).toMatchObject({ code: 'timeout', isRetryable: true });
  });
});

describe('createSupportClient', () => {
  test('has a function for every route of a page', () => {
    expect(Object.keys(client).toSorted()).toEqual(reportRoutes.map(({ operationId }) => operationId).toSorted());
  });

  test('says which option is wrong', () => {
    expect(() => createSupportClient({ baseUrl: 'not an address', getToken: undefined as never })).toThrow(
      /baseUrl: expected an address.*getToken: expected a function/,
    );
  });

  test('calls the given fetch', async () => {
    const urls: string[] = [];
    const fetch = async (input: RequestInfo | URL): Promise<Response> => {
      urls.push(new Request(input).url);
      return Response.json(noAlerts);
    };
    await createSupportClient({ baseUrl: new URL(baseUrl), getToken: () => 'token-1', fetch }).listAlerts();
    expect(urls).toEqual([alertsUrl]);
  });
});
