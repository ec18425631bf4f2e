import { http } from 'msw';
import { expect, fn } from 'storybook/test';
import preview from '../../../../.storybook/preview.js';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, portfolioPages, problem } from '../__fixtures__/answers.js';
import { calmPortfolio, emptyPortfolio, portfolio } from '../__fixtures__/portfolio.js';
import { withSupport } from '../__fixtures__/with-support.js';
import { SupportOverview } from './SupportOverview.js';
import { SupportOverviewView } from './SupportOverviewView.js';

const portfolioUrl = '*/api/reports/support-metrics';

const meta = preview.meta({
  component: SupportOverview,
  decorators: [withSupport],
  args: { onSelectCustomer: fn() },
});

export const Ready = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Acme Corp/ }));
    await expect(args.onSelectCustomer).toHaveBeenCalledWith('acme');
  },
});

export const AllCustomers = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'View all 40' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Show more' }));
    await canvas.findByRole('button', { name: /Cyberdyne/ });
  },
});

export const SidePanel = meta.story({
  parameters: { width: 340 },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: /Acme Corp/ });
  },
});

export const NothingToWorryAbout = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(calmPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Nobody needs attention');
  },
});

export const NotConnected = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => json(emptyPortfolio)(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Nothing is connected yet');
  },
});

export const Loading = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => never(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Loading Support metrics…');
  },
});

export const Failed = meta.story({
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => problem(500, 'internal_error')(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Try again' });
  },
});

export const Explained = meta.story({
  args: { onDrilldown: fn() },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'About: Avg CSAT' }));
    await canvas.findByText('88 ratings');
  },
});

export const Stale = meta.story({
  parameters: { provider: { refreshInterval: 50 } },
  beforeEach: ({ msw }) => {
    const answer = inTurn(portfolioPages, problem(503, 'not_ready'));
    return msw.use(http.get(portfolioUrl, async ({ request }) => answer(request)));
  },
  play: async ({ canvas }) => {
    await canvas.findByText('The support service is starting. These are the last known numbers.');
  },
});

/** Without a request: what a host has loaded itself. */
export const DrawnFromData = meta.story({
  render: () => <SupportOverviewView summary={portfolio.summary} customers={portfolio.customers} />,
  play: async ({ canvas }) => {
    await canvas.findByRole('region', { name: 'Customers needing attention' });
  },
});

export const HugeNumbersAndLongNames = meta.story({
  render: () => (
    <SupportOverviewView
      summary={{ ...portfolio.summary, open_tickets: 1_284_310 }}
      customers={portfolio.customers.map((customer) => ({
        ...customer,
        customer_name: `${customer.customer_name} International Holdings of Rotterdam and Antwerp B.V.`,
      }))}
    />
  ),
  play: async ({ canvas }) => {
    await canvas.findByText('1,284,310');
  },
});

export const InFrench = meta.story({
  globals: { language: 'fr' },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByText('Clients à suivre de près');
  },
});

export const RightToLeft = meta.story({
  globals: { language: 'pseudo-rtl' },
  beforeEach: ({ msw }) => msw.use(http.get(portfolioUrl, ({ request }) => portfolioPages(request))),
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: /Acme Corp/ });
  },
});
