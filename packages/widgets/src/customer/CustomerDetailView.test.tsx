import { afterEach, expect, test, vi } from 'vitest';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { never } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { acme, silentCustomer } from '../__fixtures__/customer.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { useAlerts } from '../hooks/index.js';
import { CustomerDetailView } from './CustomerDetailView.js';

afterEach(() => {
  vi.useRealTimers();
});

test('draws what it is given, without a request, and without anything to be done', async () => {
  const { screen, requests } = await renderWidget(<CustomerDetailView metrics={acme} />, never);
  await expect.element(screen.getByRole('heading', { name: 'Acme Corp' })).toBeVisible();
  await expect.element(screen.getByText('Nov 1 – 30, 2026')).toBeVisible();
  expect(screen.getByRole('table', { name: 'Open tickets' }).getByRole('row').elements()).toHaveLength(13);
  expect(screen.getByRole('button', { name: /^Acknowledge/ }).elements()).toEqual([]);
  expect(requests).toEqual([]);
});

function Acting() {
  const { page: _page, alerts: _alerts, ...actions } = useAlerts({ customerId: 'acme' });
  return <CustomerDetailView metrics={acme} actions={actions} />;
}

test('with actions alerts can be acted on', async () => {
  const { screen } = await renderWidget(<Acting />, alertDesk());
  await screen.getByRole('button', { name: 'Resolve: Resolution SLA breached, Acme Corp' }).click();
  await expect.element(screen.getByText('Resolved', { exact: true })).toBeVisible();
});

test('a customer without a name is called by its id, one without tickets says so', async () => {
  const { customer_name: _, ...nameless } = acme.customer;
  const { screen, rerender } = await renderWidget(
    <CustomerDetailView metrics={{ ...acme, customer: nameless }} />,
    never,
  );
  await expect.element(screen.getByRole('heading', { name: 'Customer acme' })).toBeVisible();
  await rerender(<CustomerDetailView metrics={silentCustomer} />);
  await expect.element(screen.getByText('No tickets from this customer')).toBeVisible();
});

test('the last hour counts down by the second, as in the table of open tickets', async () => {
  vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['setInterval', 'clearInterval', 'Date'] });
  const { screen } = await renderWidget(<CustomerDetailView metrics={acme} />, never, { now: undefined });
  await expect.element(screen.getByText('At risk: Due in 36m 00s')).toBeVisible();
  vi.advanceTimersByTime(5000);
  await expect.element(screen.getByText('At risk: Due in 35m 55s')).toBeVisible();
});
