import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json } from '../__fixtures__/answers.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { answering, metricsStories } from '../__fixtures__/metrics-stories.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { CsatTrend } from './CsatTrend.js';

const meta = preview.meta({
  component: CsatTrend,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

const states = metricsStories({ title: 'Satisfaction', drawn: 'slider', empty: 'No ratings in this time' });

export const Ready = meta.story({
  beforeEach: answering(json(busyCustomer)),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'View as table' }));
    await canvas.findByRole('table', { name: 'CSAT over time' });
    await userEvent.click(canvas.getByRole('button', { name: 'View as chart' }));
    await userEvent.click(canvas.getByRole('button', { name: 'View these tickets' }));
    await expect(args.onDrilldown).toHaveBeenCalledOnce();
  },
});

export const SidePanel = meta.story(states.sidePanel);
export const InFrench = meta.story(states.inFrench);
export const RightToLeft = meta.story(states.rightToLeft);
export const HugeNumbersAndLongNames = meta.story(states.huge);
export const Empty = meta.story(states.empty);
export const Loading = meta.story(states.loading);
export const Failed = meta.story(states.failed);
export const Unknown = meta.story(states.unknown);
export const Stale = meta.story(states.stale);
