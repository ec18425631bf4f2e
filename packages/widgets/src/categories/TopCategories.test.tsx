import { expect, test, vi } from 'vitest';
import { json, never } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { TopCategories } from './TopCategories.js';
import { TopCategoriesView } from './TopCategoriesView.js';

const previous = {
  total: 25,
  by_category: { Performance: 4, Integration: 8, 'How-to': 9, 'Bug Report': 1, Billing: 3 },
  by_priority: { low: 8, medium: 12, high: 4, critical: 1 },
};

test('categories lead to their tickets', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(<TopCategories customerId="acme" />, json(busyCustomer), { onDrilldown });
  await screen.getByRole('button', { name: 'Integration' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    customer_id: 'acme',
    period: 'this_month',
    filter: { category: 'Integration' },
  });
});

test('with the period before, each change is told and the difference explained', async () => {
  const view = <TopCategoriesView current={busyCustomer.customer.tickets} previous={previous} />;
  const { screen } = await renderWidget(view, never);
  await expect.element(screen.getByText('25 in the period before')).toBeVisible();
  const why = screen.getByRole('region', { name: 'Why it changed' });
  await expect.element(why.getByText('+15 tickets, most of all in:')).toBeVisible();
  const lines = why.getByRole('list', { name: 'By category' }).getByRole('listitem').elements();
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    '+10Performancefrom 4 to 14',
    '+5Bug Reportfrom 1 to 6',
    '+1Accessfrom 0 to 1',
  ]);
});

test('without it nothing is said of a change', async () => {
  const { screen } = await renderWidget(<TopCategories customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByText('40 tickets')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Why it changed' }).elements()).toHaveLength(0);
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<TopCategories customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No tickets were created in this period')).toBeVisible();
});

test.each([320, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const view = <TopCategoriesView current={busyCustomer.customer.tickets} previous={previous} />;
  const { screen } = await renderWidget(view, never, { width });
  await expect.element(screen.getByText('25 in the period before')).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
