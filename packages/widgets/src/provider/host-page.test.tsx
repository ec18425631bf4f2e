import { afterEach, expect, test, vi } from 'vitest';
import { everyWidget } from '../__fixtures__/every-widget.js';
import { watchWork } from '../__fixtures__/live-work.js';
import { wholeApi } from '../__fixtures__/whole-api.js';

const outermost = [document.documentElement, document.body];

/** Elements of a host beside the widgets, where these do not push them about. */
function addHostElements(): HTMLElement {
  const aside = document.createElement('aside');
  Object.assign(aside.style, { position: 'absolute', insetInlineEnd: '0', width: '300px' });
  aside.innerHTML = `<h1>Host</h1><h2>Part</h2><p>Text <a href="#">link</a></p><button>Save</button><input>
    <select><option>One</option></select><textarea></textarea><table><tr><td>1</td></tr></table><ul><li>1</li></ul>
    <figure><svg width="8" height="8"><path d="M0 0h8v8z"/></svg></figure><link rel="author" href="#">`;
  document.body.append(aside);
  return aside;
}

/** Every property of an element as the browser computes it. */
const computed = (element: Element): Record<string, string> => {
  const style = getComputedStyle(element);
  return Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)]));
};

const looksOf = (elements: readonly Element[]): [string, Record<string, string>][] =>
  elements.map((element) => [element.localName, computed(element)]);

/** The page around the widgets: what hangs in its head, and what its outermost elements carry. */
const frame = (): string[] => [
  ...[...document.head.children].map(({ outerHTML }) => outerHTML),
  ...outermost.map((element) => (element.cloneNode(false) as Element).outerHTML),
];

const all = Object.entries(everyWidget).map(([name, widget]) => <div key={name}>{widget}</div>);

async function openAnExplanation(container: Element): Promise<void> {
  const isBusy = '[aria-busy="true"], .sw-skeleton';
  await expect.poll(() => document.querySelectorAll('[aria-busy="false"] .sw-panel').length).toBeGreaterThan(0);
  await expect.poll(() => document.querySelectorAll(isBusy).length).toBe(0);
  container.querySelector<HTMLElement>('[popovertarget]')?.click();
  await expect.poll(() => document.querySelectorAll(':popover-open:not(:empty)').length).toBe(1);
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('a host looks the same without the style sheet, beside all widgets, and after them', async () => {
  const aside = addHostElements();
  const host = [...aside.querySelectorAll('*')];
  const [hostBefore, pageBefore] = [looksOf(host), looksOf(outermost)];

  // Brings the style sheet, and the root that React hangs its own listeners to.
  const { renderWidget } = await import('../__fixtures__/render-widget.js');
  const { screen, rerender } = await renderWidget(null, wholeApi());
  const frameBefore = frame();
  await rerender(all);
  await openAnExplanation(screen.container);
  expect(looksOf(host)).toEqual(hostBefore);
  expect(frame()).toEqual(frameBefore);

  await screen.unmount();
  screen.container.remove();
  expect(looksOf([...host, ...outermost])).toEqual([...hostBefore, ...pageBefore]);
  expect(frame()).toEqual(frameBefore);
  aside.remove();
});

test('no listener of the page, no timer and no observer outlives the widgets', async () => {
  const { renderWidget } = await import('../__fixtures__/render-widget.js');
  const { screen, rerender } = await renderWidget(null, wholeApi());
  const left = watchWork();
  await rerender(all);
  await openAnExplanation(screen.container);
  expect(left()).toEqual(expect.arrayContaining(['listener for online', 'timer', 'ResizeObserver']));
  await rerender(null);
  await expect.poll(() => left()).toEqual([]);
});
