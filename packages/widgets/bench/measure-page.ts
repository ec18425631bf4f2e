import type { Browser } from 'playwright';

/** What a cold load of a page costs. */
export interface PageCost {
  /** Milliseconds of processor time on the main thread until it was first painted. */
  paint: number;
  /** The same until everything was drawn, and 300 ms later. */
  rest: number;
  /** Elements in the document. */
  nodes: number;
}

/** What Chromium writes into a trace, in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  /** Of an event that takes time: by the clock, and by the processor. */
  dur?: number;
  tdur?: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** What the tasks of the thread that runs the page's script took, up to the one that paints first. */
const untilFirstPaint = (events: readonly TraceEvent[]): number => {
  const script = events.reduce((longest, event) =>
    event.name === 'EvaluateScript' && (event.dur ?? 0) > (longest.dur ?? 0) ? event : longest,
  );
  const thread = events.filter(({ pid, tid }) => pid === script.pid && tid === script.tid);
  const paint = Math.min(...thread.filter(({ name, ts }) => name === 'Paint' && ts > script.ts).map(({ ts }) => ts));
  const tasks = thread.filter(({ name, ts, tdur }) => name === 'RunTask' && tdur !== undefined && ts <= paint);
  return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
};

/** Loads a page in a fresh context and waits until its marks are drawn. */
export async function measurePage(browser: Browser, html: string, isDrawn: string): Promise<PageCost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Comes as an answer does. Playwright's setContent hands it over as one string, which costs the page more the longer it is.
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.goto('http://bench.localhost/');
  await page.waitForFunction(isDrawn, undefined, { polling: 20, timeout: 60_000 });
  // Whatever still measures and draws again belongs to it.
  await page.waitForTimeout(300);
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const nodes = await page.evaluate(() => document.querySelectorAll('#root *').length);
  await context.close();
  return { paint: untilFirstPaint(traceEvents), rest: 1000 * valueOf('TaskDuration'), nodes };
}
