import '@fontsource-variable/inter';
import type { ReactElement } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { page, server } from 'vitest/browser';
import '../../../.storybook/preview.css';
import { everyWidget } from '../src/__fixtures__/every-widget.js';
import { renderWidget } from '../src/__fixtures__/render-widget.js';
import { wholeApi } from '../src/__fixtures__/whole-api.js';

interface Picture {
  name: string;
  widget: ReactElement;
  theme: 'dark' | 'light';
  width: number;
}

// Pictures weigh in every clone. Themes differ in tokens only, so each width has one; and the parts of the four that are
// left out on a desk are drawn there by others.
const { CsatTrend, SyncStatus, TopCategories, UnmatchedTickets, ...onDesk } = everyWidget;
const pictures: Picture[] = [...inPlace(everyWidget, 'dark', 360), ...inPlace(onDesk, 'light', 1120)];

function inPlace(widgets: Readonly<Record<string, ReactElement>>, theme: Picture['theme'], width: number): Picture[] {
  return Object.entries(widgets).map(([name, widget]) => ({ name: `${name}-${theme}-${width}`, widget, theme, width }));
}

const root = document.documentElement;

beforeAll(async () => {
  root.style.setProperty('--sw-font', "'Inter Variable'");
  await Promise.all([...document.fonts].map(async (face) => face.load()));
});

/** Draws a widget to its last chart, with the clock standing still. The matcher stops animations and hides carets. */
async function draw({ widget, theme, width }: Picture): Promise<HTMLElement> {
  root.dataset['swTheme'] = theme;
  // Higher than any widget: what does not fit into the window is not in the picture.
  await page.viewport(width, 3000);
  const { screen } = await renderWidget(widget, wholeApi(), { theme, width });
  const count = (selector: string): number => screen.container.querySelectorAll(selector).length;
  await expect.poll(() => count('[aria-busy="false"] .sw-panel')).toBeGreaterThan(0);
  await expect.poll(() => count('[aria-busy="true"], .sw-skeleton, .sw-chart-plot:empty')).toBe(0);
  return screen.container.firstElementChild as HTMLElement;
}

test.each(pictures)('$name looks as in its picture', async (picture) => {
  await expect(await draw(picture)).toMatchScreenshot(picture.name);
});

test('no picture is left over', () => {
  const names = pictures.map(({ name }) => `./${name}.png`);
  expect(names).toEqual(expect.arrayContaining(Object.keys(import.meta.glob('./*.png'))));
});

/** What the comparison is to see; none while pictures are renewed, for these would take the place of the right ones. */
const isRenewing = server.config.snapshotOptions.updateSnapshot === 'all';
const changes = [
  { what: 'a pixel more between panels', token: '--sw-gap', value: '17px' },
  { what: 'another shade of red', token: '--sw-bad', value: '#f06a60' },
  { what: 'a slightly lighter surface', token: '--sw-surface', value: '#1b2637' },
];

test.each(isRenewing ? [] : changes)('$what is noticed', async ({ token, value }) => {
  const [picture] = pictures as [Picture];
  const widget = await draw(picture);
  widget.querySelector<HTMLElement>('.sw-root')?.style.setProperty(token, value);
  const comparison = async (): Promise<void> => expect(widget).toMatchScreenshot(picture.name);
  await expect(comparison()).rejects.toThrow('does not match');
});
