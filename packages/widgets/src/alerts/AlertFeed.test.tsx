import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { alertPages, json, never, problem } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { AlertFeed } from './AlertFeed.js';

const noAlerts = json({ alerts: [], next_cursor: null, data_as_of: NOW });

test('an alert says what, how bad, of which kind, about whom and when', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertPages);
  const spike = screen.getByRole('article', { name: 'Ticket spike: +300%' });
  await expect.element(spike).toBeVisible();
  expect(spike.element().textContent).toBe(
    'Ticket spike: +300%24m agoHighDataFlowTicket spike12 tickets in the last 7 days, usually 3 a week.' +
      'AcknowledgeSnoozeResolve',
  );
  await expect.element(spike.getByText('24m ago')).toHaveAttribute('title', 'Nov 23, 2026, 9:06 AM');
});

test('alerts stand under the day they were raised on, in the zone of the reader', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertPages);
  const under = (day: string): number =>
    screen.getByRole('region', { name: day }).getByRole('article').elements().length;
  await expect.poll(() => under('Today')).toBe(3);
  expect(under('Yesterday')).toBe(1);
  await screen.unmount();
  // 9:30 in UTC is 1:30 at night there, so what is 2 hours old was raised yesterday.
  await renderWidget(<AlertFeed />, alertPages, { timeZone: 'America/Los_Angeles' });
  await expect.poll(() => under('Today')).toBe(1);
});

test('asks for open alerts of the CSM or customer only, and for the next page when wanted', async () => {
  const { screen, requests } = await renderWidget(<AlertFeed csmId="dana" />, alertPages);
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.element(screen.getByRole('article', { name: 'Satisfaction fell by 24%' })).toBeVisible();
  expect(requests.map(({ url }) => new URL(url).search)).toEqual([
    '?status=open&csm_id=dana&limit=20',
    '?status=open&csm_id=dana&cursor=4&limit=20',
  ]);
  expect(screen.getByRole('button', { name: 'Show more' }).elements()).toHaveLength(0);
});

test('can be narrowed to a severity, and widened again when there is none of it', async () => {
  const { screen } = await renderWidget(<AlertFeed />, inTurn(alertPages, alertPages, noAlerts, alertPages));
  const severity = screen.getByRole('combobox', { name: 'Severity' });
  await severity.selectOptions('Critical');
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(1);
  await severity.selectOptions('Low');
  await expect.element(screen.getByText('No open alerts of severity low')).toBeVisible();
  await screen.getByRole('button', { name: 'Show all severities' }).click();
  await expect.element(screen.getByRole('article', { name: 'Ticket spike: +300%' })).toBeVisible();
  await expect.element(severity).toHaveValue('');
});

test('a customer is selected with the keyboard alone', async () => {
  const onSelectCustomer = vi.fn<(customerId: string) => void>();
  const { screen } = await renderWidget(<AlertFeed onSelectCustomer={onSelectCustomer} />, alertPages);
  await expect.element(screen.getByRole('button', { name: 'DataFlow' })).toBeVisible();
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Enter}');
  expect(onSelectCustomer).toHaveBeenCalledExactlyOnceWith('dataflow');
});

test('alerts of one customer do not repeat its name', async () => {
  const { screen } = await renderWidget(<AlertFeed customerId="acme" />, alertPages);
  await expect.element(screen.getByRole('article', { name: 'Resolution SLA breached' })).toBeVisible();
  expect(screen.getByText('Acme Corp').elements()).toHaveLength(0);
});

test('where it is narrow, the name of the customer stands there in full, and the type gives way', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertPages, { width: 290 });
  const name = screen.getByTitle('Acme Corp').first();
  await expect.element(name).toBeVisible();
  const isCut = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth > clientWidth;
  expect([name.element().firstElementChild!, name.element().nextElementSibling!].map(isCut)).toEqual([false, true]);
});

test('no alerts is good news and says so', async () => {
  const { screen } = await renderWidget(<AlertFeed />, noAlerts);
  await expect.element(screen.getByText('No open alerts')).toBeVisible();
});

test('a session that has ended is named', async () => {
  const { screen } = await renderWidget(<AlertFeed />, problem(401, 'unauthenticated'));
  await expect.element(screen.getByRole('alert').getByText('Your session has ended')).toBeVisible();
});

test('leaving ends the call', async () => {
  const { screen, requests } = await renderWidget(<AlertFeed />, never);
  await expect.poll(() => requests.length).toBe(1);
  await screen.unmount();
  expect(requests[0]?.signal.aborted).toBe(true);
});

test.each(['dark', 'light'] as const)('axe finds nothing in %s', async (theme) => {
  document.documentElement.style.background = theme === 'dark' ? '#0b1018' : '#fff';
  const { screen } = await renderWidget(<AlertFeed onSelectCustomer={vi.fn<() => void>()} />, alertPages, { theme });
  await expect.element(screen.getByText('Yesterday')).toBeVisible();
  expect(await axeFindings(screen.container)).toEqual([]);
});
