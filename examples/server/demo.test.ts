import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../.ci/chromium.ts';
import { type RunningServer, startServer } from './e2e/cscx-support.ts';
import { temporaryFolder } from './e2e/temporary-folder.ts';
import { openWatchedPage } from './e2e/watched-page.ts';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  data = await temporaryFolder();
  [server, browser] = await Promise.all([startServer(data.path, '--demo'), chromium.launch(chromiumLaunchOptions())]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await data.remove();
});

const address = (place: string): string => new URL(`#${place}`, server.url).href;

describe('the demo dashboard', () => {
  test("shows the owner's three stories, and the way from one of them to its tickets and back", async () => {
    const { page, problems } = await openWatchedPage(browser);
    // A month that has just begun has too few ratings; the page itself then opens with the last 30 days.
    await page.goto(address('/?period=last_30_days'));
    const attention = page.locator('[data-sw-part="attention"]');
    await expect.poll(() => attention.innerText()).toMatch(/Acme Corp[^]*CSAT 3\.1[^]*12 open tickets/);
    const text = await attention.innerText();
    expect(text).toMatch(/TechStart\s+Escalation pending 3 days/);
    expect(text).toMatch(/DataFlow\s+Ticket spike \(\+300/);
    expect(await page.locator('[data-sw-part="stat-open-tickets"]').innerText()).toContain('47');

    await page
      .getByRole('button', { name: /Acme Corp/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Acme Corp' }).waitFor();
    expect(page.url()).toContain('#/customers/acme-corp?period=last_30_days');
    const tickets = page.getByRole('table', { name: 'Open tickets' });
    expect(await tickets.getByRole('row').count()).toBe(1 + 12);
    const login = tickets.getByRole('link', { name: '#4521' });
    expect(await login.getAttribute('href')).toBe('https://cscx-demo.zendesk.com/agent/tickets/4521');

    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Support metrics' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Acme Corp' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('can be walked with the keyboard alone', async () => {
    const { page, problems } = await openWatchedPage(browser);
    await page.goto(address('/?period=last_30_days'));
    const techstart = page.getByRole('button', { name: /TechStart/ }).first();
    await techstart.waitFor();
    const isReached = (): Promise<boolean> => techstart.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 20 && !(await isReached()); presses += 1) await page.keyboard.press('Tab');
    expect(await isReached()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'TechStart' }).waitFor();

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Back');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Support metrics' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('keeps the light theme that somebody chose', async () => {
    const { page } = await openWatchedPage(browser);
    await page.goto(address('/'));
    const background = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await background()).toBe(light);
  });

  test.each([360, 768, 1600])('fits a window of %i pixels without scrolling sideways', async (width) => {
    const { page } = await openWatchedPage(browser, { viewport: { width, height: 800 } });
    for (const place of ['/', '/customers/acme-corp']) {
      await page.goto(address(place));
      await page.locator('[aria-busy="false"]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  test('asks for a key when the server does not know the one that was pasted, and goes back to the demo', async () => {
    const { page } = await openWatchedPage(browser);
    await page.goto(address('/'));
    await page.getByRole('button', { name: 'Use your own data' }).click();
    await page.getByLabel('API key').fill('cscx_not-a-key');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { name: 'The server does not know this key' }).waitFor();
    await page.getByRole('button', { name: 'Forget this key' }).click();
    await page.getByText('Demo data').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
