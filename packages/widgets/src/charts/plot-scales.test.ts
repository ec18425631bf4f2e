import { expect, test } from 'vitest';
import type { Chart } from './chart.js';
import { plotScales } from './plot-scales.js';

const chart = (counts: readonly (number | null)[], more: Partial<Chart> = {}): Chart => ({
  label: '',
  formatTick: String,
  points: counts.map((_, index) => ({ id: String(index), tick: '', rowName: '', title: '' })),
  series: [
    { id: 'created', label: '', look: 'bar', hue: 1, values: counts, format: String },
    { id: 'resolved', label: '', look: 'outline', hue: 2, values: counts.map(() => 1), format: String },
  ],
  ...more,
});

test('the highest number of any series fits, and zero stands on the base', () => {
  const { y } = plotScales(chart([3, 17, null]), 300, 100);
  expect(y(0)).toBe(100);
  expect(y(17)).toBeGreaterThanOrEqual(0);
});

test('what was expected and the target fit too', () => {
  const { y } = plotScales(chart([3], { band: { label: '', ranges: [[1, 40]] } }), 300, 100);
  expect(y(40)).toBeGreaterThanOrEqual(0);
  expect(plotScales(chart([3], { target: { label: '', value: 50 } }), 300, 100).y(50)).toBeGreaterThanOrEqual(0);
});

test('the axis counts whole tickets only', () => {
  expect(plotScales(chart([1]), 300, 100).yTicks).toEqual([0, 1]);
  expect(plotScales(chart([0]), 300, 100).yTicks).toEqual([0, 1]);
  expect(plotScales(chart([13]), 300, 100).yTicks).toEqual([0, 5, 10, 15]);
});

test('an axis with given ends has just these', () => {
  const { y, yTicks } = plotScales(chart([3.4], { domain: [1, 5] }), 300, 100);
  expect([y(1), y(5)]).toEqual([100, 0]);
  expect(yTicks).toEqual([1, 2, 3, 4, 5]);
});

test('the bars of a point fit into its column at any width', () => {
  const weeks = chart(Array.from({ length: 52 }, () => 5));
  for (const width of [200, 320, 2000]) {
    const { barWidth, bandWidth, barLeft, left } = plotScales(weeks, width, 100);
    expect(barWidth).toBeGreaterThan(0);
    expect(barWidth).toBeLessThanOrEqual(Math.max(1, bandWidth));
    if (barWidth > 1) expect(barLeft(3, 0)).toBeGreaterThanOrEqual(left(3));
    if (barWidth > 1) expect(barLeft(3, 1) + barWidth).toBeLessThanOrEqual(left(3) + bandWidth + 0.01);
  }
});
