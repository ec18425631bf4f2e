import { expect, test, vi } from 'vitest';
import { inTurn } from '../__fixtures__/answer-in-turn.js';
import { json } from '../__fixtures__/answers.js';
import { csmNames, teamPortfolio } from '../__fixtures__/metrics.js';
import { emptyPortfolio } from '../__fixtures__/portfolio.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { TeamOverview } from './TeamOverview.js';

const names = (): (string | null)[] =>
  [...document.querySelectorAll('.sw-team tbody th')].map(({ textContent }) => textContent);

test('adds up the portfolio by CSM, most attention first', async () => {
  const { screen, requests } = await renderWidget(<TeamOverview csmNames={csmNames} />, json(teamPortfolio));
  await expect.element(screen.getByText('5 CSMs · 14 customers')).toBeVisible();
  expect(names()[0]).toBe('Dana Scully');
  expect(document.querySelector('[data-sw-part="csm-dana"] [data-column="breaches"]')?.textContent).toMatch(/^5/);
  expect(requests).toHaveLength(1);
});

test('goes on until all customers are counted', async () => {
  const half = { ...teamPortfolio, customers: teamPortfolio.customers.slice(0, 7), next_cursor: 'more' };
  const rest = { ...teamPortfolio, customers: teamPortfolio.customers.slice(7) };
  const { screen, requests } = await renderWidget(<TeamOverview />, inTurn(json(half), json(rest)));
  await expect.element(screen.getByText('5 CSMs · 14 customers')).toBeVisible();
  expect(requests.map(({ url }) => new URL(url).searchParams.get('cursor'))).toEqual([null, 'more']);
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

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<TeamOverview />, json(emptyPortfolio));
  await expect.element(screen.getByText('No customers yet')).toBeVisible();
});

test.each([320, 700, 1000])('axe finds nothing, and nothing sticks out at %i', async (width) => {
  document.documentElement.style.background = '#0b1018';
  const widget = <TeamOverview csmNames={csmNames} onSelectCsm={vi.fn<(csmId: string | null) => void>()} />;
  const { screen } = await renderWidget(widget, json(teamPortfolio), { width });
  await expect.element(screen.getByRole('button', { name: 'Dana Scully' })).toBeVisible();
  expect(screen.container.querySelector('.sw-root')?.scrollWidth).toBe(width);
  expect(document.querySelector('.sw-team')?.scrollWidth).toBeLessThanOrEqual(width);
  expect(await axeFindings(screen.container)).toEqual([]);
});
