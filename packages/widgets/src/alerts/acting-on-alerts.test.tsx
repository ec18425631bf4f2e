import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { never, problem } from '../__fixtures__/answers.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { SupportAction } from '../provider/drilldown.js';
import { AlertFeed } from './AlertFeed.js';

const acknowledgeSpike = { name: 'Acknowledge: Ticket spike: +300%, DataFlow' };
const undoSpike = { name: 'Undo: Ticket spike: +300%, DataFlow' };
const bodies = async (requests: readonly Request[]): Promise<unknown[]> =>
  Promise.all(requests.filter(({ method }) => method === 'POST').map(async (request) => request.clone().json()));

test('acknowledging shows at once, in the same place, before the server has answered, and says so', async () => {
  const desk = alertDesk();
  const { screen } = await renderWidget(<AlertFeed />, (request) =>
    request.method === 'POST' ? never(request) : desk(request),
  );
  const spike = screen.getByRole('article', { name: 'Ticket spike: +300%' });
  await expect.element(spike).toBeVisible();
  const before = spike.element().getBoundingClientRect();
  await screen.getByRole('button', acknowledgeSpike).click();
  await expect.element(spike.getByText('Acknowledged')).toBeVisible();
  await expect.element(spike.getByText('DataFlow')).toBeVisible();
  expect(spike.element().getBoundingClientRect()).toEqual(before);
  await expect.element(screen.getByRole('status')).toHaveTextContent('Acknowledged: Ticket spike: +300%');
});

test('with the keyboard alone: acknowledge, undo, and the focus never falls off the page', async () => {
  const onAction = vi.fn<(action: SupportAction) => void>();
  const { screen, requests } = await renderWidget(<AlertFeed onAction={onAction} />, alertDesk());
  const acknowledge = screen.getByRole('button', acknowledgeSpike);
  await expect.element(acknowledge).toBeVisible();
  (acknowledge.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', undoSpike)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(acknowledge).toHaveFocus();
  await expect.poll(async () => bodies(requests)).toEqual([{ action: 'acknowledge' }, { action: 'reopen' }]);
  await expect
    .poll(() => onAction.mock.calls.map(([done]) => done.type === 'alert' && done.action))
    .toEqual(['acknowledge', 'reopen']);
});

test('what the server refuses is taken back, with a word, and can be tried again', async () => {
  const desk = alertDesk();
  const answer = inTurn(desk, problem(500, 'internal_error'), desk);
  const { screen } = await renderWidget(<AlertFeed />, answer);
  await screen.getByRole('button', acknowledgeSpike).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('That did not work. The alert is as it was.');
  await screen.getByRole('button', acknowledgeSpike).click();
  await expect.element(screen.getByRole('button', undoSpike)).toBeVisible();
});

test('a snooze has ready ends, in the zone and the words of the reader', async () => {
  const { screen, requests } = await renderWidget(<AlertFeed />, alertDesk(), { timeZone: 'Europe/Berlin' });
  await screen.getByRole('button', { name: 'Snooze: Ticket spike: +300%, DataFlow' }).click();
  const menu = screen.getByRole('dialog', { name: 'Snooze: Ticket spike: +300%, DataFlow' });
  await expect.element(menu).toBeVisible();
  expect(
    menu
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent),
  ).toEqual(['For an hour Mon 11:30 AM', 'Until tomorrow Tue 9:00 AM', 'Until next week Mon, Nov 30, 9:00 AM']);
  await menu.getByRole('button', { name: /Until tomorrow/ }).click();
  await expect.element(screen.getByText('Snoozed until Tue 9:00 AM')).toBeVisible();
  await expect.poll(async () => bodies(requests)).toEqual([{ action: 'snooze', until: '2026-11-24T08:00:00.000Z' }]);
});

test('a snooze can have an end of one’s own, as the clock on the wall shows it', async () => {
  const { screen, requests } = await renderWidget(<AlertFeed />, alertDesk(), { timeZone: 'America/Los_Angeles' });
  await screen.getByRole('button', { name: 'Snooze: Ticket spike: +300%, DataFlow' }).click();
  const until = screen.getByLabelText('Until', { exact: true });
  await expect.element(until).toHaveValue('2026-11-24T09:00');
  await until.fill('2026-12-01T14:30');
  await screen.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect.poll(async () => bodies(requests)).toEqual([{ action: 'snooze', until: '2026-12-01T22:30:00.000Z' }]);
});

test('a double click settles an alert and does not take it back', async () => {
  const { screen, requests } = await renderWidget(<AlertFeed />, alertDesk());
  await screen.getByRole('button', { name: 'Resolve: Ticket spike: +300%, DataFlow' }).dblClick();
  await expect.element(screen.getByRole('button', undoSpike)).toBeVisible();
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('Escape closes the menu and gives the focus back', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertDesk());
  const snooze = screen.getByRole('button', { name: 'Snooze: Ticket spike: +300%, DataFlow' });
  await expect.element(snooze).toBeVisible();
  (snooze.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => screen.getByRole('dialog').elements().length).toBe(0);
  await expect.element(snooze).toHaveFocus();
});

test('what has been put aside is found under its status, and comes back from there', async () => {
  const { screen } = await renderWidget(<AlertFeed />, alertDesk());
  await screen.getByRole('button', { name: 'Resolve: Ticket spike: +300%, DataFlow' }).click();
  await screen.getByRole('combobox', { name: 'Status' }).selectOptions('Resolved');
  await screen.getByRole('button', { name: 'Reopen: Ticket spike: +300%, DataFlow' }).click();
  await screen.getByRole('combobox', { name: 'Status' }).selectOptions('Open');
  await expect.element(screen.getByRole('button', acknowledgeSpike)).toBeVisible();
});

test('a refresh takes away what is settled, tells of what is new, and leaves the focus in the feed', async () => {
  const desk = alertDesk();
  const later = {
    ...(await first(desk)),
    alert_id: 'late',
    title: 'Something new',
    created_at: '2026-11-23T09:29:00Z',
  };
  let isLater = false;
  const { screen } = await renderWidget(
    <AlertFeed />,
    async (request) => {
      const answer = await desk(request);
      if (request.method === 'POST' || !isLater) return answer;
      const page = (await answer.json()) as { alerts: unknown[] };
      return Response.json({ ...page, alerts: [later, ...page.alerts] });
    },
    { refreshInterval: 300 },
  );
  const acknowledge = screen.getByRole('button', acknowledgeSpike);
  await expect.element(acknowledge).toBeVisible();
  (acknowledge.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Acknowledged: Ticket spike: +300%');
  isLater = true;
  await expect.element(screen.getByRole('article', { name: 'Something new' })).toBeVisible();
  await expect.element(screen.getByRole('status')).toHaveTextContent('1 new alert');
  await expect.poll(() => screen.getByRole('button', undoSpike).elements().length).toBe(0);
  await expect.poll(() => document.activeElement?.closest('[data-sw-part="alert-feed"]')).not.toBeNull();
});

async function first(answer: ReturnType<typeof alertDesk>): Promise<Record<string, unknown>> {
  const page = await answer(new Request('https://support.example/alerts?status=open'));
  const { alerts } = (await page.json()) as { alerts: Record<string, unknown>[] };
  return alerts[0] ?? {};
}

test.each(['dark', 'light', 'cscx'] as const)(
  'axe finds nothing with the menu open and an alert settled, in %s',
  async (theme) => {
    document.documentElement.style.background = theme === 'light' ? '#fff' : '#0b1018';
    const { screen } = await renderWidget(<AlertFeed />, alertDesk(), { theme });
    await screen.getByRole('button', acknowledgeSpike).click();
    await screen.getByRole('button', { name: /^Snooze: Resolution SLA breached, Acme/ }).click();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    expect(await axeFindings(screen.container)).toEqual([]);
  },
);
