import { StrictMode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyWidget } from '../__fixtures__/every-widget.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { wholeApi } from '../__fixtures__/whole-api.js';

const complaints = vi.fn<(...words: unknown[]) => void>();

beforeEach(() => {
  complaints.mockClear();
  vi.spyOn(console, 'error').mockImplementation(complaints);
  vi.spyOn(console, 'warn').mockImplementation(complaints);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(Object.entries(everyWidget))('React has nothing to say about %s in StrictMode', async (_, widget) => {
  const { screen, rerender } = await renderWidget(<StrictMode>{widget}</StrictMode>, wholeApi());
  await expect.poll(() => document.querySelectorAll('[aria-busy="false"] .sw-panel').length).toBeGreaterThan(0);
  expect(document.querySelectorAll('.sw-skeleton, .sw-notice')).toHaveLength(0);
  for (const button of screen.container.querySelectorAll<HTMLElement>('[popovertarget]')) {
    // What stands there for another width is not drawn, and opens nothing.
    if (!button.checkVisibility()) continue;
    button.click();
    await expect.poll(() => document.querySelectorAll(':popover-open:not(:empty)').length).toBe(1);
    document.querySelector<HTMLElement>(':popover-open')?.hidePopover();
  }
  await rerender(<StrictMode>{null}</StrictMode>);
  expect(document.querySelectorAll('.sw-root')).toHaveLength(0);
  expect(complaints.mock.calls).toEqual([]);
});
