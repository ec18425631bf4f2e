import { expect, test } from 'vitest';
import { words } from '../__fixtures__/words.js';
import type { Chart } from './chart.js';
import { chartSummary, pointText, trendOf } from './chart-words.js';

const weeks = ['Nov 2', 'Nov 9', 'Nov 16', 'Nov 23'];

const chart: Chart = {
  label: 'Ticket volume',
  formatTick: String,
  points: weeks.map((day, index) => ({
    id: day,
    tick: day,
    rowName: day,
    title: `Week of ${day}`,
    isPartial: index === 3,
    note: index === 1 ? 'More than expected' : undefined,
  })),
  series: [
    { id: 'created', label: 'Created', look: 'bar', hue: 1, values: [5, 14, 6, 1], format: String },
    { id: 'csat', label: 'CSAT', look: 'line', hue: 3, values: [null, 4, null, null], format: String },
  ],
  band: { label: 'Expected', ranges: [null, [3, 9], null, null] },
};

test('a point is read out with every series, what was expected and what is special', () => {
  expect(pointText(chart, 1, words)).toBe('Week of Nov 9: Created 14, CSAT 4, Expected 3–9, More than expected');
  expect(pointText(chart, 0, words)).toBe('Week of Nov 2: Created 5, CSAT –');
});

test('a summary names the least, the most, the latest and the way; a week still running is not the least', () => {
  expect(chartSummary(chart, words)).toBe(
    '4 points, from Week of Nov 2 to Week of Nov 23. ' +
      'Created: lowest 5 (Week of Nov 2), highest 14 (Week of Nov 9), latest 1, too few for a trend. ' +
      'CSAT: lowest 4 (Week of Nov 9), highest 4 (Week of Nov 9), latest 4, too few for a trend.',
  );
});

test('a series without a value says so, and a chart without a point nothing', () => {
  const [series] = chart.series;
  const silent: Chart = { ...chart, band: undefined, series: series ? [{ ...series, values: [] }] : [] };
  expect(chartSummary(silent, words)).toMatch(/Created: no values\.$/);
  expect(chartSummary({ ...chart, points: [] }, words)).toBe('');
});

test('a trend is the later half against the earlier one', () => {
  expect(trendOf([1, 2, 3, 4])).toBe('rising');
  expect(trendOf([4, 9, 2, 1])).toBe('falling');
  expect(trendOf([10, 10, 10, 11])).toBe('level');
  expect(trendOf([0, 0, 0, 0])).toBe('level');
  expect(trendOf([1, 2, 3])).toBe('unclear');
});
