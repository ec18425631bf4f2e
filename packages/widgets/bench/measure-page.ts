import type { Browser } from 'playwright';

/** What a cold load of a page costs. */
export interface PageCost {
  /** Milliseconds of processor time on the main thread. */
  cpu: number;
  /** Elements in the document. */
  nodes: number;
}

/** Loads a page in a fresh context and waits until its marks are drawn. */
export async function measurePage(browser: Browser, html: string, isDrawn: string): Promise<PageCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Comes as an answer does. Playwright's setContent hands it over as one string, which costs the page more the longer it is.
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto('http://bench.localhost/');
  await page.waitForFunction(isDrawn, undefined, { polling: 20, timeout: 60_000 });
  // Whatever still measures and draws again belongs to it.
  await page.waitForTimeout(300);
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const nodes = await page.evaluate(() => document.querySelectorAll('#root *').length);
  await context.close();
  return { cpu: 1000 * valueOf('TaskDuration'), nodes };
}
