import { afterEach, expect, test, vi } from 'vitest';
import { api } from '../__fixtures__/answers.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { AlertFeed } from '../index.js';

const key = Symbol.for('@cscx/support-widgets');

afterEach(() => {
  Reflect.deleteProperty(globalThis, key);
  vi.restoreAllMocks();
});

test('one copy has nothing to say', async () => {
  const warn = vi.spyOn(console, 'warn');
  await renderWidget(<AlertFeed />, api);
  await renderWidget(<AlertFeed />, api);
  expect(warn).not.toHaveBeenCalled();
});

test('a second copy on the page is named, and a second React with it', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Reflect.set(globalThis, key, { context: {}, react: {} });
  await renderWidget(<AlertFeed />, api);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('Two copies of @cscx/support-widgets and of React'));
});
