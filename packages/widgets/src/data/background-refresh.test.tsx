import { expect, test } from 'vitest';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { type Answer, alertPages, json, portfolioPages, problem } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { portfolio } from '../__fixtures__/portfolio.js';
import { busyCustomer, teamPortfolio } from '../__fixtures__/metrics.js';
import { renderWidget } from '../__fixtures__/render-widget.js';
import { unmatchedPage } from '../__fixtures__/unmatched.js';
import { AlertFeed, SupportOverview, TeamOverview, TicketVolumeTrend, UnmatchedTickets } from '../index.js';

const openTickets = (): string => document.querySelector('[data-sw-part="stat-open-tickets"]')?.textContent ?? '';
const withOpen = (open_tickets: number): Answer =>
  json({ ...portfolio, summary: { ...portfolio.summary, open_tickets } });

/** Answers in one way until it is told to answer in another. */
const changing = (first: Answer) => {
  let answer = first;
  const change = (next: Answer): void => {
    answer = next;
  };
  const current: Answer = (request) => answer(request);
  return { answer: current, change };
};

test('new numbers come in by themselves, and nothing dims or says that it is busy meanwhile', async () => {
  const { answer, change } = changing(withOpen(47));
  const { screen } = await renderWidget(<SupportOverview />, answer, { refreshInterval: 50 });
  const root = screen.getByRole('region', { name: 'Support metrics' });
  await expect.poll(openTickets).toContain('47');
  const seen = new Set<string | null>();
  new MutationObserver(() => seen.add(root.element().getAttribute('aria-busy'))).observe(root.element(), {
    attributes: true,
  });
  change(withOpen(48));
  await expect.poll(openTickets).toContain('48');
  expect(seen).toEqual(new Set());
});

test('when refreshing fails the last numbers stay with their age and the reason, until it works again', async () => {
  const { answer, change } = changing(withOpen(47));
  const { screen } = await renderWidget(<SupportOverview />, answer, { refreshInterval: 200 });
  await expect.poll(openTickets).toContain('47');
  change(problem(503, 'not_ready'));
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The support service is starting. These are the last known numbers.');
  expect(screen.getByText(/loaded/i).elements()).toHaveLength(0);
  expect(openTickets()).toContain('47');
  expect(document.querySelector('.sw-body')?.getAttribute('data-stale')).toBe('true');
  change(withOpen(48));
  await expect.poll(openTickets).toContain('48');
  expect(screen.getByRole('alert').elements()).toHaveLength(0);
});

test('a session that has ended is not asked for again and again', async () => {
  const answer = inTurn(withOpen(47), problem(401, 'unauthenticated'));
  const { screen, requests } = await renderWidget(<SupportOverview />, answer, { refreshInterval: 50 });
  await expect.element(screen.getByText(/^Your session has ended\./)).toBeVisible();
  const asked = requests.length;
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => requests.length).toBeGreaterThan(asked);
});

test('no access says so, which is no fault', async () => {
  const { screen } = await renderWidget(<AlertFeed />, problem(403, 'forbidden'));
  await expect.element(screen.getByText('You have no access to this')).toBeVisible();
  expect(document.querySelector('.sw-notice [data-icon]')?.getAttribute('data-icon')).toBe('low');
});

test.each([
  { widget: <SupportOverview />, works: portfolioPages, name: 'Period', failing: 'This year', former: 'This month' },
  {
    widget: <TicketVolumeTrend customerId="acme" />,
    works: json(busyCustomer),
    name: 'Period',
    failing: 'This year',
    former: 'This month',
  },
  { widget: <TeamOverview />, works: json(teamPortfolio), name: 'Period', failing: 'This year', former: 'This month' },
  { widget: <AlertFeed />, works: alertPages, name: 'Severity', failing: 'Critical', former: 'All severities' },
  {
    widget: <UnmatchedTickets />,
    works: json(unmatchedPage),
    name: 'Reason',
    failing: 'Claimed twice (1)',
    former: 'All reasons (6)',
  },
])(
  'where another $name cannot be loaded no data of the one before stays, and that can be chosen again',
  async ({ widget, works, name, failing, former }) => {
    const { answer, change } = changing(works);
    const { screen } = await renderWidget(widget, answer);
    const hasData = (): boolean => document.querySelector('.sw-body') !== null;
    await expect.poll(hasData).toBe(true);
    change(problem(500, 'internal_error'));
    const choice = screen.getByRole('combobox', { name });
    await choice.selectOptions(failing);
    await expect.element(screen.getByRole('alert').getByText('This could not be loaded')).toBeVisible();
    expect(hasData()).toBe(false);
    expect(screen.getByRole('region').element().getAttribute('aria-busy')).toBe('false');
    const subtitle = document.querySelector('.sw-subtitle');
    expect(subtitle?.getBoundingClientRect().height ?? 0).toBe(0);
    change(works);
    await choice.selectOptions(former);
    await expect.poll(hasData).toBe(true);
  },
);

test('the age of the last numbers is told once they have one', async () => {
  const { answer, change } = changing(withOpen(47));
  const later = new Date(Date.now() + 4.5 * 60_000).toISOString();
  const { screen } = await renderWidget(<SupportOverview />, answer, { refreshInterval: 50, now: later });
  await expect.poll(openTickets).toContain('47');
  change(problem(503, 'not_ready'));
  await expect.element(screen.getByText(/^Last loaded \dm ago$/)).toBeVisible();
});

test('before anything has come in, an empty feed is no good news', async () => {
  const { screen } = await renderWidget(<AlertFeed />, json({ alerts: [], next_cursor: null, data_as_of: null }));
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
});

test('who has paged on keeps the pages: a refresh asks for as many records as are there', async () => {
  const { screen, requests } = await renderWidget(<SupportOverview />, portfolioPages, { refreshInterval: 2000 });
  await screen.getByRole('button', { name: 'View all 40' }).click();
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.element(screen.getByText('Cyberdyne')).toBeVisible();
  await expect.poll(() => new URL(requests.at(-1)?.url ?? '').searchParams.get('limit'), { timeout: 5000 }).toBe('16');
});

test('without a network the numbers stay, and say that there is none', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages, { now: NOW });
  await expect.poll(openTickets).toContain('47');
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
  await expect.element(screen.getByText('You are offline. These are the last known numbers.')).toBeVisible();
  Reflect.deleteProperty(navigator, 'onLine');
  dispatchEvent(new Event('online'));
  await expect.poll(() => screen.getByText(/You are offline/).elements().length).toBe(0);
});
