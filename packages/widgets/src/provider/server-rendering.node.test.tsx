import { createSupportClient } from '@cscx/support-client';
import { createOperationsClient } from '@cscx/support-client/operations';
import { type ReactNode, version } from 'react';
import { renderToString, version as domVersion } from 'react-dom/server';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { everyWidget } from '../__fixtures__/every-widget.js';
import { SupportProvider } from '../index.js';

const fetched = vi.fn<typeof fetch>();
const options = { baseUrl: 'https://support.example', getToken: () => 'token', fetch: fetched };
const client = { ...createSupportClient(options), ...createOperationsClient(options) };

const render = (children: ReactNode): string =>
  renderToString(<SupportProvider client={client}>{children}</SupportProvider>);

const complaints = vi.fn<() => void>();

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(complaints);
  vi.spyOn(console, 'warn').mockImplementation(complaints);
});

afterEach(() => {
  vi.restoreAllMocks();
  complaints.mockClear();
});

test.each(Object.entries(everyWidget))(
  'a server draws the skeleton of %s, without a warning, a request, or a style attribute',
  (_, widget) => {
    expect(globalThis.document).toBeUndefined();
    const html = render(widget);
    expect(html).toMatch(/Loading [^<]+…/);
    expect(html).not.toMatch(/\sstyle=/);
    expect(fetched).not.toHaveBeenCalled();
    expect(complaints).not.toHaveBeenCalled();
  },
);

test('the same twice: nothing in it is of chance or of the hour', () => {
  const all = Object.entries(everyWidget).map(([name, widget]) => <div key={name}>{widget}</div>);
  expect(render(all)).toBe(render(all));
});

test('by the React that the project names', () => {
  const majors = [version, domVersion].map((each) => each.split('.')[0]);
  expect(new Set(majors)).toEqual(new Set([inject('reactMajor')]));
});
