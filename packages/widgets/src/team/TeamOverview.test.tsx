import { expect, test, vi } from 'vitest';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json, problem } from '../__fixtures__/answers.js';
import { csmNames, teamPortfolio } from '../__fixtures__/metrics.js';
import { emptyPortfolio } from '../__fixtures__/portfolio.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { TeamOverview } from './TeamOverview.js';

const names = (): (string | null)[] =>
  [...document.querySelectorAll('.sw-team tbody th')].map(({ textContent }) => textContent);

test('adds up the portfolio by CSM, most attention first', async () => {
  const { screen, requests } = await renderWidget(<TeamOverview csmNames={csmNames} />, json(teamPortfolio));
  await expect.element(screen.getByText('4 CSMs and unassigned · 14 customers')).toBeVisible();
  expect(names()[0]).toBe('Dana Scully');
  expect(document.querySelector('[data-sw-part="csm-dana"] [data-column="breaches"]')?.textContent).toMatch(/^5/);
  expect(requests).toHaveLength(1);
});

test('goes on until all customers are counted', async () => {
  const half = { ...teamPortfolio, customers: teamPortfolio.customers.slice(0, 7), next_cursor: 'more' };
  const rest = { ...teamPortfolio, customers: teamPortfolio.customers.slice(7) };
  const { screen, requests } = await renderWidget(<TeamOverview />, inTurn(json(half), json(rest)));
  await expect.element(screen.getByText('4 CSMs and unassigned · 14 customers')).toBeVisible();
  expect(requests.map(({ url }) => new URL(url).searchParams.get('cursor'))).toEqual([null, 'more']);
});

test('what has come in stays when a page fails, and says that it is not all', async () => {
  const half = { ...teamPortfolio, customers: teamPortfolio.customers.slice(0, 7), next_cursor: 'more' };
  const answer = inTurn(json(half), problem(500, 'internal_error'), json(teamPortfolio));
  const { screen } = await renderWidget(<TeamOverview />, answer);
  await expect.element(screen.getByText(/ · 7\+ customers · Only the first 7/)).toBeVisible();
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('4 CSMs and unassigned · 14 customers')).toBeVisible();
});

test('a number to worry about is red, also where it leads on', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(
    <TeamOverview csmNames={csmNames} onDrilldown={onDrilldown} />,
    json(teamPortfolio),
  );
  const link = screen.getByRole('button', { name: 'Past SLA: 5, Dana Scully' });
  await expect.element(link).toBeVisible();
  const cell = link.element().closest('td') as HTMLElement;
  expect(getComputedStyle(link.element()).color).toBe(getComputedStyle(cell).color);
});

test('a column sorts, and says so', async () => {
  const { screen } = await renderWidget(<TeamOverview csmNames={csmNames} />, json(teamPortfolio));
  await screen.getByRole('button', { name: 'Open tickets' }).click();
  await expect
    .element(screen.getByRole('columnheader', { name: 'Open tickets' }))
    .toHaveAttribute('aria-sort', 'descending');
  await screen.getByRole('button', { name: 'CSM' }).click();
  expect(names()).toEqual([
    'Dana Scully',
    'Fox Mulder',
    expect.stringMatching(/^monica/),
    'Unassigned',
    'Walter Skinner',
  ]);
});

test('a CSM can be selected, and customers without one too', async () => {
  const onSelectCsm = vi.fn<(csmId: string | null) => void>();
  const { screen } = await renderWidget(<TeamOverview onSelectCsm={onSelectCsm} />, json(teamPortfolio));
  await screen.getByRole('button', { name: 'fox' }).click();
  await screen.getByRole('button', { name: 'Unassigned' }).click();
  expect(onSelectCsm.mock.calls).toEqual([['fox'], [null]]);
});

test('each number leads to the tickets or customers behind it', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <TeamOverview csmNames={csmNames} onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, json(teamPortfolio));
  for (const name of [
    'Dana Scully',
    'Needing attention: 2, Dana Scully',
    'Customers: 3, Dana Scully',
    'Open tickets: 13, Dana Scully',
    'Past SLA: 5, Dana Scully',
    'Escalations: 2, Fox Mulder',
    'CSAT: 3.0, Dana Scully',
  ]) {
    await screen.getByRole('button', { name, exact: true }).click();
  }
  const open = ['open', 'pending'];
  const csm = { type: 'csm', csm_id: 'dana' };
  expect(onDrilldown.mock.calls.flat()).toEqual([
    csm,
    csm,
    csm,
    { type: 'tickets', csm_id: 'dana', filter: { status: open } },
    { type: 'tickets', csm_id: 'dana', filter: { status: open, sla: { status: ['breached'] } } },
    { type: 'tickets', csm_id: 'fox', filter: { is_escalated: true } },
    { type: 'tickets', csm_id: 'dana', period: 'this_month', filter: { is_rated: true } },
  ]);
});

test('what leads nowhere does not look as if it did', async () => {
  const { screen, rerender } = await renderWidget(<TeamOverview csmNames={csmNames} />, json(teamPortfolio));
  await expect.element(screen.getByText('Dana Scully')).toBeVisible();
  expect(document.querySelectorAll('.sw-team tbody button')).toHaveLength(0);
  await rerender(<TeamOverview csmNames={csmNames} onDrilldown={vi.fn<(target: DrilldownTarget) => void>()} />);
  // Tickets of customers without a CSM cannot be asked for; nothing is behind a zero.
  const labels = [...document.querySelectorAll('[data-sw-part="csm-"] button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  );
  expect(labels).toEqual([
    'Unassigned',
    'Needing attention: 1, Unassigned',
    'Northwind Traders International Holdings of Rotterdam and Antwerp B.V.',
    'Customers: 2, Unassigned',
  ]);
});

test('onSelectCsm stands before onDrilldown for CSMs, and customers lead on too', async () => {
  const onSelectCsm = vi.fn<(csmId: string | null) => void>();
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const onSelectCustomer = vi.fn<(customerId: string) => void>();
  const events = { onSelectCsm, onDrilldown, onSelectCustomer };
  const { screen } = await renderWidget(<TeamOverview csmNames={csmNames} {...events} />, json(teamPortfolio));
  await screen.getByRole('button', { name: 'Customers: 3, Dana Scully' }).click();
  await screen.getByRole('button', { name: 'Acme Corp' }).click();
  expect(onSelectCsm).toHaveBeenCalledExactlyOnceWith('dana');
  expect(onSelectCustomer).toHaveBeenCalledExactlyOnceWith('acme');
  expect(onDrilldown).not.toHaveBeenCalled();
});

test('each column says what it means, of when, from how much, and how fresh it is', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const { screen } = await renderWidget(<TeamOverview onDrilldown={onDrilldown} />, json(teamPortfolio));
  await expect.element(screen.getByRole('columnheader', { name: 'CSAT', exact: true })).toBeVisible();
  const table = screen.getByRole('table', { name: 'Team' });
  expect(table.getByRole('button', { name: /^About: / }).elements()).toHaveLength(6);
  await table.getByRole('button', { name: 'About: CSAT' }).click();
  const meaning = screen.getByRole('dialog', { name: 'About: CSAT' });
  await expect.element(meaning.getByText('Nov 1 – 30, 2026')).toBeVisible();
  await expect.element(meaning.getByText('221 ratings')).toBeVisible();
  await expect.element(meaning.getByText(/^Updated/)).toBeVisible();
  await meaning.getByRole('button', { name: 'View these tickets' }).click();
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    period: 'this_month',
    filter: { is_rated: true },
  });
});

test('where lines are cards, the meaning of the column that sorts them stands beside the choice', async () => {
  const { screen } = await renderWidget(<TeamOverview />, json(teamPortfolio), { width: 320 });
  await screen.getByRole('combobox', { name: 'Sort by' }).selectOptions('Past SLA');
  await screen.getByRole('button', { name: 'About: Past SLA' }).click();
  const meaning = screen.getByRole('dialog', { name: 'About: Past SLA' });
  await expect.element(meaning.getByText('14 customers')).toBeVisible();
  expect(meaning.getByRole('button').elements()).toEqual([]);
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<TeamOverview />, json(emptyPortfolio));
  await expect.element(screen.getByText('No customers yet')).toBeVisible();
});

test.each([320, 768, 900, 1240])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const widget = <TeamOverview csmNames={csmNames} onDrilldown={vi.fn<(target: DrilldownTarget) => void>()} />;
  const { screen } = await renderWidget(widget, json(teamPortfolio), { width });
  await expect.element(screen.getByRole('button', { name: 'Dana Scully' })).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(document.querySelector('.sw-team')?.scrollWidth).toBeLessThanOrEqual(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
