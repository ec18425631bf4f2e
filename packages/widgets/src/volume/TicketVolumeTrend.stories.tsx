import { expect, fireEvent, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json } from '../__fixtures__/answers.js';
import { busyCustomer, expectedVolume, volumeAnomalies } from '../__fixtures__/metrics.js';
import { answering, metricsStories } from '../__fixtures__/metrics-stories.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { TicketVolumeTrend } from './TicketVolumeTrend.js';
import { TicketVolumeTrendView } from './TicketVolumeTrendView.js';

const meta = preview.meta({
  component: TicketVolumeTrend,
  decorators: [withSupport],
  args: { customerId: 'acme', onDrilldown: fn() },
});

const states = metricsStories({ title: 'Volume trend', drawn: 'slider', empty: 'No tickets in this time' });

export const Ready = meta.story({
  beforeEach: answering(json(busyCustomer)),
  play: async ({ canvas, userEvent, args }) => {
    const chart = await canvas.findByRole('slider', { name: 'Ticket volume' });
    chart.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onDrilldown).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'tickets', period: '2026-11-23/2026-11-30' }),
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

export const ExpectedAndMarked = meta.story({
  render: () => (
    <TicketVolumeTrendView
      trends={busyCustomer.trends}
      timezone="UTC"
      expected={expectedVolume}
      anomalies={volumeAnomalies}
    />
  ),
  play: async ({ canvas }) => {
    const chart = await canvas.findByRole('slider', { name: 'Ticket volume' });
    chart.focus();
    await fireEvent.change(chart, { target: { value: 10 } });
    await canvas.findByText('More than expected');
  },
});
