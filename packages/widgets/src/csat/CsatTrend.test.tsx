import { expect, test, vi } from 'vitest';
import { json, portfolioPages } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { portfolio } from '../__fixtures__/portfolio.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { CsatTrend } from './CsatTrend.js';

test('shows the course, the spread and the latest comments', async () => {
  const { screen } = await renderWidget(<CsatTrend customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByRole('slider', { name: 'CSAT over time' })).toBeInTheDocument();
  await expect.element(screen.getByText('Fewer than 3 ratings')).toBeVisible();
  const comments = screen.getByRole('region', { name: 'Comments' });
  expect(comments.getByRole('listitem').elements()).toHaveLength(4);
  await screen.getByRole('button', { name: 'View all 6' }).click();
  expect(comments.getByRole('listitem').elements()).toHaveLength(6);
  await expect.element(comments.getByText('Good answer.')).toBeVisible();
});

test('the table says on how many ratings each average rests', async () => {
  const { screen } = await renderWidget(<CsatTrend customerId="acme" />, json(busyCustomer));
  await screen.getByRole('button', { name: 'View as table' }).click();
  const rows = screen.getByRole('table', { name: 'CSAT over time' }).getByRole('row');
  const textOf = (row: number): (string | null)[] =>
    [...rows.nth(row).element().children].map(({ textContent }) => textContent);
  expect(textOf(2)).toEqual(['Nov 16', '2.5', '2 ratings, too few to judge']);
  expect(textOf(3)).toEqual(['Nov 9', '3.0', '3 ratings']);
});

test('of all customers together it shows the course against the target', async () => {
  const answer = json({ ...portfolio, summary: { ...portfolio.summary, trends: busyCustomer.trends } });
  const { screen } = await renderWidget(<CsatTrend />, answer);
  await expect.element(screen.getByText('Target 4.5')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Comments' }).elements()).toHaveLength(0);
});

test('ratings lead to their tickets', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(<CsatTrend customerId="acme" />, json(busyCustomer), { onDrilldown });
  await screen.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ customer_id: 'acme', period: 'this_month', filter: { is_rated: true } }),
  );
});

test('says why nothing is there', async () => {
  const { screen, rerender } = await renderWidget(<CsatTrend customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No ratings in this time')).toBeVisible();
  await rerender(null);
  const all = await renderWidget(<CsatTrend />, portfolioPages);
  await expect.element(all.screen.getByText('No ratings in this time')).toBeVisible();
});

test.each([320, 1000])('ratings have whole labels and bars of one length at %i', async (width) => {
  const { screen } = await renderWidget(<CsatTrend customerId="acme" />, json(busyCustomer), { width });
  const ratings = screen.getByRole('region', { name: 'Ratings' });
  await expect.element(ratings).toBeVisible();
  const all = (selector: string): Element[] => [...ratings.element().querySelectorAll(selector)];
  expect(all('.sw-bar-label').filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  expect(all('.sw-bar-track')).toHaveLength(5);
  expect(new Set(all('.sw-bar-track').map((track) => track.getBoundingClientRect().width)).size).toBe(1);
});

test.each([320, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const { screen } = await renderWidget(<CsatTrend customerId="acme" />, json(busyCustomer), { width });
  await expect.element(screen.getByRole('slider')).toBeInTheDocument();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
