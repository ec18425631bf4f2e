import { createSupportClient } from '@cscx/support-client';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { english } from '../messages/en.js';
import * as widgets from '../index.js';

const { AlertFeed, CustomerDetail, SupportOverview, SupportProvider } = widgets;

const fetched = vi.fn<typeof fetch>();
const client = createSupportClient({ baseUrl: 'https://support.example', getToken: () => 'token', fetch: fetched });

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

test.each([
  ['overview', <SupportOverview key="" csmId="dana" />, english.overview.title],
  ['customer', <CustomerDetail key="" customerId="acme" onBack={() => undefined} />, english.customer.title],
  ['alerts', <AlertFeed key="" />, english.alerts.title],
])('a server draws the skeleton of %s, without a warning, a request, or a style attribute', (_, widget, title) => {
  expect(globalThis.document).toBeUndefined();
  const html = render(widget);
  expect(html).toContain(`Loading ${title}…`);
  expect(html).not.toMatch(/\sstyle=/);
  expect(fetched).not.toHaveBeenCalled();
  expect(complaints).not.toHaveBeenCalled();
});

test('the same twice: nothing in it is of chance or of the hour', () => {
  const all = (
    <>
      <SupportOverview />
      <CustomerDetail customerId="acme" />
      <AlertFeed />
    </>
  );
  expect(render(all)).toBe(render(all));
});
