import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { alertPages, json, never, problem } from '../__fixtures__/answers.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { AlertFeed } from './AlertFeed.js';

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
    await canvas.findByText('Ticket spike: +300 %');
  },
});

export const OfOneCustomer = meta.story({
  args: { customerId: 'acme' },
  beforeEach: ({ msw }) => msw.use(http.get(alertsUrl, ({ request }) => alertPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Low satisfaction: 3.1 of 5');
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(http.get(alertsUrl, ({ request }) => json({ alerts: [], next_cursor: null })(request))),
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
