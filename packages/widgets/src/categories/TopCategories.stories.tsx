import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer, hugeCustomer } from '../__fixtures__/metrics.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { TopCategories } from './TopCategories.js';
import { TopCategoriesView } from './TopCategoriesView.js';

const customerUrl = '*/api/reports/support-metrics/:customerId';

const meta = preview.meta({
  component: TopCategories,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Performance' }));
    await expect(args.onDrilldown).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'tickets', filter: { category: 'Performance' } }),
    );
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('region', { name: 'Why it changed' });
  },
});

/** A server that does not tell what the period before was made of. */
export const OlderServer = meta.story({
  beforeEach: ({ msw }) => {
    const { previous_by_category: _, ...tickets } = busyCustomer.customer.tickets;
    const older = { ...busyCustomer, customer: { ...busyCustomer.customer, tickets } };
    return msw.use(http.get(customerUrl, ({ request }) => json(older)(request)));
  },
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('region', { name: /tickets$/ })).length).toBe(1);
    await expect(canvas.queryByRole('region', { name: 'Why it changed' })).toBeNull();
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText(/^\+15 tickets\. Ce qui a le plus varié/);
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(busyCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Performance' });
  },
});

export const HugeNumbersAndLongNames = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(hugeCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('region', { name: /tickets$/ });
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => json(silentCustomer)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No tickets were created in this period');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(customerUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Top categories…');
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
    await canvas.findByRole('region', { name: /tickets$/ });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Period' }), 'This year');
    await canvas.findByRole('alert');
  },
});

const october = {
  total: 25,
  by_category: { Performance: 4, Integration: 8, 'How-to': 9, 'Bug Report': 1, Billing: 3 },
  by_priority: { low: 8, medium: 12, high: 4, critical: 1 },
};

export const AgainstThePeriodBefore = meta.story({
  render: () => <TopCategoriesView current={busyCustomer.customer.tickets} previous={october} />,
  play: async ({ canvas }) => {
    await canvas.findByText('+15 tickets. What moved most:');
  },
});
