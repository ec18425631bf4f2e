import { portfolioRoute } from '@cscx/support-core/api';
import { expect, it } from 'vitest';
import { openTestStore } from '../__fixtures__/open-test-store.js';
import { createSupportServer } from '../create-support-server.js';
import { DEMO_DESKS } from './demo-customers.js';
import { seedDemo } from './seed-demo.js';

const now = '2026-11-23T09:51:00Z';

it('fills the organization demo, which then answers with the stories first', async () => {
  const store = await openTestStore();
  const progress: number[] = [];
  await seedDemo(store, { now, onProgress: ({ done, total }) => progress.push(done / total) });
  expect(progress.at(-1)).toBe(1);

  const server = createSupportServer({
    store,
    now: () => now,
    authenticate: () => ({ organization_id: 'demo', role: 'admin', subject: 'tester' }),
  });
  const response = await server.fetch(new Request('http://localhost/api/reports/support-metrics'));
  const { summary, customers, alerts } = portfolioRoute.response.parse(await response.json());
  expect(summary.open_tickets).toBe(47);
  expect(customers.slice(0, 3).map(({ customer_name }) => customer_name)).toEqual(
    expect.arrayContaining(['Acme Corp', 'TechStart', 'DataFlow']),
  );
  expect(alerts.length).toBeGreaterThanOrEqual(10);

  const { connections } = store.forOrganization('demo');
  for (const desk of DEMO_DESKS) {
    expect(await connections.find(desk)).toMatchObject({ source_system: desk, data_as_of: '2026-11-23T09:51:00.000Z' });
  }
  await store.close();
}, 60_000);
