import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../../../.ci/chromium.ts';
import { wholeApi } from '../src/__fixtures__/whole-api.js';
import { openHostPage } from './host-page.ts';
import { installPackedExample, type PackedExample } from './packed-example.ts';
import { pnpm } from './pnpm.ts';
import { type Preview, previewPage } from './preview-page.ts';

const WIDGETS = 12;

let host: PackedExample;
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  host = await installPackedExample();
  // Type-checks with the host's own TypeScript, then builds with its own Vite.
  await pnpm(host.folder, 'run', 'build');
  [preview, browser] = await Promise.all([previewPage(host.folder), chromium.launch(chromiumLaunchOptions())]);
});

afterAll(async () => {
  await browser?.close();
  await preview?.stop();
  await host?.remove();
});

const addressOf = (section: string): string => new URL(`#${section}`, preview.url).href;

const widgetsAreDrawn = async (page: Page): Promise<void> => {
  await expect.poll(() => page.locator('section.sw-root[aria-busy="false"]').count()).toBe(WIDGETS);
  expect(await page.locator('.sw-skeleton, .sw-notice').count()).toBe(0);
};

describe('the widgets as packed, in an application of Vite 6, Tailwind 3 and TypeScript 5.8', () => {
  test('come from the tarballs, and are built with what the example names', async () => {
    const installed = (name: string): string => join(host.folder, 'node_modules', name);
    const versionOf = async (name: string): Promise<string> =>
      (JSON.parse(await readFile(join(installed(name), 'package.json'), 'utf8')) as { version: string }).version;
    expect(await realpath(installed('@cscx/support-widgets'))).toContain(await realpath(host.folder));
    expect(await versionOf('typescript')).toMatch(/^5\.8\./);
    expect(await versionOf('vite')).toMatch(/^6\./);
    expect(await versionOf('tailwindcss')).toMatch(/^3\./);
  });

  test('a strict policy finds nothing, whatever is opened, hovered, walked through and put into another theme', async () => {
    const { page, problems } = await openHostPage(browser, wholeApi());
    const response = await page.goto(addressOf('widgets'));
    expect(response?.headers()['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
    );
    await widgetsAreDrawn(page);
    expect(await openEverything(page)).toBe(await page.locator('[popovertarget]').filter({ visible: true }).count());
    await walkTheCharts(page);
    await page
      .getByRole('button', { name: /^Acknowledge/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    await page.locator('.sw-root[data-sw-theme="light"]').first().waitFor();
    await page
      .getByRole('button', { name: /^About/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: /^About/ }).waitFor();
    expect(problems).toEqual([]);

    // The same page notices what the widgets do not do.
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">inline</p>'));
    await expect.poll(() => problems).toContainEqual(expect.stringMatching(/^style-src-attr refused inline/));
  });

  test('beside Tailwind’s preflight the host looks the same before, beside and after all widgets', async () => {
    const { page, problems } = await openHostPage(browser, wholeApi());
    await page.goto(addressOf('home'));
    await addHostElements(page);
    const [hostBefore, pageBefore] = [await looks(page, 'aside, aside *'), await looks(page, 'html, body')];
    const frameBefore = await frame(page);
    const main = await looks(page, 'main, main *');

    await page.getByRole('navigation').getByRole('link', { name: 'Widgets' }).click();
    await widgetsAreDrawn(page);
    await page.locator('[popovertarget]').first().click();
    expect(await looks(page, 'aside, aside *')).toEqual(hostBefore);
    expect(await frame(page)).toEqual(frameBefore);

    await page.keyboard.press('Escape');
    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'Good morning' }).waitFor();
    expect(await looks(page, 'aside, aside *')).toEqual(hostBefore);
    expect(await looks(page, 'main, main *')).toEqual(main);
    expect(await looks(page, 'html, body')).toEqual(pageBefore);
    expect(await frame(page)).toEqual(frameBefore);
    expect(problems).toEqual([]);
  });

  test('people who want less motion, colours of their own or paper get them', async () => {
    const { page } = await openHostPage(browser, wholeApi());
    await page.goto(addressOf('widgets'));
    await widgetsAreDrawn(page);
    await page.locator('[popovertarget]').filter({ visible: true }).first().click();
    const popover = page.locator('.sw-popover:popover-open');
    await popover.waitFor();

    expect(await styleOf(popover, 'animation-name')).toBe('sw-appear');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await styleOf(popover, 'animation-name')).toBe('none');

    const panel = page.locator('.sw-panel').first();
    const bar = page.locator('[data-series="created"] > *').first();
    const plain = await styleOf(bar, 'fill');
    await page.emulateMedia({ forcedColors: 'active' });
    const text = await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<p id="probe" style="color: CanvasText">');
      return getComputedStyle(document.querySelector('#probe') ?? document.body).color;
    });
    expect(await styleOf(panel, 'border-top-color')).toBe(text);
    expect(await styleOf(bar, 'fill')).not.toBe(plain);

    expect(
      await page.locator('.sw-controls, .sw-alert-actions, .sw-explain').filter({ visible: true }).count(),
    ).not.toBe(0);
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    expect(await page.locator('.sw-controls, .sw-alert-actions, .sw-explain').filter({ visible: true }).count()).toBe(
      0,
    );
    expect(await styleOf(panel, 'background-color')).toBe('rgb(255, 255, 255)');
  });

  test('the way from the overview to a customer and back', async () => {
    const { page, problems } = await openHostPage(browser, wholeApi());
    await page.goto(addressOf('support'));
    await page
      .getByRole('button', { name: /Acme Corp/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Acme Corp' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Support metrics' }).waitFor();
    expect(problems).toEqual([]);
  });
});

/** A property as the browser computes it. */
const styleOf = (element: Locator, property: string): Promise<string> =>
  element.evaluate((drawn, name) => getComputedStyle(drawn).getPropertyValue(name), property);

/** Opens each popover whose button is drawn, in turn, and looks into it. @returns how many have something to say */
const openEverything = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const toggled = (popover: HTMLElement): Promise<Event> =>
      new Promise((resolve) => popover.addEventListener('toggle', resolve, { once: true }));
    let spoken = 0;
    for (const button of document.querySelectorAll<HTMLElement>('[popovertarget]')) {
      const popover = document.getElementById(button.getAttribute('popovertarget') ?? '');
      if (!popover || !button.checkVisibility()) continue;
      const opened = toggled(popover);
      button.click();
      await opened;
      await new Promise(requestAnimationFrame);
      if (popover.innerText !== '') spoken += 1;
      const closed = toggled(popover);
      popover.hidePopover();
      await closed;
    }
    return spoken;
  });

/** By pointer and by keys. */
async function walkTheCharts(page: Page): Promise<void> {
  for (const surface of await page.locator('.sw-chart-surface').all()) {
    await surface.hover({ position: { x: 20, y: 20 } });
    await page.locator('.sw-tooltip').first().waitFor();
  }
  for (const chart of await page.getByRole('slider').all()) {
    await chart.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
  }
}

/** Bare elements that a host may have, where widgets do not push them about. */
async function addHostElements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const aside = document.createElement('aside');
    Object.assign(aside.style, { position: 'absolute', insetBlockStart: '0', insetInlineEnd: '0', width: '200px' });
    aside.innerHTML = `<h1>Host</h1><p>Text <a href="#home">link</a></p><button>Save</button><input>
      <select><option>One</option></select><table><tr><td>1</td></tr></table><ul><li>1</li></ul>`;
    document.body.append(aside);
  });
}

/** Every property of the elements as the browser computes it. */
const looks = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].flatMap((element) => {
        const style = getComputedStyle(element);
        return [...style].map((property) => `${element.localName} ${property}: ${style.getPropertyValue(property)}`);
      }),
    selector,
  );

/** What hangs in the head, and what the outermost elements carry. */
const frame = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...[...document.head.children].map(({ outerHTML }) => outerHTML),
    ...[document.documentElement, document.body].map((element) => (element.cloneNode(false) as Element).outerHTML),
  ]);
