import { http } from 'msw';
import { expect, fn, waitFor } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { hugeUnmatched, nothingUnmatched, unmatchedPage } from '../__fixtures__/unmatched.js';
import { unmatchedDesk } from '../__fixtures__/unmatched-desk.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { UnmatchedTickets } from './UnmatchedTickets.js';

const unmatchedUrl = '*/api/support/unmatched';
const anyUrl = '*/api/*';

const meta = preview.meta({
  component: UnmatchedTickets,
  decorators: [withSupport],
  args: { onAction: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => {
    const desk = unmatchedDesk();
    msw.use(http.all(anyUrl, ({ request }) => desk(request)));
  },
  play: async ({ canvas, userEvent, args }) => {
    const choose = await canvas.findByRole('button', { name: /^Choose customer: #7001/ });
    await userEvent.click(choose);
    await userEvent.click(await canvas.findByRole('button', { name: 'TechStart Suggested' }));
    await canvas.findByRole('button', { name: /^Undo: #7001/ });
    await waitFor(() => expect(args.onAction).toHaveBeenCalledOnce());
  },
});

export const Choosing = meta.story({
  beforeEach: ({ msw }) => {
    const desk = unmatchedDesk();
    msw.use(http.all(anyUrl, ({ request }) => desk(request)));
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Choose customer: #7001/ }));
    await canvas.findByRole('button', { name: 'TechStart Suggested' });
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => json(unmatchedPage)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('6 tickets without a customer');
  },
});

export const HugeNumbersAndLongNames = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => json(hugeUnmatched)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Show more' });
  },
});

export const French = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => json(unmatchedPage)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('6 tickets sans client');
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => json(unmatchedPage)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('maya@techstart.example', { exact: false });
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => json(nothingUnmatched)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Every ticket has a customer');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Unmatched tickets…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});

export const NoAccess = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(unmatchedUrl, ({ request }) => problem(403, 'forbidden')(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('You have no access to this');
  },
});

export const Stale = meta.story({
  beforeEach: ({ msw }) => {
    let asked = 0;
    msw.use(
      http.get(unmatchedUrl, ({ request }) => {
        asked += 1;
        return asked === 1 ? json(unmatchedPage)(request) : problem(503, 'not_ready')(request);
      }),
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Reason' }), 'Claimed twice (1)');
    await canvas.findByRole('alert');
  },
});
