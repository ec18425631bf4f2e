import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { json } from '../__fixtures__/answers.js';
import { NOW } from '../__fixtures__/clock.js';
import { silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer, expectedVolume, volumeAnomalies } from '../__fixtures__/metrics.js';
import { portfolio } from '../__fixtures__/portfolio.js';
import { axeFindings, renderWidget } from '../__fixtures__/render-widget.js';
import { words } from '../__fixtures__/words.js';
import { createFormat } from '../format/create-format.js';
import type { DrilldownTarget } from '../provider/drilldown.js';
import { trendChart } from './trend-chart.js';
import { TicketVolumeTrend } from './TicketVolumeTrend.js';

const chartWith = (expected: typeof expectedVolume, anomalies: typeof volumeAnomalies) =>
  trendChart(busyCustomer.trends, { expected, anomalies }, words, createFormat('en', 'UTC'), Date.parse(NOW));

test('without expectations there is no band and no mark', () => {
  const chart = chartWith([], []);
  expect(chart.band).toBeUndefined();
  expect(chart.points.some(({ isMarked }) => isMarked)).toBe(false);
});

test('expectations and marks find their buckets by their begin', () => {
  const chart = chartWith(expectedVolume.slice(3, 5), volumeAnomalies);
  expect(chart.band?.ranges.map((range) => range !== null)).toEqual(
    busyCustomer.trends.map((_, index) => index === 3 || index === 4),
  );
  expect(chart.points[10]).toMatchObject({ isMarked: true, note: 'More than expected' });
});

test('Enter leads to the tickets of the week, by local days', async () => {
  const onDrilldown = vi.fn<(target: DrilldownTarget) => void>();
  const widget = <TicketVolumeTrend customerId="acme" onDrilldown={onDrilldown} />;
  const { screen } = await renderWidget(widget, json(busyCustomer));
  const chart = screen.getByRole('slider', { name: 'Ticket volume' });
  await expect.element(chart).toBeInTheDocument();
  (chart.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(onDrilldown).toHaveBeenCalledExactlyOnceWith({
    type: 'tickets',
    customer_id: 'acme',
    csm_id: undefined,
    period: '2026-11-16/2026-11-23',
    filter: {},
  });
});

test('of all customers together it draws the trends of the portfolio', async () => {
  const answer = json({ ...portfolio, summary: { ...portfolio.summary, trends: busyCustomer.trends } });
  const { screen } = await renderWidget(<TicketVolumeTrend csmId="dana" />, answer);
  await expect.element(screen.getByRole('slider', { name: 'Ticket volume' })).toBeInTheDocument();
});

test('says why nothing is there', async () => {
  const { screen } = await renderWidget(<TicketVolumeTrend customerId="silent" />, json(silentCustomer));
  await expect.element(screen.getByText('No tickets in this time')).toBeVisible();
});

test.each(['dark', 'light'] as const)('axe finds nothing in %s', async (theme) => {
  document.documentElement.style.background = theme === 'dark' ? '#0b1018' : '#fff';
  const { screen } = await renderWidget(<TicketVolumeTrend customerId="acme" />, json(busyCustomer), { theme });
  await expect.element(screen.getByRole('slider')).toBeInTheDocument();
  expect(await axeFindings(screen.container)).toEqual([]);
});
