import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, portfolioPages, problem } from '../__fixtures__/answers.js';
import { calmPortfolio, emptyPortfolio, portfolio } from '../__fixtures__/portfolio.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { SupportOverview } from './SupportOverview.js';

const part = (name: string): string => document.querySelector(`[data-sw-part="${name}"]`)?.textContent ?? '';

test('shows the three numbers against last week, target and this week', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  await expect.element(screen.getByText('Open tickets', { exact: true })).toBeVisible();
  expect(part('stat-open-tickets')).toBe('Open tickets47+12 vs last week');
  expect(part('stat-csat')).toBe('Avg CSAT4.2/5−0.3 vs target 4.5');
  expect(part('stat-escalations')).toBe('Escalations5+2 this week');
});

test('names the customers that need attention with their reasons, and a spike with its size', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  const list = screen.getByRole('region', { name: 'Customers needing attention' });
  await expect.element(list.getByText('CSAT 3.1', { exact: false })).toBeVisible();
  expect(list.getByRole('listitem').first().element().textContent).toMatch(
    /^Critical: Acme Corp5 open tickets past SLA/,
  );
  await expect.element(list.getByText('Ticket spike (+300% this week)', { exact: false })).toBeVisible();
  await expect.element(list.getByText('Escalation pending 3 days', { exact: false })).toBeVisible();
  expect(list.getByRole('listitem').elements()).toHaveLength(5);
});

test('draws SLA compliance with verdicts in words and the target', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
  expect(part('bar-first_response')).toBe('First responseOn target: 94%188 of 200 tickets · median 48 minutes');
  expect(part('bar-resolution')).toBe('ResolutionBelow target: 87.4%166 of 190 tickets · median 14 hours');
});

test('says why a number is missing instead of showing zero', async () => {
  const { screen } = await renderWidget(<SupportOverview />, json(calmPortfolio));
  await expect.element(screen.getByText('Nobody needs attention')).toBeVisible();
  expect(part('stat-csat')).toBe('Avg CSAT–No ratings in this period');
  expect(part('bar-resolution')).toBe('Resolution–No ticket was decided in this period');
});

test('a customer is selected with the keyboard alone', async () => {
  const onSelectCustomer = vi.fn<(customerId: string) => void>();
  const { screen } = await renderWidget(<SupportOverview onSelectCustomer={onSelectCustomer} />, portfolioPages);
  await expect.element(screen.getByRole('button', { name: /Acme Corp/ })).toBeVisible();
  const tabs = ['period', 'about open tickets', 'about CSAT', 'about escalations', 'view all', 'Acme Corp'];
  await userEvent.keyboard(`${tabs.map(() => '{Tab}').join('')}{Enter}`);
  expect(onSelectCustomer).toHaveBeenCalledExactlyOnceWith('acme');
});

test('customers are plain lines when the host cannot open them', async () => {
  const { screen } = await renderWidget(<SupportOverview />, portfolioPages);
  await expect.element(screen.getByText('TechStart')).toBeVisible();
  expect(screen.getByRole('button', { name: /TechStart/ }).elements()).toHaveLength(0);
});

test('View all lists everybody and goes on page by page', async () => {
  const { screen, requests } = await renderWidget(<SupportOverview csmId="dana" />, portfolioPages);
  await screen.getByRole('button', { name: 'View all 40' }).click();
  await expect.element(screen.getByText('Wonka Retail')).toBeVisible();
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.element(screen.getByText('Cyberdyne')).toBeVisible();
  expect(new URL(requests.at(-1)?.url ?? '').search).toBe('?csm_id=dana&period=this_month&timezone=UTC&cursor=page-2');
  expect(screen.getByRole('button', { name: 'Show more' }).elements()).toHaveLength(0);
});

test('a page that cannot be loaded leaves the list standing and can be asked for again', async () => {
  const answer = inTurn(portfolioPages, problem(500, 'internal_error'), portfolioPages);
  const { screen } = await renderWidget(<SupportOverview />, answer);
  await screen.getByRole('button', { name: 'View all 40' }).click();
  await screen.getByRole('button', { name: 'Show more' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The next page could not be loaded.');
  await expect.element(screen.getByText('Wonka Retail')).toBeVisible();
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('Cyberdyne')).toBeVisible();
});

test('choosing a period asks once for it, and keeps the last numbers until the new ones are there', async () => {
  const onPeriodChange = vi.fn<(period: string) => void>();
  const answer = inTurn(portfolioPages, never);
  const { screen, requests } = await renderWidget(<SupportOverview onPeriodChange={onPeriodChange} />, answer);
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
  await screen.getByRole('combobox', { name: 'Period' }).selectOptions('Last quarter');
  await expect.element(screen.getByRole('region', { name: 'Support metrics' })).toHaveAttribute('aria-busy', 'true');
  expect(part('stat-open-tickets')).toContain('47');
  expect(onPeriodChange).toHaveBeenCalledExactlyOnceWith('last_quarter');
  expect(requests.map(({ url }) => new URL(url).searchParams.get('period'))).toEqual(['this_month', 'last_quarter']);
});

test('a period that the host fixes is no choice', async () => {
  const { screen } = await renderWidget(<SupportOverview period="2026-W47" />, portfolioPages);
  await expect.element(screen.getByText('2026-W47')).toBeVisible();
  expect(screen.getByRole('combobox').elements()).toHaveLength(0);
});

test('an error says what happened and can be retried in place', async () => {
  const { screen } = await renderWidget(<SupportOverview />, inTurn(problem(500, 'internal_error'), portfolioPages));
  await expect.element(screen.getByRole('alert').getByText('This could not be loaded')).toBeVisible();
  await expect.element(screen.getByText('Reference: req_7f3a')).toBeVisible();
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
});

test('a period that the API does not know is explained', async () => {
  const { screen, requests } = await renderWidget(<SupportOverview period="someday" />, portfolioPages);
  await expect.element(screen.getByRole('alert').getByText(/^period: expected a period such as/)).toBeVisible();
  expect(requests).toHaveLength(0);
});

test('an empty portfolio says why', async () => {
  const { screen, rerender } = await renderWidget(<SupportOverview />, json(emptyPortfolio));
  await expect.element(screen.getByText('Nothing is connected yet')).toBeVisible();
  await rerender(<SupportOverview csmId="dana" />);
  await expect.element(screen.getByText(/No customer is assigned to this CSM/)).toBeVisible();
});

test('leaving ends the call', async () => {
  const { screen, requests } = await renderWidget(<SupportOverview />, never);
  await expect.element(screen.getByRole('status')).toHaveTextContent('Loading Support metrics…');
  await screen.unmount();
  await expect.poll(() => requests[0]?.signal.aborted).toBe(true);
});

test("another CSM's numbers never stand under the new name", async () => {
  const { screen, rerender } = await renderWidget(<SupportOverview csmId="dana" />, inTurn(json(portfolio), never));
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
  await rerender(<SupportOverview csmId="lee" />);
  await expect.element(screen.getByRole('status')).toBeInTheDocument();
  expect(part('stat-open-tickets')).toBe('');
});

test.each(['dark', 'light'] as const)('axe finds nothing in %s', async (theme) => {
  document.documentElement.style.background = theme === 'dark' ? '#0b1018' : '#fff';
  const { screen } = await renderWidget(<SupportOverview onSelectCustomer={vi.fn<() => void>()} />, portfolioPages, {
    theme,
  });
  await expect.element(screen.getByText('Target 90%')).toBeVisible();
  expect(await axeFindings(screen.container)).toEqual([]);
});
