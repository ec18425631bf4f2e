import { createSupportClient } from '@cscx/support-client';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { type Answer, json, never, problem } from '../__fixtures__/answers.js';
import { connections, freshStatus, noConnections, syncStatus } from '../__fixtures__/connections.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { SupportAction } from '../provider/drilldown.js';
import { SupportProvider } from '../provider/SupportProvider.js';
import { SyncStatus } from './SyncStatus.js';
import { SyncStatusView } from './SyncStatusView.js';

const syncNow = { name: 'Sync now: EMEA Helpdesk' };

/** Answers what is read with the status, and what is written as told. */
const desk =
  (started: Answer): Answer =>
  (request) =>
    request.method === 'POST' ? started(request) : json(syncStatus)(request);

test('shows with one request how fresh everything is, and each connection', async () => {
  const { screen, requests } = await renderWidget(<SyncStatus />, json(syncStatus));
  await expect.element(screen.getByRole('article', { name: 'EMEA Helpdesk' })).toBeVisible();
  await expect.element(screen.getByText('2 of 8')).toBeVisible();
  expect(screen.getByRole('article').elements()).toHaveLength(8);
  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/support/sync']);
});

test('the age of data has its exact time in the title', async () => {
  const { screen } = await renderWidget(<SyncStatus />, json(syncStatus));
  await expect
    .element(screen.getByRole('article', { name: 'EMEA Helpdesk' }).getByText('Updated yesterday'))
    .toHaveAttribute('title', 'Nov 22, 2026, 7:30 AM');
});

test('the age of data is as loud as the state of its connection, and a row with nothing to tell has no list', async () => {
  const { screen } = await renderWidget(<SyncStatus />, json(syncStatus));
  const colours = async (name: string, age: string, state: string): Promise<string[]> => {
    const row = screen.getByRole('article', { name });
    await expect.element(row).toBeVisible();
    return [age, state].map((text) => getComputedStyle(row.getByText(text, { exact: true }).element()).color);
  };
  const [behind, behindState] = await colours('Globex Zendesk', 'Updated 24m ago', 'Behind');
  const [paused, pausedState] = await colours('Old desk', 'Updated 20d ago', 'Paused');
  expect(behind).toBe(behindState);
  expect(paused).toBe(pausedState);
  expect(paused).not.toBe(behind);
  expect(screen.getByRole('article', { name: 'Billing tool' }).getByRole('list').elements()).toHaveLength(0);
});

test('with the keyboard alone a sync is started, the host is told, and the focus stays', async () => {
  const onAction = vi.fn<(action: SupportAction) => void>();
  const { screen, requests } = await renderWidget(<SyncStatus onAction={onAction} />, desk(json(connections[1])));
  const button = screen.getByRole('button', syncNow);
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Asked for. It begins within seconds.')).toBeVisible();
  await expect.element(screen.getByRole('status')).toHaveTextContent('Sync asked for: EMEA Helpdesk');
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Enter}');
  expect(onAction.mock.calls).toEqual([[{ type: 'sync', connection: connections[1] }]]);
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(new URL(requests[1]?.url ?? '').pathname).toBe('/api/support/sync/freshdesk');
});

test('what keeps a sync from being started is said at its connection, and it can be tried again', async () => {
  const { screen } = await renderWidget(
    <SyncStatus />,
    desk(inTurn(problem(400, 'invalid_input'), json(connections[1]))),
  );
  await screen.getByRole('button', syncNow).click();
  await expect
    .element(screen.getByRole('article', { name: 'EMEA Helpdesk' }).getByRole('alert'))
    .toHaveTextContent('The sync was not started. The connection has no credentials.');
  await screen.getByRole('button', syncNow).click();
  await expect.element(screen.getByText('Asked for. It begins within seconds.')).toBeVisible();
});

test('who may not start one is told so once, and is offered none any more', async () => {
  const { screen } = await renderWidget(<SyncStatus />, desk(problem(403, 'forbidden')));
  await screen.getByRole('button', syncNow).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The sync was not started. You may see how fresh the data is, but not start a sync.');
  for (const button of screen.getByRole('button', { name: /^(Sync now|Resume)/ }).elements()) {
    expect(button.getAttribute('aria-disabled')).toBe('true');
  }
});

test('newer data takes the word of the last start away', async () => {
  let isLater = false;
  const answer: Answer = (request) =>
    request.method === 'POST' ? json(connections[1])(request) : json(isLater ? freshStatus : syncStatus)(request);
  const { screen } = await renderWidget(<SyncStatus />, answer, { refreshInterval: 300 });
  const button = screen.getByRole('button', syncNow);
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  isLater = true;
  await expect.element(screen.getByText('All connections are in order')).toBeVisible();
  await expect.element(screen.getByText('Syncing')).toBeVisible();
  expect(screen.getByText('Asked for. It begins within seconds.').elements()).toHaveLength(0);
  await expect.element(screen.getByRole('button', { name: 'Sync now: Intercom Chat' })).toHaveFocus();
});

test('from data at hand, without a way to start, there is no button', async () => {
  const { screen } = await renderWidget(<SyncStatusView status={syncStatus} />, never);
  await expect.element(screen.getByRole('article', { name: 'EMEA Helpdesk' })).toBeVisible();
  expect(screen.getByRole('button', { name: /Sync now|Resume/ }).elements()).toHaveLength(0);
});

test('says that nothing is connected, and how old what was imported is', async () => {
  const { screen, rerender } = await renderWidget(<SyncStatus />, json(noConnections));
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
  await rerender(<SyncStatusView status={{ ...noConnections, data_as_of: '2026-11-23T08:30:00Z' }} />);
  await expect.element(screen.getByText('Updated 1h ago')).toBeVisible();
});

test('with a client of pages only, the host is told what is missing', async () => {
  const client = createSupportClient({ baseUrl: 'https://support.example', getToken: () => 'token' });
  const onError = vi.fn<(error: unknown, details: { widget: string }) => void>();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const screen = await render(
    <SupportProvider client={client} onError={onError}>
      <SyncStatus />
    </SupportProvider>,
  );
  await expect.element(screen.getByText('This part could not be shown')).toBeVisible();
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ message: expect.stringContaining('createOperationsClient') });
  expect(onError.mock.calls[0]?.[1]).toMatchObject({ widget: 'sync-status' });
  vi.restoreAllMocks();
});

test.each([320, 700, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const { screen } = await renderWidget(<SyncStatus />, json(syncStatus), { width });
  await expect.element(screen.getByRole('article', { name: 'EMEA Helpdesk' })).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
