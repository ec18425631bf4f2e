import { fileURLToPath } from 'node:url';
import { createSupportClient, type SupportClient } from '@cscx/support-client';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../.ci/chromium.ts';
import { runCommand } from './e2e/cscx-support.ts';
import { serveAt, type ServerWithClock } from './e2e/serve-at.ts';
import { temporaryFolder } from './e2e/temporary-folder.ts';
import { openWatchedPage } from './e2e/watched-page.ts';

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const log = pathOf('../../packages/core/src/connectors/import/__fixtures__/servicenow-incident-events.csv.gz');
const mapping = pathOf('mappings/servicenow-incidents.json');

/** From before the first incident to after the last one was closed. */
const wholeLog = '2016-02-01/2017-06-01';
const afterwards = '2017-06-01T00:00:00Z';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let summary: Record<string, unknown>;
let key: string;
let server: ServerWithClock;
let client: SupportClient;
let browser: Browser;

beforeAll(async () => {
  data = await temporaryFolder();
  const words = ['import', log, '--mapping', mapping, '--organization', 'desk'];
  summary = JSON.parse(await runCommand(data.path, ...words, '--json'));
  key = await runCommand(data.path, 'api-key', 'create', '--organization', 'desk');
  server = await serveAt(data.path);
  client = createSupportClient({ baseUrl: server.url, getToken: () => key });
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await data.remove();
});

describe('the log of a real service desk, imported by the command', () => {
  test('holds 890 tickets, two of them of nobody', () => {
    expect(summary).toMatchObject({ imported: 890, unchanged: 0, rejected: 0, unmatched: 2 });
  });

  test("is answered with 84 customers, Location 204's 223 tickets and the desk's own verdicts", async () => {
    server.setNow(afterwards);
    const { summary: portfolio, customers } = await client.getPortfolio({ period: wholeLog, limit: 500 });
    expect(portfolio.customers).toBe(84);
    expect(customers.find(({ customer_name }) => customer_name === 'Location 204')?.total_tickets).toBe(223);
    expect(portfolio.total_tickets).toBe(890 - 2);
    expect(portfolio.open_tickets).toBe(0);
    // 395 in the file; one of the two tickets without a customer is among them.
    expect(portfolio.sla.counts.resolution).toMatchObject({ met: 494, breached: 395 - 1 });
  });

  test('adds up over its customers: priorities 1 to 4, and 11 reopenings', async () => {
    server.setNow(afterwards);
    const { customers } = await client.getPortfolio({ period: wholeLog, limit: 500 });
    const metrics = await Promise.all(
      customers.map(async ({ customer_id }) =>
        client.getCustomerMetrics({ customerId: customer_id, period: wholeLog }),
      ),
    );
    const sum = (count: (tickets: (typeof metrics)[number]['customer']['tickets']) => number): number =>
      metrics.reduce((total, { customer }) => total + count(customer.tickets), 0);
    expect(sum(({ reopened }) => reopened)).toBe(11);
    expect(sum(({ by_priority }) => by_priority.critical)).toBe(15);
    expect(sum(({ by_priority }) => by_priority.high)).toBe(32);
    expect(sum(({ by_priority }) => by_priority.medium)).toBe(757);
    expect(sum(({ by_priority }) => by_priority.low)).toBe(84);
  });

  /** Counted apart, by a script that replays the file: open or waiting at the start of that day, and of Location 204. */
  test.each([
    ['2016-03-07', 360, 128],
    ['2016-03-14', 220, 89],
    ['2016-03-21', 154, 65],
    ['2016-05-02', 39, 23],
    ['2016-08-01', 10, 8],
  ])('follows the history: on %s %i tickets were open', async (day, open, openAtLocation) => {
    server.setNow(`${day}T00:00:00Z`);
    const { summary: then } = await client.getPortfolio({ period: 'last_30_days' });
    expect(then.open_tickets).toBe(open);
    const location = await client.getCustomerMetrics({ customerId: 'Location 204' });
    expect(location.customer.tickets.open).toBe(openAtLocation);

    server.setNow(afterwards);
    const { summary: inTheEnd } = await client.getPortfolio({ period: wholeLog });
    const week = inTheEnd.trends.find(({ bucket_end }) => bucket_end === `${day}T00:00:00Z`);
    expect(week?.open_at_end).toBe(open);
  });

  test('shows the same numbers on the page', async () => {
    const day = '2016-03-14T00:00:00Z';
    server.setNow(day);
    const { page, problems } = await openWatchedPage(browser);
    await page.clock.setFixedTime(day);
    await page.addInitScript((value) => sessionStorage.setItem('cscx-support-key', value), key);
    await page.goto(new URL('#/?period=last_30_days', server.url).href);
    const number = (id: string): Promise<string> => page.locator(`[data-sw-part="stat-${id}"]`).innerText();
    await page.getByRole('heading', { name: 'Support metrics' }).waitFor();
    await expect.poll(() => number('open-tickets')).toMatch(/\b220\b/);
    await page.getByRole('button', { name: 'View all 84' }).click();

    await page.getByRole('button', { name: /Location 204/ }).click();
    await page.getByRole('heading', { name: 'Location 204' }).waitFor();
    await expect.poll(() => number('open-tickets')).toMatch(/\b89\b/);
    await page.getByRole('button', { name: 'View as table' }).click();
    const week = page.getByRole('row', { name: /Mar 7/ });
    expect(await week.innerText()).toMatch(/\b89\b/);
    expect(problems).toEqual([]);
  });
});
