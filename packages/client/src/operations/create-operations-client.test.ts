import { operationRoutes } from '@cscx/support-core/api';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createOperationsClient } from './index.js';

const baseUrl = 'https://support.example';
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const operations = createOperationsClient({ baseUrl, getToken: () => 'key-1' });
const acme = { customer_id: 'acme', name: 'Acme Corp', csm_id: null };
const unavailable = () => new HttpResponse(null, { status: 503, headers: { 'retry-after': '0' } });

test('has a function for every route that is not for pages', () => {
  expect(Object.keys(operations).toSorted()).toEqual(operationRoutes.map(({ operationId }) => operationId).toSorted());
});

test('says which option is wrong', () => {
  expect(() => createOperationsClient({ baseUrl: 'no address', getToken: () => '' })).toThrow(
    /createOperationsClient: baseUrl: expected an address/,
  );
});

test('customers are sent as they were given, and once more when the server was not there: replacing is safe', async () => {
  const bodies: unknown[] = [];
  server.use(
    http.put(`${baseUrl}/api/support/customers`, async ({ request }) => {
      expect(request.headers.get('authorization')).toBe('Bearer key-1');
      bodies.push(await request.json());
      return bodies.length === 1 ? unavailable() : HttpResponse.json({ saved: 1, unchanged: 0, rematched: 2 });
    }),
  );
  await expect(operations.putCustomers({ customers: [acme] })).resolves.toEqual({
    saved: 1,
    unchanged: 0,
    rematched: 2,
  });
  expect(bodies).toEqual([{ customers: [acme] }, { customers: [acme] }]);
});

test('a customer that the server would refuse is not sent', async () => {
  await expect(operations.putCustomers({ customers: [acme, { ...acme, name: '' }] })).rejects.toMatchObject({
    code: 'invalid_input',
    issues: [{ path: 'customers.1.name' }, { path: 'customers.1.customer_id' }],
  });
});

test('health scores are sent once only: a second time would note another moment', async () => {
  let requests = 0;
  server.use(
    http.post(`${baseUrl}/api/support/health-scores`, () => {
      requests += 1;
      return unavailable();
    }),
  );
  const health_scores = [{ customer_id: 'acme', health_score: 72 }];
  await expect(operations.postHealthScores({ health_scores })).rejects.toMatchObject({ status: 503 });
  expect(requests).toBe(1);
});

test('a link is taken back with null', async () => {
  const answer = {
    ticket_id: 'zendesk:acme:17',
    customer_id: 'acme',
    match_rule: 'company_id',
    unmatched_reason: null,
  };
  server.use(
    http.post(`${baseUrl}/api/support/unmatched/:ticketId`, async ({ params, request }) => {
      expect([params['ticketId'], await request.json()]).toEqual(['zendesk:acme:17', { customer_id: null }]);
      return HttpResponse.json(answer);
    }),
  );
  await expect(operations.linkTicket({ ticketId: 'zendesk:acme:17', customer_id: null })).resolves.toEqual(answer);
});
