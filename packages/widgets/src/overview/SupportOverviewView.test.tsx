import { expect, test, vi } from 'vitest';
import { never, portfolioPages } from '../__fixtures__/answers.js';
import { emptyPortfolio, portfolio } from '../__fixtures__/portfolio.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { useSupportOverview } from '../hooks/index.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { SupportOverviewView } from './SupportOverviewView.js';

test('draws what it is given, without a request', async () => {
  const { screen, requests } = await renderWidget(
    <SupportOverviewView summary={portfolio.summary} customers={portfolio.customers} />,
    never,
  );
  await expect.element(screen.getByText('+12 vs last week')).toBeVisible();
  await expect.element(screen.getByText('Nov 1 – 30, 2026')).toBeVisible();
  await expect.element(screen.getByRole('region', { name: 'Customers needing attention' })).toBeVisible();
  expect(requests).toEqual([]);
});

test('all customers at hand are all there are', async () => {
  const { screen } = await renderWidget(
    <SupportOverviewView summary={portfolio.summary} customers={portfolio.customers} />,
    never,
  );
  await screen.getByRole('button', { name: 'View all 40' }).click();
  expect(screen.getByRole('listitem').elements().length).toBeGreaterThan(portfolio.customers.length);
  expect(screen.getByRole('button', { name: 'Show more' }).elements()).toHaveLength(0);
});

test.each([
  ['how many there are', '5 of 6', portfolio.customers.length, true],
  ['that pages to come may hold more', '5 of at least 6', 6, true],
  ['how many there are once all is there', '5 of 6', 6, false],
  ['nothing where they are all there', undefined, 5, false],
])('the short list of customers says %s', async (_, said, count, hasMore) => {
  const pages = { hasMore, isLoading: false, hasFailed: false, loadMore: () => undefined };
  const customers = { ...pages, items: portfolio.customers.slice(0, count) };
  const { screen } = await renderWidget(
    <SupportOverviewView summary={portfolio.summary} customers={customers} />,
    never,
  );
  await expect.element(screen.getByText('TechStart')).toBeVisible();
  expect(
    screen
      .getByText(/^\d of /)
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(said ? [said] : []);
});

function Paged() {
  const { portfolio: loaded, customers } = useSupportOverview({});
  return loaded.state === 'ready' && <SupportOverviewView summary={loaded.data.summary} customers={customers} />;
}

test('with the hook it grows page by page', async () => {
  const { screen } = await renderWidget(<Paged />, portfolioPages);
  await screen.getByRole('button', { name: 'View all 40' }).click();
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.element(screen.getByText('Cyberdyne')).toBeVisible();
});

test('numbers and names lead where the host says', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(
    <SupportOverviewView
      summary={portfolio.summary}
      customers={portfolio.customers}
      csmId="dana"
      onDrilldown={onDrilldown}
    />,
    never,
  );
  await screen.getByRole('button', { name: /Acme Corp/ }).click();
  await screen.getByRole('button', { name: 'About: SLA performance' }).click();
  await screen.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown.mock.calls).toEqual([
    [{ type: 'customer', customer_id: 'acme' }],
    [{ type: 'tickets', csm_id: 'dana', period: 'this_month', filter: { sla: { status: ['breached'] } } }],
  ]);
});

test('before anything has come in it says so', async () => {
  const { screen } = await renderWidget(<SupportOverviewView summary={emptyPortfolio.summary} customers={[]} />, never);
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
});
