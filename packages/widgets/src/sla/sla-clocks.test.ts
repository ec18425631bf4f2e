import { expect, test } from 'vitest';
import { acme, silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { words } from '../__fixtures__/words.js';
import { createFormat } from '../format/create-format.js';
import { slaClocks } from './sla-clocks.js';
import { slaTrendChart } from './sla-trend-chart.js';

const { sla } = acme.customer;
const zoned = createFormat('en', 'UTC');

test('a clock stands against its target, in words', () => {
  const [first, resolution] = slaClocks(sla, words);
  expect(first).toMatchObject({ value: '92.5%', verdict: 'On target 90%', tone: 'good', trend: 'Stable' });
  expect([first?.trendLook.icon, resolution?.trendLook.icon]).toEqual(['flat', 'down']);
  expect(resolution).toMatchObject({ value: '85%', verdict: 'Below target 90%', tone: 'warn', trend: 'Declining' });
});

test('all tickets are counted once, those at risk as a part of those that run', () => {
  const [, resolution] = slaClocks(sla, words);
  expect(resolution?.shares.map(({ label, value, note }) => [label, value, note])).toEqual([
    ['Met', '34', undefined],
    ['Missed', '6', undefined],
    ['Running', '7', '2 at risk'],
    ['No target', '0', undefined],
  ]);
});

test('times come with the number of tickets that they are of', () => {
  const [, resolution] = slaClocks(sla, words);
  expect(resolution?.durations.map(({ value }) => value)).toEqual(['12 hours', '44 hours', '18 hours']);
  expect(resolution?.durationCount).toBe('of 35 tickets');
});

test('nothing decided is no number and no verdict', () => {
  const [first] = slaClocks(silentCustomer.customer.sla, words);
  expect(first).toMatchObject({
    value: '–',
    pct: null,
    tone: 'neutral',
    verdict: 'No ticket was decided in this period',
  });
  expect(first?.durations.map(({ value }) => value)).toEqual(['–', '–', '–']);
});

test('the chart begins where the numbers are, and the target is always on it', () => {
  const chartOf = (trends: typeof busyCustomer.trends, target: number) =>
    slaTrendChart(trends, target, words, zoned, Date.parse(busyCustomer.trends.at(-1)?.bucket_start ?? ''));
  expect(chartOf(busyCustomer.trends, 90).domain).toEqual([60, 100]);
  expect(chartOf(busyCustomer.trends, 50).domain).toEqual([40, 100]);
  expect(chartOf([], 90)).toMatchObject({ domain: [80, 100], target: { label: 'Target 90%', value: 90 } });
});
