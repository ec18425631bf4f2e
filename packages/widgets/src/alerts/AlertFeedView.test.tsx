import { expect, test, vi } from 'vitest';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { alerts } from '../__fixtures__/alerts.js';
import { never } from '../__fixtures__/answers.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { useAlerts } from '../hooks/index.js';
import { AlertFeedView } from './AlertFeedView.js';

test('draws what it is given by day, without a request, and without anything to be done', async () => {
  document.documentElement.style.background = '#0b1018';
  const { screen, requests } = await renderWidget(<AlertFeedView alerts={alerts} />, never);
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(alerts.length);
  expect(screen.getByRole('button').elements()).toEqual([]);
  expect(requests).toEqual([]);
  expect(await axeFindings(screen.container)).toEqual([]);
});

function Acting() {
  const { alerts: found, page: _page, ...actions } = useAlerts();
  return <AlertFeedView alerts={found} actions={actions} />;
}

test('with the hook alerts can be acted on, and undone', async () => {
  const { screen } = await renderWidget(<Acting />, alertDesk());
  await screen.getByRole('button', { name: 'Acknowledge: Ticket spike: +300%, DataFlow' }).click();
  await screen.getByRole('button', { name: 'Undo: Ticket spike: +300%, DataFlow' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Acknowledge: Ticket spike: +300%, DataFlow' }))
    .toBeVisible();
});

test('customers lead where the host says, and can be left out', async () => {
  const onSelectCustomer = vi.fn<(id: string) => void>();
  const some = alerts.slice(0, 1);
  const { screen, rerender } = await renderWidget(
    <AlertFeedView alerts={some} onSelectCustomer={onSelectCustomer} />,
    never,
  );
  await screen.getByRole('button', { name: some[0]?.customer_name ?? '' }).click();
  expect(onSelectCustomer).toHaveBeenCalledExactlyOnceWith(some[0]?.customer_id);
  await rerender(<AlertFeedView alerts={some} showsCustomer={false} onSelectCustomer={onSelectCustomer} />);
  expect(screen.getByRole('button').elements()).toEqual([]);
});

test('none is good news when they are open ones and something is connected', async () => {
  const { screen, rerender } = await renderWidget(<AlertFeedView alerts={[]} />, never);
  await expect.element(screen.getByText('No open alerts')).toBeVisible();
  await rerender(<AlertFeedView alerts={[]} status="snoozed" />);
  await expect.element(screen.getByText('No open alerts')).not.toBeInTheDocument();
  await rerender(<AlertFeedView alerts={[]} isConnected={false} />);
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
});
