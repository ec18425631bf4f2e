import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildCustomer, buildTicket } from '@cscx/support-core/testing';
import { openPgliteStore, type SupportStore } from '@cscx/support-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from './create-host.ts';

const METRICS = '/support/api/reports/support-metrics';

let store: SupportStore;
let server: Server;
let base: string;

const addCustomer = async (organizationId: string, customer_id: string, csm_id: string) => {
  const organization = store.forOrganization(organizationId);
  await organization.ensure();
  await organization.customers.save([buildCustomer({ customer_id, name: customer_id, csm_id })]);
  const { customer_id: _, ...draft } = buildTicket({ external_id: customer_id, subject: `of ${customer_id}` });
  await organization.tickets.save({ tickets: [{ draft, match: { customer_id, rule: 'link' } }], events: [] });
};

beforeAll(async () => {
  store = await openPgliteStore();
  await addCustomer('initech', 'acme', 'maya');
  await addCustomer('initech', 'globex', 'tom');
  await addCustomer('hooli', 'nucleus', 'hal');
  server = createHost(store, { secret: 'of this test' }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await store.close();
});

const logIn = async (user: string): Promise<string> => {
  const response = await fetch(`${base}/login/${user}`, { method: 'POST' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const ask = async (path: string, cookie: string, init: RequestInit = {}) => {
  const headers = { cookie, 'content-type': 'application/json' };
  return fetch(`${base}${path}`, { ...init, headers });
};

const customersSeenBy = async (user: string): Promise<string[]> => {
  const response = await ask(METRICS, await logIn(user));
  const { customers } = (await response.json()) as { customers: { customer_id: string }[] };
  return customers.map(({ customer_id }) => customer_id).toSorted();
};

describe('the support API in an application with a login of its own', () => {
  test('is closed to who has not logged in, and to who has written a cookie himself', async () => {
    const [text] = (await logIn('maya')).split('.');
    const statuses = [await ask(METRICS, ''), await ask(METRICS, `${text}.forged`)].map(({ status }) => status);
    expect(statuses).toEqual([401, 401]);
  });

  test('shows a CSM its own customers, a manager those of the company, and nobody those of another', async () => {
    expect(await customersSeenBy('maya')).toEqual(['acme']);
    expect(await customersSeenBy('ines')).toEqual(['acme', 'globex']);
    expect(await customersSeenBy('hal')).toEqual(['nucleus']);
  });

  test('another CSM’s customer, and another company’s, are not there', async () => {
    const cookie = await logIn('maya');
    const asked = ['acme', 'globex', 'nucleus'].map((customer) => ask(`${METRICS}/${customer}`, cookie));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  test('a health check of the application needs no login', async () => {
    expect(await (await ask('/support/health/ready', '')).json()).toEqual({ status: 'ready' });
  });
});
