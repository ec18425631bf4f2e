import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../../.ci/chromium.ts';
import { buildPage, type BuiltPage } from './build-page.ts';
import { measurePage, type PageCost } from './measure-page.ts';

/** What is compared with what, and how one sees in a page that it is drawn. */
const pages = [
  { name: 'react-only', isDrawn: `document.querySelector('[data-drawn]') !== null` },
  { name: 'support-charts', isDrawn: `document.querySelectorAll('.sw-chart-plot .sw-dot').length >= 36` },
  { name: 'recharts', isDrawn: `document.querySelectorAll('.recharts-line-dot').length >= 36` },
  { name: 'mui-x', isDrawn: `document.querySelectorAll('.MuiLineChart-line, .MuiBarChart-element').length >= 27` },
  { name: 'support-overview', isDrawn: `document.querySelectorAll('.sw-row').length >= 5` },
  { name: 'tickets-only', isDrawn: `document.querySelector('[data-drawn]') !== null` },
  { name: 'tickets-number', isDrawn: `document.querySelector('[data-drawn]') !== null` },
  { name: 'tickets-table', isDrawn: `document.querySelectorAll('.sw-grid-row').length >= 14` },
];

/** Each page's processor time is told over that of the page that does the same without drawing it. */
const baselineOf = (name: string): string => (name.startsWith('tickets-') ? 'tickets-only' : 'react-only');

const rounds = Number(process.argv[2] ?? 7);
const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

const built = new Map<string, BuiltPage>();
for (const { name } of pages) {
  try {
    built.set(name, await buildPage(name));
  } catch (error) {
    print(`${name} is left out: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

const costs = new Map<string, PageCost[]>();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  // The first round warms the browser up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, isDrawn } of pages) {
      const page = built.get(name);
      if (!page) continue;
      const cost = await measurePage(browser, page.html, isDrawn);
      if (round > 0) costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
} finally {
  await browser.close();
}

const costOf = (name: string, until: 'paint' | 'rest'): number =>
  median((costs.get(name) ?? []).map((cost) => cost[until]));
const overBaseline = (name: string, until: 'paint' | 'rest'): string =>
  (costOf(name, until) - costOf(baselineOf(name), until)).toFixed(1);

print('CPU ms over the baseline');
print(['page', 'first paint', 'at rest', 'of', 'script KB gz', 'elements'].join('\t'));
for (const { name } of pages) {
  const page = built.get(name);
  if (!page) continue;
  const over = [overBaseline(name, 'paint'), overBaseline(name, 'rest'), costOf(name, 'rest').toFixed(0)];
  print([name.padEnd(16), ...over, (page.size / 1000).toFixed(1), costs.get(name)?.[0]?.nodes].join('\t'));
}
