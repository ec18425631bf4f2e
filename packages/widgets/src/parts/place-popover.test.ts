import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { placePopover } from './place-popover.js';

beforeEach(async () => {
  await page.viewport(600, 400);
  onTestFinished(async () => page.viewport(1280, 720));
});

/** An open popover of 200 × 100 beside a button of 60 × 20 in a box. */
function open(style: string, part = ''): { popover: HTMLElement; button: HTMLElement; box: HTMLElement } {
  const content = document.createElement('div');
  content.innerHTML = `
    <div data-sw-part="${part}" style="position: fixed; box-sizing: border-box; height: 60px; ${style}">
      <button style="all: unset; display: block; height: 20px; width: 60px"></button>
    </div>
    <div popover style="all: unset; position: absolute; height: 100px; width: 200px"></div>`;
  document.body.append(content);
  onTestFinished(() => content.remove());
  const [box, popover] = content.children as unknown as [HTMLElement, HTMLElement];
  popover.showPopover();
  return { popover, button: box.firstElementChild as HTMLElement, box };
}

test.each([
  ['its begin', 'left: 100px; top: 10px', 100],
  ['its end where there is no room', 'left: 500px; top: 10px', 360],
  ['its end from right to left', 'left: 300px; top: 10px; direction: rtl', 160],
  ['its begin from right to left where there is no room', 'left: 20px; top: 10px; direction: rtl', 20],
  ['the edge of the screen where neither fits', 'left: -20px; top: 10px', 8],
])('stands along %s', (_, style, left) => {
  const { popover, button } = open(style);
  placePopover(popover, button);
  expect(popover.getBoundingClientRect().left).toBe(left);
});

test.each([
  ['below its button', 'top: 10px', '', 36],
  ['above it where there is no room', 'top: 330px', '', 224],
  ['below the number that it explains', 'top: 10px', 'stat-sla', 76],
  ['above that', 'top: 330px', 'stat-sla', 224],
])('stands %s', (_, style, part, top) => {
  const { popover, button } = open(`left: 10px; ${style}`, part);
  placePopover(popover, button);
  expect(popover.getBoundingClientRect().top).toBe(top);
});

test('goes with a button that is not drawn any more', () => {
  const { popover, button, box } = open('left: 10px; top: 10px');
  placePopover(popover, button);
  expect(popover.matches(':popover-open')).toBe(true);
  box.style.display = 'none';
  placePopover(popover, button);
  expect(popover.matches(':popover-open')).toBe(false);
});
