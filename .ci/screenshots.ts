import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { preview } from 'vite';
import { chromiumLaunchOptions } from './chromium.ts';

/**
 * Takes a picture of every story whose id matches, in both themes and at the widths of a phone, a tablet and a desk:
 * `node .ci/screenshots.ts <folder> [pattern]`. Needs `storybook build` first.
 */
const [folder, pattern = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: node .ci/screenshots.ts <folder> [pattern of story ids]');

const widths = [360, 768, 1280];
const themes = ['dark', 'light'];

const server = await preview({
  root: fileURLToPath(new URL('..', import.meta.url)),
  configFile: false,
  build: { outDir: 'storybook-static' },
  preview: { port: 0, host: '127.0.0.1' },
  logLevel: 'error',
});
const [address] = server.resolvedUrls?.local ?? [];
if (address === undefined) throw new Error('The server of the built stories did not start.');

await mkdir(folder, { recursive: true });
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  const { entries } = (await (await fetch(new URL('index.json', address))).json()) as Index;
  const stories = Object.values(entries).filter(({ id, type }) => type === 'story' && id.includes(pattern));
  for (const { id } of stories) {
    for (const theme of themes) {
      for (const width of widths) await takePicture(browser, id, theme, width);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

interface Index {
  entries: Record<string, { id: string; type: string }>;
}

async function takePicture(from: Browser, id: string, theme: string, width: number): Promise<void> {
  const page = await from.newPage({ viewport: { width, height: 600 }, reducedMotion: 'reduce' });
  await page.goto(new URL(`iframe.html?id=${id}&viewMode=story&globals=theme:${theme}`, address).href);
  await page.locator('.sw-root').first().waitFor();
  // A story that shows loading stays busy; every other one is drawn to the last chart.
  const isDrawn = (): boolean => !document.querySelector('[aria-busy="true"], .sw-chart-plot:empty');
  await page.waitForFunction(isDrawn, undefined, { timeout: 2000 }).catch(() => undefined);
  // One whose requests fail asks again and again.
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
  await page.screenshot({ path: join(folder as string, `${id}-${theme}-${width}.png`), fullPage: true });
  await page.close();
}
