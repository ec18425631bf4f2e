import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, never, problem } from '../__fixtures__/answers.js';
import { hoursAgo, NOW } from '../__fixtures__/clock.js';
import { manyTickets } from '../__fixtures__/metrics.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { acmeTicket, acmeTickets } from '../__fixtures__/tickets.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { SupportProvider } from '../provider/SupportProvider.js';
import { OpenTicketsTable } from './OpenTicketsTable.js';
import { OpenTicketsTableView } from './OpenTicketsTableView.js';

const page = (tickets: readonly object[], next_cursor: string | null = null) =>
  json({ tickets, next_cursor, data_as_of: hoursAgo(0.07) });

const closed = acmeTicket({
  id: '1',
  subject: 's',
  category: 'c',
  priority: 'low',
  age: 9,
  sla: 'met',
  status: 'closed',
});

const drawn = (): (string | null)[] =>
  [...document.querySelectorAll('.sw-grid-row')].map((row) => row.querySelector('td')?.textContent ?? null);

afterEach(() => vi.useRealTimers());

test('lists open and pending tickets, the most pressing first', async () => {
  const { screen, requests } = await renderWidget(
    <OpenTicketsTable customerId="acme" />,
    page([...acmeTickets, closed]),
  );
  await expect.element(screen.getByText('12 tickets', { exact: true })).toBeVisible();
  expect(drawn()).toHaveLength(12);
  expect(drawn().slice(0, 6)).toEqual(['#4498', '#4507', '#4510', '#4518', '#4521', '#4537']);
  expect(requests).toHaveLength(1);
});

test('asks for pages until one holds a ticket that is not open', async () => {
  const [first, second] = [acmeTickets.slice(0, 5), [...acmeTickets.slice(5), closed]];
  const { screen, requests } = await renderWidget(
    <OpenTicketsTable customerId="acme" />,
    inTurn(page(first, 'more'), page(second, 'even-more')),
  );
  await expect.element(screen.getByText('12 tickets', { exact: true })).toBeVisible();
  expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?limit=500', '?cursor=more&limit=500']);
});

test('shows what has come in while the rest is on its way, and keeps it when a page fails', async () => {
  const answer = inTurn(page(acmeTickets.slice(0, 5), 'more'), problem(500, 'internal_error'), page(acmeTickets));
  const { screen } = await renderWidget(<OpenTicketsTable customerId="acme" />, answer);
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The next page could not be loaded.');
  expect(screen.getByText(/last known/).elements()).toEqual([]);
  await expect.element(screen.getByText('5+ tickets · Only the oldest 5 are shown.')).toBeVisible();
  expect(drawn()).toHaveLength(5);
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('12 tickets', { exact: true })).toBeVisible();
});

test('search and filters narrow the list, and sorting by a column turns round at the second click', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={acmeTickets} />, never);
  await screen.getByRole('combobox', { name: 'Status' }).selectOptions('Pending');
  await expect.element(screen.getByText('2 of 12 tickets')).toBeVisible();
  await screen.getByRole('searchbox').fill('nothing like this');
  await expect.element(screen.getByText('No ticket matches')).toBeVisible();
  await expect.element(screen.getByRole('columnheader', { name: 'Age' })).toBeVisible();
  await screen.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => drawn().length).toBe(12);

  await screen.getByRole('button', { name: 'Age' }).click();
  const age = screen.getByRole('columnheader', { name: 'Age' });
  await expect.element(age).toHaveAttribute('aria-sort', 'ascending');
  expect(drawn()[0]).toBe('#4471');
  await screen.getByRole('button', { name: 'Age' }).click();
  await expect.element(age).toHaveAttribute('aria-sort', 'descending');
  expect(drawn()[0]).toBe('#4539');
});

test('their count says what it means, and leads to the tickets that are shown', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <OpenTicketsTable customerId="acme" onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, page([...acmeTickets, closed]));
  const about = screen.getByRole('button', { name: 'About: Open tickets' });
  const follow = screen.getByRole('button', { name: 'View these tickets' });

  await about.click();
  await expect.element(follow).toBeVisible();
  expect(screen.getByRole('dialog').element().textContent).toBe(
    'Open ticketsTickets of this customer that are not yet resolved, waiting for an answer or for the customer.' +
      'PeriodNowBased on12 ticketsDataUpdated 4m agoView these tickets',
  );
  await follow.click();
  await screen.getByRole('combobox', { name: 'Status' }).selectOptions('Pending');
  await screen.getByRole('combobox', { name: 'Priority' }).selectOptions('Low');
  await expect.element(screen.getByText('1 of 12 tickets')).toBeVisible();
  await about.click();
  await follow.click();
  const target = { type: 'tickets', customer_id: 'acme' };
  expect(onDrilldown.mock.calls).toEqual([
    [{ ...target, filter: { status: ['open', 'pending'] } }],
    [{ ...target, filter: { status: ['pending'], priority: ['low'] } }],
  ]);

  // No host knows what was looked for here.
  await screen.getByRole('searchbox').fill('invoice');
  await about.click();
  await expect.element(screen.getByText('Based on')).toBeVisible();
  expect(follow.elements()).toHaveLength(0);
});

test('ten thousand tickets are a few dozen rows that know their places', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={manyTickets(10_000)} />, never);
  const grid = screen.getByRole('grid', { name: 'Open tickets' });
  await expect.element(grid).toHaveAttribute('aria-rowcount', '10001');
  expect(drawn().length).toBeLessThan(40);
  expect(screen.container.querySelectorAll('*').length).toBeLessThan(900);

  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.querySelector('[aria-rowindex="10001"]')?.getAttribute('data-active')).toBe('true');
  const active = (): string | null => grid.element().getAttribute('aria-activedescendant');
  expect(document.getElementById(active() ?? '')?.getAttribute('aria-rowindex')).toBe('10001');
  await userEvent.keyboard('{PageUp}{ArrowUp}');
  await expect
    .poll(() => Number(document.getElementById(active() ?? '')?.getAttribute('aria-rowindex')))
    .toBeLessThan(9995);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => document.getElementById(active() ?? '')?.getAttribute('aria-rowindex')).toBe('2');
  expect(document.activeElement).toBe(grid.element());
  expect(document.documentElement.scrollHeight).toBeLessThan(2000);
});

test('rows beyond the edges are drawn when a pointer comes, before it can scroll', async () => {
  // Away from where the box will be.
  await userEvent.hover(document.documentElement, { position: { x: 1, y: 1 } });
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={manyTickets(200)} />, never);
  await expect.element(screen.getByRole('grid')).toBeVisible();
  expect(drawn()).toHaveLength(14);
  const box = screen.container.querySelector('.sw-grid-box');
  if (box) await userEvent.hover(box);
  await expect.poll(() => drawn().length).toBe(18);

  box?.scrollTo({ top: 100 * 44 });
  await expect.poll(() => document.querySelectorAll('[aria-rowindex="98"], [aria-rowindex="119"]').length).toBe(2);
});

test('a row that is scrolled to by keys is in full sight', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={manyTickets(200)} />, never);
  const grid = screen.getByRole('grid', { name: 'Open tickets' });
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{PageDown}{PageDown}{ArrowDown}');
  await expect.poll(() => document.querySelectorAll('[data-active="true"]').length).toBe(1);
  const box = document.querySelector('.sw-grid-box')?.getBoundingClientRect();
  const row = document.querySelector('[data-active="true"]')?.getBoundingClientRect();
  expect(row?.top).toBeGreaterThanOrEqual((box?.top ?? 0) + 30);
  expect(row?.bottom).toBeLessThanOrEqual((box?.bottom ?? 0) + 1);
});

test('the active row stays in sight where rows become cards, and cards rows', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={manyTickets(200)} />, never);
  (screen.getByRole('grid').element() as HTMLElement).focus();
  await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
  const isInSight = (): boolean => {
    const [box, row] = ['.sw-grid-box', '[data-active="true"]'].map((selector) =>
      document.querySelector(selector)?.getBoundingClientRect(),
    );
    return box !== undefined && row !== undefined && row.top >= box.top && row.bottom <= box.bottom + 1;
  };
  for (const width of [320, 1000]) {
    (screen.container.firstElementChild as HTMLElement).style.width = `${width}px`;
    await expect.element(screen.getByRole('grid')).toHaveStyle({ display: width === 320 ? 'block' : 'table' });
    await expect.poll(isInSight).toBe(true);
  }
});

test('the last of ten thousand cards is reached too', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={manyTickets(10_000)} />, never, { width: 320 });
  const grid = screen.getByRole('grid', { name: 'Open tickets' });
  await expect.element(grid).toHaveStyle({ display: 'block' });
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  const box = (): DOMRect | undefined => document.querySelector('.sw-grid-box')?.getBoundingClientRect();
  const last = (): DOMRect | undefined => document.querySelector('[aria-rowindex="10001"]')?.getBoundingClientRect();
  await expect.poll(() => Math.round((last()?.bottom ?? 0) - (box()?.bottom ?? 0))).toBeLessThanOrEqual(1);
  expect(document.querySelector('.sw-grid-box')?.scrollHeight).toBeCloseTo(680_000, -2);
});

test('Enter follows the ticket of the row', async () => {
  const onTicket = vi.fn<() => void>();
  const slots = {
    ticketLink: ({ children }: { children: React.ReactNode }) => <button onClick={onTicket}>{children}</button>,
  };
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={acmeTickets} />, never, { slots });
  (screen.getByRole('grid').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onTicket).toHaveBeenCalledOnce();
});

test('the last hour counts down by the second, everything else by the minute', async () => {
  vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['setInterval', 'clearInterval', 'Date'] });
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={acmeTickets} />, never, { now: undefined });
  await expect.element(screen.getByText('At risk: Due in 36m 00s')).toBeVisible();
  vi.advanceTimersByTime(5000);
  await expect.element(screen.getByText('At risk: Due in 35m 55s')).toBeVisible();
  vi.advanceTimersByTime(21 * 60_000);
  await expect.element(screen.getByText('1 ticket is due within 15 minutes: #4537')).toBeInTheDocument();
});

test('where it is narrow, tickets are cards and a choice sorts them', async () => {
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={acmeTickets} />, never, { width: 320 });
  await expect.element(screen.getByRole('grid')).toHaveStyle({ display: 'block' });
  await expect.element(screen.getByText('Sort by')).toBeVisible();
  await screen.getByRole('combobox', { name: 'Sort by' }).selectOptions('Priority');
  await expect.poll(() => drawn()[0]).toBe('#4537');
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(320);
  // Of the words that stand beside each other none is cut.
  const words = [...document.querySelectorAll('td:not([data-column="subject"])')];
  expect(words.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  expect(screen.container.querySelector('.sw-grid-box')?.scrollWidth).toBeLessThanOrEqual(318);
});

test('a server renders the first rows, without style attributes that a strict policy would refuse', () => {
  const client = { getPortfolio: never } as never;
  const html = renderToString(
    <SupportProvider client={client} now={NOW}>
      <OpenTicketsTableView tickets={manyTickets(10_000)} />
    </SupportProvider>,
  );
  expect(html.match(/sw-grid-row/g)).toHaveLength(14);
  expect(html).not.toMatch(/\sstyle=/);
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<OpenTicketsTable customerId="acme" />, page([closed]));
  await expect.element(screen.getByText('No open tickets')).toBeVisible();
});

test.each(['dark', 'light'] as const)('axe finds nothing in %s', async (theme) => {
  document.documentElement.style.background = theme === 'dark' ? '#0b1018' : '#fff';
  const { screen } = await renderWidget(<OpenTicketsTableView tickets={acmeTickets} />, never, { theme });
  await expect.element(screen.getByRole('grid')).toBeVisible();
  expect(await axeFindings(screen.container)).toEqual([]);
});
