import { createSupportClient } from '@cscx/support-client';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { api } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { AlertFeed, CustomerDetail, SupportOverview, SupportProvider } from '../index.js';

const client = createSupportClient({
  baseUrl: 'https://support.example',
  getToken: () => 'token',
  fetch: async (input) => api(new Request(input)),
});

const everything = (
  <StrictMode>
    <SupportProvider client={client} now={NOW}>
      <SupportOverview />
      <CustomerDetail customerId="acme" />
      <AlertFeed />
    </SupportProvider>
  </StrictMode>
);

test('a widget outside of it says what is missing', () => {
  expect(() => renderToString(<AlertFeed />)).toThrow('rendered outside of <SupportProvider');
});

test('a server renders the skeletons, without style attributes that a strict policy would refuse', () => {
  const html = renderToString(everything);
  expect(html).toContain('Loading Support metrics…');
  expect(html).not.toMatch(/\sstyle=/);
});

test('drawn to the end, nothing has inline styles and nothing outside of the widgets has changed', async () => {
  const page = (): string[] =>
    [document.documentElement, document.head, document.body]
      .map((element) => element.cloneNode(false) as Element)
      .map(({ outerHTML }) => outerHTML);
  const styles = (): number => document.querySelectorAll('style, link').length;
  const screen = await render(null);
  const [pageBefore, stylesBefore] = [page(), styles()];

  await screen.rerender(everything);
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
  await expect.poll(() => screen.container.querySelectorAll('[data-series="created"] > *').length).toBe(12);
  expect(screen.container.querySelectorAll('[style]')).toHaveLength(0);
  expect([page(), styles()]).toEqual([pageBefore, stylesBefore]);

  await screen.rerender(null);
  expect([page(), styles()]).toEqual([pageBefore, stylesBefore]);
});

test('numbers and dates follow the locale, days the time zone', async () => {
  const { requests } = await renderWidget(<SupportOverview />, api, { locale: 'de', timeZone: 'Europe/Berlin' });
  await expect.poll(() => document.querySelector('[data-sw-part="stat-csat"]')?.textContent).toContain('4,2');
  expect(new URL(requests[0]?.url ?? '').searchParams.get('timezone')).toBe('Europe/Berlin');
});

test('the theme is on the widget, not on the page', async () => {
  const { screen } = await renderWidget(<AlertFeed />, api, { theme: 'light' });
  await expect.element(screen.getByRole('region', { name: 'Alerts' })).toHaveAttribute('data-sw-theme', 'light');
});
