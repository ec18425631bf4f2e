import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { alertDesk } from '../__fixtures__/alert-desk.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { acme, calmCustomer, silentCustomer } from '../__fixtures__/customer.js';
import { hoursAgo } from '../__fixtures__/clock.js';
import { hugeCustomer, manyTickets } from '../__fixtures__/metrics.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { CustomerDetail } from './CustomerDetail.js';
import { CustomerDetailView } from './CustomerDetailView.js';

const customerUrl = '*/api/reports/support-metrics/:customerId';

const meta = preview.meta({
  component: CustomerDetail,
  decorators: [withSupport],
  args: { customerId: 'acme', onBack: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas, userEvent, args }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(args.onBack).toHaveBeenCalledOnce();
  },
});

export const VolumeAsTable = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'View as table' }));
    await canvas.findByRole('table', { name: 'Ticket volume' });
  },
});

export const SidePanel = meta.story({
  parameters: { width: 340 },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
  },
});

export const NothingOpen = meta.story({
  args: { customerId: 'calm' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(calmCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No open tickets');
  },
});

export const Empty = meta.story({
  args: { customerId: 'silent' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(silentCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No tickets from this customer');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Customer support…');
  },
});

export const Unknown = meta.story({
  args: { customerId: 'nobody' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => problem(404, 'not_found')(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('This customer is not known here');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, () => Response.error())),
  play: async ({ canvas }) => {
    await canvas.findByText('The support service could not be reached');
  },
});

/** Data that came in late, and then no more. */
export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const late = { ...acme, customer: { ...acme.customer, data_as_of: hoursAgo(5) } };
    const answer = inTurn(json(late), problem(503, 'not_ready'));
    return msw.use(http.get(customerUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
    await expect(canvas.getByText('Updated 5h ago')).toHaveAttribute('data-stale', 'true');
  },
});

export const HugeNumbersAndLongNames = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(http.get(customerUrl, ({ request }) => json({ ...hugeCustomer, tickets: manyTickets(25) })(request))),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('303,030 high priority');
    await canvas.findByRole('button', { name: 'Show more' });
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth);
  },
});

export const AlertDealtWith = meta.story({
  beforeEach: ({ msw }) => {
    const desk = alertDesk();
    return msw.use(
      http.get(customerUrl, ({ request }) => json(acme)(request)),
      http.post('*/api/reports/support-metrics/alerts/:alertId', async ({ request }) => desk(request)),
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Acknowledge: Resolution SLA breached/ }));
    await canvas.findByRole('button', { name: /^Undo: Resolution SLA breached/ });
  },
});

export const WhyItChanged = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'About: Top issue categories' }));
    await canvas.findByText('+15 tickets. What moved most:');
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
  },
});

/** Without a request: what a host has loaded itself. */
export const DrawnFromData = meta.story({
  render: () => <CustomerDetailView metrics={acme} />,
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
  },
});
