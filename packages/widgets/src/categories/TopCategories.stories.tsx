import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json } from '../__fixtures__/answers.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { answering, metricsStories } from '../__fixtures__/metrics-stories.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { TopCategories } from './TopCategories.js';
import { TopCategoriesView } from './TopCategoriesView.js';

const meta = preview.meta({
  component: TopCategories,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

const states = metricsStories({
  title: 'Top categories',
  drawn: 'listitem',
  empty: 'No tickets were created in this period',
});

export const Ready = meta.story({
  beforeEach: answering(json(busyCustomer)),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Performance' }));
    await expect(args.onDrilldown).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'tickets', filter: { category: 'Performance' } }),
    );
  },
});

export const SidePanel = meta.story(states.sidePanel);

const { previous_by_category: _, ...tickets } = busyCustomer.customer.tickets;
const older = { ...busyCustomer, customer: { ...busyCustomer.customer, tickets } };

/** A server that does not tell what the period before was made of. */
export const OlderServer = meta.story({
  beforeEach: answering(json(older)),
  play: async ({ canvas }) => {
    await expect((await canvas.findAllByRole('region', { name: /tickets$/ })).length).toBe(1);
    await expect(canvas.queryByRole('region', { name: 'Why it changed' })).toBeNull();
  },
});

export const InFrench = meta.story({
  ...states.inFrench,
  play: async ({ canvas }) => {
    await canvas.findByText(/^\+15 tickets\. Ce qui a le plus varié/);
  },
});

export const RightToLeft = meta.story(states.rightToLeft);
export const HugeNumbersAndLongNames = meta.story(states.huge);
export const Empty = meta.story(states.empty);
export const Loading = meta.story(states.loading);
export const Failed = meta.story(states.failed);
export const Unknown = meta.story(states.unknown);
export const Stale = meta.story(states.stale);

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
