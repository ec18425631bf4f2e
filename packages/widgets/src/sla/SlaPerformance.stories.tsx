import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer, hugeCustomer } from '../__fixtures__/metrics.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { SlaPerformance } from './SlaPerformance.js';

const customerUrl = '*/api/reports/support-metrics/:customerId';

const meta = preview.meta({
  component: SlaPerformance,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Resolution: Missed 6' }));
    await expect(args.onDrilldown).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'tickets', filter: { sla: { metric: 'resolution', status: ['breached'] } } }),
    );
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('slider', { name: 'SLA met over time' });
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('slider');
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('slider');
  },
});

export const HugeNumbersAndLongNames = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(hugeCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('slider', { name: 'SLA met over time' });
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(silentCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No SLA to report');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading SLA performance…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});

export const Unknown = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => problem(404, 'not_found')(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('This customer is not known here');
  },
});

export const Stale = meta.story({
  beforeEach: ({ msw }) => {
    let asked = 0;
    msw.use(
      http.get(customerUrl, ({ request }) => {
        asked += 1;
        return asked === 1 ? json(busyCustomer)(request) : problem(503, 'not_ready')(request);
      }),
    );
  },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('slider', { name: 'SLA met over time' });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Period' }), 'This year');
    await canvas.findByRole('alert');
  },
});
