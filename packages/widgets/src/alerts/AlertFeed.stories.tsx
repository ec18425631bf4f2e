import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { alerts } from '../__fixtures__/alerts.js';
import { alertPages, json, never, problem } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { AlertFeed } from './AlertFeed.js';
import { AlertFeedView } from './AlertFeedView.js';

const COMPOUND = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Names of customers and of categories, with and without a place to break. */
const longAlerts = alerts.map((alert, index) => ({
  ...alert,
  customer_name:
    index % 2 === 0
      ? COMPOUND
      : 'Northwind Traders International Holdings of Rotterdam and Antwerp B.V., Branch Office',
  ...(index === 0 && {
    type: 'recurring_issue' as const,
    title: `Recurring issue: ${COMPOUND}`,
    description: `14 tickets about “${COMPOUND}” in 30 days, 3 of them reopened, at 9 customers of the enterprise tier.`,
    evidence: {},
  }),
}));

const alertsUrl = '*/api/reports/support-metrics/alerts';

const meta = preview.meta({
  component: AlertFeed,
  decorators: [withSupport],
  parameters: { width: 720 },
  args: { onSelectCustomer: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'DataFlow' }));
    await expect(args.onSelectCustomer).toHaveBeenCalledWith('dataflow');
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }));
    await canvas.findByText('Earlier');
  },
});

export const SidePanel = meta.story({
  parameters: { width: 340 },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Ticket spike: +300%');
  },
});

export const OfOneCustomer = meta.story({
  args: { customerId: 'acme' },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Low satisfaction: 3.1 of 5');
  },
});

/** Without a request, and without anything to be done: what a host has loaded itself. */
export const DrawnFromData = meta.story({
  render: () => <AlertFeedView alerts={alerts} />,
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('article')).length).toBe(alerts.length);
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(http.get(alertsUrl, ({ request }) => json({ alerts: [], next_cursor: null, data_as_of: NOW })(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No open alerts');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Alerts…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => problem(401, 'unauthenticated')(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Your session has ended');
  },
});

export const Acknowledged = meta.story({
  beforeEach: ({ msw }) => {
    const desk = alertDesk();
    msw.use(
      http.get(alertsUrl, async ({ request }) => desk(request)),
      http.post(`${alertsUrl}/:alertId`, async ({ request }) => desk(request)),
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Acknowledge: Ticket spike/ }));
    await expect(await canvas.findByRole('button', { name: /^Undo/ })).toHaveFocus();
  },
});

export const Snoozing = meta.story({
  parameters: { width: 420 },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Snooze: Ticket spike/ }));
    await canvas.findByRole('dialog');
  },
});

export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const answer = inTurn(alertPages, problem(503, 'not_ready'));
    return msw.use(http.get(alertsUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
    await expect(canvas.getAllByRole('article')).toHaveLength(4);
  },
});

export const LongNames = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(
      http.get(alertsUrl, ({ request }) => json({ alerts: longAlerts, next_cursor: null, data_as_of: NOW })(request)),
    ),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findAllByRole('button', { name: COMPOUND })).toHaveLength(4);
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
});

export const NotConnected = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(http.get(alertsUrl, ({ request }) => json({ alerts: [], next_cursor: null, data_as_of: null })(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Nothing is connected yet');
  },
});

export const NoAccess = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => problem(403, 'forbidden')(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('You have no access to this');
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas, userEvent }) => {
    // Worded anew, with numbers and days as the language writes them.
    await canvas.findByRole('article', { name: /^Pic de tickets\s:\s\+300\s%$/ });
    await userEvent.click(canvas.getByRole('button', { name: 'Afficher plus' }));
    await canvas.findByText('Une escalade est en cours depuis le 20 nov.');
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  parameters: { width: 420 },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('DataFlow');
  },
});
