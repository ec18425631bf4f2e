import { expect, test } from 'vitest';
import { NOW } from '../__fixtures__/clock.js';
import { acme, silentCustomer } from '../__fixtures__/customer.js';
import { busyCustomer } from '../__fixtures__/metrics.js';
import { words } from '../__fixtures__/words.js';
import { createFormat } from '../format/create-format.js';
import { commentRows } from './comment-rows.js';
import { csatChart } from './csat-chart.js';
import { csatStats } from './csat-stats.js';
import { distributionRows } from './distribution-rows.js';

const chart = csatChart(busyCustomer.trends, undefined, words, createFormat('en', 'UTC'), Date.parse(NOW));

test('a week of few ratings is drawn hollow and says so; a week without any has no point', () => {
  expect(chart.points[5]).toMatchObject({ isFaint: true, note: '1 rating, too few to judge' });
  expect(chart.points[0]).toMatchObject({ note: '5 ratings' });
  expect(chart.points[0]?.isFaint).toBe(false);
  expect(chart.points[2]?.note).toBeUndefined();
  expect(chart.series[0]?.values[2]).toBeNull();
});

test('averages are drawn on the whole scale, so that a small change looks small', () => {
  expect(chart.domain).toEqual([1, 5]);
});

test('the average stands beside its trend and the number of ratings it rests on', () => {
  const [average, satisfied, rate] = csatStats(acme.customer.satisfaction, undefined, words);
  expect(average).toMatchObject({ value: '3.1', unit: '/5', note: 'Declining from 3.8 · 8 ratings', tone: 'bad' });
  expect([satisfied?.value, rate?.value]).toEqual(['37.5%', '25%']);
});

test('too few ratings have no trend, and none have no number', () => {
  const few = { ...acme.customer.satisfaction, csat_responses: 2, trend_confidence: 'insufficient_data' as const };
  expect(csatStats(few, undefined, words)[0]?.note).toBe('2 ratings, too few for a trend (before: 3.8)');
  expect(csatStats(silentCustomer.customer.satisfaction, undefined, words).map(({ value }) => value)).toEqual([
    '–',
    '–',
    '–',
  ]);
});

test('scores are spread from best to worst, and add up to all ratings', () => {
  const rows = distributionRows(busyCustomer.customer.satisfaction.distribution, words);
  expect(rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
    '5 of 5: 2',
    '4 of 5: 2',
    '3 of 5: 2',
    '2 of 5: 1',
    '1 of 5: 1',
  ]);
  expect(rows.reduce((sum, { pct }) => sum + (pct ?? 0), 0)).toBeCloseTo(100);
  expect(distributionRows({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }, words)).toEqual([]);
});

test('comments are those of rated tickets, newest first', () => {
  const rows = commentRows(busyCustomer.tickets, words);
  expect(rows.map(({ name, score }) => `${name} ${score}`)).toEqual([
    '#4402 2 of 5',
    '#4391 5 of 5',
    '#4377 3 of 5',
    '#4360 1 of 5',
    '#4340 4 of 5',
    '#4331 5 of 5',
  ]);
});
