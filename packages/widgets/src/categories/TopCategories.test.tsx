import { expect, test, vi } from 'vitest';
import { json, never } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { TopCategories } from './TopCategories.js';
import { TopCategoriesView } from './TopCategoriesView.js';

const previous = {
  total: 20,
  by_category: { Performance: 2, Integration: 6, 'How-to': 9, Billing: 3 },
  by_priority: { low: 8, medium: 8, high: 4, critical: 0 },
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

test('one request tells each change, and what drove the difference', async () => {
  const { screen, requests } = await renderWidget(<TopCategories customerId="acme" />, json(busyCustomer));
  await expect.element(screen.getByText('25 in the period before')).toBeVisible();
  const why = screen.getByRole('region', { name: 'Why it changed' });
  await expect.element(why.getByText('+15 tickets. What moved most:')).toBeVisible();
  const linesOf = (name: string) =>
    why
      .getByRole('list', { name })
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
  expect(linesOf('By category')).toEqual([
    '+10Performancefrom 4 to 14',
    '+5Bug Reportfrom 1 to 6',
    '−2How-tofrom 9 to 7',
    '+1Accessfrom 0 to 1',
    '+1Everything elsefrom 11 to 12',
  ]);
  expect(linesOf('By priority')[0]).toBe('+6High priorityfrom 4 to 10');
  expect(requests).toHaveLength(1);
});

test('a server that does not tell the period before leaves the change out', async () => {
  const {
    previous_by_category: _category,
    previous_by_priority: _priority,
    ...tickets
  } = busyCustomer.customer.tickets;
  const older = { ...busyCustomer, customer: { ...busyCustomer.customer, tickets } };
  const { screen } = await renderWidget(<TopCategories customerId="acme" />, json(older));
  await expect.element(screen.getByText('40 tickets')).toBeVisible();
  expect(screen.getByRole('region', { name: 'Why it changed' }).elements()).toHaveLength(0);
});

test('the View compares with whatever period it is given', async () => {
  const view = <TopCategoriesView current={busyCustomer.customer.tickets} previous={previous} />;
  const { screen } = await renderWidget(view, never);
  await expect.element(screen.getByText('20 in the period before')).toBeVisible();
  await expect.element(screen.getByText('+20 tickets. What moved most:')).toBeVisible();
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<TopCategories customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No tickets were created in this period')).toBeVisible();
});

test.each([320, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const { screen } = await renderWidget(<TopCategories customerId="acme" />, json(busyCustomer), { width });
  await expect.element(screen.getByText('25 in the period before')).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
