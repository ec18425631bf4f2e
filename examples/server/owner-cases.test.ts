import { createSupportClient, type SupportClient } from '@cscx/support-client';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../.ci/chromium.ts';
import { type RunningServer, runCommand, startServer } from './e2e/cscx-support.ts';
import { writeOwnerFiles } from './e2e/owner-files.ts';
import { temporaryFolder } from './e2e/temporary-folder.ts';
import { openWatchedPage } from './e2e/watched-page.ts';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let printed: string;
let client: SupportClient;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  data = await temporaryFolder();
  const { tickets, mapping } = await writeOwnerFiles(data.path, Date.now());
  // While the server runs, as the page tells people to: the commands reach it through its data directory.
  server = await startServer(data.path);
  printed = await runCommand(data.path, 'import', tickets, '--mapping', mapping, '--organization', 'owner');
  const key = await runCommand(data.path, 'api-key', 'create', '--organization', 'owner');
  client = createSupportClient({ baseUrl: server.url, getToken: () => key });
  browser = await chromium.launch(chromiumLaunchOptions());
  ({ page, problems } = await openWatchedPage(browser));
  await page.goto(new URL('#/?period=last_30_days', server.url).href);
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('heading', { name: 'Support metrics' }).waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await data.remove();
});

const openCustomer = async (customer: string): Promise<void> => {
  await page.goto(new URL(`#/customers/${encodeURIComponent(customer)}?period=last_30_days`, server.url).href);
  await page.getByRole('heading', { name: customer }).waitFor();
};

const stat = (id: string): Promise<string> => page.locator(`[data-sw-part="stat-${id}"]`).innerText();

test('the command imports every line while the server runs', () => {
  expect(printed).toMatch(/imported 62, unchanged 0, rejected 0$/);
});

describe('TC-156.1: a customer with 12 open tickets', () => {
  test('is answered with 12 open tickets', async () => {
    const { customer, tickets } = await client.getCustomerMetrics({ customerId: 'Twelve Open' });
    expect(customer.tickets.open).toBe(12);
    expect(tickets.filter(({ status }) => status === 'open' || status === 'pending')).toHaveLength(12);
  });

  test('shows 12 open tickets, each with priority, status and age', async () => {
    await openCustomer('Twelve Open');
    await expect.poll(() => stat('open-tickets')).toMatch(/\b12\b/);
    const rows = await page.getByRole('table', { name: 'Open tickets' }).locator('tbody tr').all();
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      expect(await row.locator('[data-column="priority"]').innerText()).toMatch(/Critical|High|Medium|Low/);
      expect(await row.locator('[data-column="status"]').innerText()).toMatch(/Open|Pending/);
      expect(await row.locator('[data-column="age"]').innerText()).toMatch(/\d+[hd]/);
    }
  });
});

describe('TC-156.2: ten ratings [5,4,4,3,5,4,3,2,4,5]', () => {
  test('are answered with an average of 3.9 and a trend against the period before', async () => {
    const { customer } = await client.getCustomerMetrics({ customerId: 'Ten Ratings', period: 'last_30_days' });
    expect(customer.satisfaction).toMatchObject({
      avg_csat: 3.9,
      csat_responses: 10,
      previous_avg_csat: 4.75,
      trend: 'declining',
    });
  });

  test('are shown as 3.9/5, declining', async () => {
    await openCustomer('Ten Ratings');
    await expect.poll(() => stat('csat')).toMatch(/3\.9\s*\/5\s+Declining from 4\.8/);
  });
});

describe('TC-156.3: usually 3 tickets a week, 12 this week', () => {
  test('raises an alert of +300%', async () => {
    const { alerts } = await client.listAlerts({ type: 'ticket_spike', customer_id: 'Spiking' });
    expect(alerts).toMatchObject([{ customer_id: 'Spiking', evidence: { current: 12, usual: 3, change_pct: 300 } }]);
  });

  test('flags the customer among those that need attention', async () => {
    await page.goto(new URL('#/?period=last_30_days', server.url).href);
    const attention = page.locator('[data-sw-part="attention"]');
    await expect.poll(() => attention.innerText()).toMatch(/Spiking\s+Ticket spike \(\+300\s*%/);
    await expect.poll(() => page.locator('[data-sw-part="alert-feed"]').innerText()).toContain('Ticket spike (+300');
  });
});

test('none of this leaves an error in the console but the refusal of the demo key', () => {
  expect(problems.filter((problem) => !problem.includes('401'))).toEqual([]);
});
