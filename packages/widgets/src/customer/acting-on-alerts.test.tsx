import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { type Answer, json, problem } from '../__fixtures__/answers.js';
import { acme } from '../__fixtures__/customer.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { SupportAction } from '../provider/drilldown.js';
import { CustomerDetail } from './CustomerDetail.js';

const acknowledge = { name: 'Acknowledge: Resolution SLA breached, Acme Corp' };
const undo = { name: 'Undo: Resolution SLA breached, Acme Corp' };

/** Acme Corp, whose alerts are acted on as `acted` says. */
const acmeWith =
  (acted: Answer): Answer =>
  (request) =>
    request.method === 'POST' ? acted(request) : json(acme)(request);

test('with the keyboard alone: acknowledge, undo, and the host hears of both', async () => {
  const onAction = vi.fn<(action: SupportAction) => void>();
  const { screen, requests } = await renderWidget(
    <CustomerDetail customerId="acme" onAction={onAction} />,
    acmeWith(alertDesk()),
  );
  const button = screen.getByRole('button', acknowledge);
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', undo)).toHaveFocus();
  await expect.element(screen.getByRole('status').first()).toHaveTextContent('Acknowledged: Resolution SLA breached');
  await userEvent.keyboard('{Enter}');
  await expect.element(button).toHaveFocus();
  await expect
    .poll(() => onAction.mock.calls.map(([done]) => done.type === 'alert' && done.action))
    .toEqual(['acknowledge', 'reopen']);
  expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
});

test('an alert can be put off and resolved in its place', async () => {
  const { screen, requests } = await renderWidget(<CustomerDetail customerId="acme" />, acmeWith(alertDesk()));
  await screen.getByRole('button', { name: /^Snooze: Resolution SLA breached/ }).click();
  await screen.getByRole('button', { name: /^For an hour/ }).click();
  await expect.element(screen.getByText(/^Snoozed until /)).toBeVisible();
  await screen.getByRole('button', { name: /^Resolve: / }).click();
  await expect.element(screen.getByText('Resolved', { exact: true })).toBeVisible();
  await expect.poll(() => requests.filter(({ method }) => method === 'POST').length).toBe(2);
});

test('what the server refuses is taken back, with a word', async () => {
  const { screen } = await renderWidget(
    <CustomerDetail customerId="acme" />,
    acmeWith(inTurn(problem(403, 'forbidden'), alertDesk())),
  );
  await screen.getByRole('button', acknowledge).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('That did not work. The alert is as it was.');
  await screen.getByRole('button', acknowledge).click();
  await expect.element(screen.getByRole('button', undo)).toBeVisible();
});

test.each([320, 768, 1240])('settled or not, nothing sticks out at %i, and axe finds nothing', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const { screen } = await renderWidget(<CustomerDetail customerId="acme" />, acmeWith(alertDesk()), { width });
  await screen.getByRole('button', acknowledge).click();
  await expect.element(screen.getByRole('button', undo)).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
