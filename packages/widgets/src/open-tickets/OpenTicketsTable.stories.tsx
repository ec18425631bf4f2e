import { http } from 'msw';
import { expect, waitFor } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { hoursAgo } from '../__fixtures__/clock.js';
import { manyTickets } from '../__fixtures__/metrics.js';
import { acmeTickets } from '../__fixtures__/tickets.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { OpenTicketsTable } from './OpenTicketsTable.js';
import { OpenTicketsTableView } from './OpenTicketsTableView.js';

const ticketsUrl = '*/api/reports/support-metrics/:customerId/tickets';
const page = { tickets: acmeTickets, next_cursor: null, data_as_of: hoursAgo(0.07) };

const meta = preview.meta({
  component: OpenTicketsTable,
  decorators: [withSupport],
  args: { customerId: 'acme' },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json(page)(request))),
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('Due in 36m 00s');
    await userEvent.type(canvas.getByRole('searchbox'), 'sync');
    await canvas.findByText('1 of 12 tickets');
    await userEvent.clear(canvas.getByRole('searchbox'));
    await canvas.findByText('12 tickets');
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json(page)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Due in 36m 00s');
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json(page)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Login issues');
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json(page)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Login issues');
  },
});

export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const answer = inTurn(json(page), problem(503, 'not_ready'));
    return msw.use(http.get(ticketsUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
  },
});

export const TenThousand = meta.story({
  render: () => <OpenTicketsTableView tickets={manyTickets(10_000)} isCut />,
  play: async ({ canvas, userEvent }) => {
    const grid = await canvas.findByRole('grid', { name: 'Open tickets' });
    await expect(grid).toHaveAttribute('aria-rowcount', '10001');
    grid.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(grid.querySelector('[aria-rowindex="10001"]')).not.toBeNull());
  },
});

export const NothingOpen = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json({ ...page, tickets: [] })(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No open tickets');
  },
});

export const NoMatch = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => json(page)(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('searchbox'), 'nothing like this');
    await canvas.findByRole('button', { name: 'Clear filters' });
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Open tickets…');
  },
});

export const BrokenOff = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(
      http.get(ticketsUrl, ({ request }) =>
        new URL(request.url).searchParams.has('cursor')
          ? problem(500, 'internal_error')(request)
          : json({ ...page, next_cursor: 'page-2' })(request),
      ),
    ),
  play: async ({ canvas }) => {
    await canvas.findByRole('alert');
    await canvas.findByText('Due in 36m 00s');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(ticketsUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});
