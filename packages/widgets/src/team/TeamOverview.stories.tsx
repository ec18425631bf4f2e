import { http } from 'msw';
import { expect, fn, within } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { csmNames, teamPortfolio } from '../__fixtures__/metrics.js';
import { emptyPortfolio } from '../__fixtures__/portfolio.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { TeamOverview } from './TeamOverview.js';

const portfolioUrl = '*/api/reports/support-metrics';

const meta = preview.meta({
  component: TeamOverview,
  decorators: [withSupport],
  args: { csmNames, onSelectCsm: fn(), onDrilldown: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(teamPortfolio)(request))),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Dana Scully' }));
    await expect(args.onSelectCsm).toHaveBeenCalledWith('dana');
    await userEvent.click(canvas.getByRole('button', { name: 'Open tickets: 13, Dana Scully' }));
    await expect(args.onDrilldown).toHaveBeenCalledWith(expect.objectContaining({ type: 'tickets', csm_id: 'dana' }));
  },
});

export const SidePanel = meta.story({
  parameters: { width: 320 },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(teamPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Dana Scully' });
  },
});

export const Meaning = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(teamPortfolio)(request))),
  play: async ({ canvas, userEvent }) => {
    const table = within(await canvas.findByRole('table', { name: 'Team' }));
    await userEvent.click(table.getByRole('button', { name: 'About: Past SLA' }));
    await canvas.findByText(/^Open tickets whose target/);
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(teamPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('table', { name: 'Équipe' });
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(teamPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Dana Scully' });
  },
});

export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const answer = inTurn(json(teamPortfolio), problem(503, 'not_ready'));
    return msw.use(http.get(portfolioUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
  },
});

export const HugeNumbers = meta.story({
  beforeEach: ({ msw }) =>
    msw.use(
      http.get(portfolioUrl, ({ request }) =>
        json({
          ...teamPortfolio,
          customers: teamPortfolio.customers.map((customer) => ({
            ...customer,
            open_tickets: 98_765 + customer.open_tickets,
            csat_responses: customer.csat_responses * 12_345,
          })),
        })(request),
      ),
    ),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Dana Scully' });
  },
});

export const Empty = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(emptyPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('No customers yet');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Team…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});
