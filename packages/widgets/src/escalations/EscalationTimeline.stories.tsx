import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json } from '../__fixtures__/answers.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { answering, metricsStories } from '../__fixtures__/metrics-stories.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { EscalationTimeline } from './EscalationTimeline.js';

const meta = preview.meta({
  component: EscalationTimeline,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

const states = metricsStories({ title: 'Escalations', drawn: 'listitem', empty: 'No escalations' });

export const Ready = meta.story({
  beforeEach: answering(json(busyCustomer)),
  play: async ({ canvas, userEvent, args }) => {
    await canvas.findByText('Level 2');
    await userEvent.click(canvas.getByRole('button', { name: 'View these tickets' }));
    await expect(args.onDrilldown).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'tickets', filter: { is_escalated: true } }),
    );
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
