import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { freshStatus, hugeStatus, noConnections, syncStatus } from '../__fixtures__/connections.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { SyncStatus } from './SyncStatus.js';
import { SyncStatusView } from './SyncStatusView.js';

const syncUrl = '*/api/support/sync';
const startUrl = '*/api/support/sync/:connectionId';

const meta = preview.meta({
  component: SyncStatus,
  decorators: [withSupport],
  args: { onAction: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(
      http.get(syncUrl, ({ request }) => json(syncStatus)(request)),
      http.post(startUrl, ({ request }) => json(syncStatus.connections[1])(request)),
    ),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sync now: EMEA Helpdesk' }));
    await canvas.findByText('Asked for. It begins within seconds.');
    await expect(args.onAction).toHaveBeenCalledOnce();
  },
});

export const AllFresh = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(freshStatus)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('All connections are in order');
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(syncStatus)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('article', { name: 'EMEA Helpdesk' });
  },
});

export const HugeNumbersAndLongNames = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(hugeStatus)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText(/123,456,789 tickets read since/);
  },
});

export const French = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(syncStatus)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Synchroniser : EMEA Helpdesk' });
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(syncStatus)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('article', { name: 'EMEA Helpdesk' });
  },
});

export const OnlyToRead = meta.story({
  render: () => <SyncStatusView status={syncStatus} />,
  play: async ({ canvas }) => {
    await canvas.findByRole('article', { name: 'EMEA Helpdesk' });
    await expect(canvas.queryByRole('button', { name: /Sync now/ })).toBeNull();
  },
});

export const MayNotStart = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(
      http.get(syncUrl, ({ request }) => json(syncStatus)(request)),
      http.post(startUrl, ({ request }) => problem(403, 'forbidden')(request)),
    ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sync now: EMEA Helpdesk' }));
    await canvas.findByRole('alert');
    await expect(canvas.getByRole('button', { name: 'Sync now: Intercom Chat' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => json(noConnections)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Nothing is connected yet');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Sync status…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(syncUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});

export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    let asked = 0;
    msw.use(
      http.get(syncUrl, ({ request }) => {
        asked += 1;
        return asked === 1 ? json(syncStatus)(request) : problem(503, 'not_ready')(request);
      }),
    );
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('alert');
    await canvas.findByRole('article', { name: 'EMEA Helpdesk' });
  },
});
