import { http } from 'msw';
import { expect, fn, waitFor } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
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
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const answer = inTurn(json(unmatchedPage), problem(503, 'not_ready'));
    msw.use(http.get(unmatchedUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
  },
});
