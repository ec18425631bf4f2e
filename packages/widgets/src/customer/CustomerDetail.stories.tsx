import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { acme, calmCustomer, silentCustomer } from '../__fixtures__/customer.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { CustomerDetail } from './CustomerDetail.js';

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

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(acme)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Acme Corp' });
  },
});
