import { expect, test } from 'vitest';
import { words } from '../__fixtures__/words.js';
import { categoryBars } from './category-bars.js';
import { type ChangeSide, explainChange } from './explain-change.js';

const side = (by_category: Record<string, number>, by_priority: Partial<ChangeSide['by_priority']>): ChangeSide => ({
  total: Object.values(by_category).reduce((sum, count) => sum + count, 0),
  by_category,
  by_priority: { low: 0, medium: 0, high: 0, critical: 0, ...by_priority },
});

const october = side({ Performance: 4, 'How-to': 9, Billing: 3 }, { low: 12, high: 4 });
const november = side({ Performance: 14, 'How-to': 7, Access: 1, Billing: 3 }, { low: 12, high: 13 });

test('more tickets are explained by what grew most, by category and by priority', () => {
  expect(explainChange(november, october)).toEqual({
    change: 9,
    drivers: [
      { dimension: 'category', name: 'Performance', previous: 4, current: 14, change: 10 },
      { dimension: 'category', name: 'Access', previous: 0, current: 1, change: 1 },
      { dimension: 'priority', name: 'high', previous: 4, current: 13, change: 9 },
    ],
  });
});

test('fewer tickets are explained by what shrank', () => {
  const { change, drivers } = explainChange(october, november);
  expect(change).toBe(-9);
  expect(drivers.map(({ name, change: part }) => [name, part])).toEqual([
    ['Performance', -10],
    ['Access', -1],
    ['high', -9],
  ]);
});

test('as many as before needs no explanation, whatever moved inside', () => {
  expect(explainChange(side({ a: 3, b: 1 }, {}), side({ a: 1, b: 3 }, {}))).toEqual({ change: 0, drivers: [] });
});

test('three of each dimension are named at most', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`c${index}`, 9 - index]));
  expect(explainChange(side(many, {}), side({}, {})).drivers.map(({ name }) => name)).toEqual(['c0', 'c1', 'c2']);
});

test('categories stand most frequent first, with their change where the period before is known', () => {
  const bars = categoryBars(november.by_category, october.by_category, words);
  expect(bars.map(({ label, value, share, change }) => [label, value, share, change])).toEqual([
    ['Performance', '14', '56%', '+10'],
    ['How-to', '7', '28%', '−2'],
    ['Billing', '3', '12%', 'Same'],
    ['Access', '1', '4%', 'New'],
  ]);
  expect(categoryBars(november.by_category, undefined, words)[0]).toMatchObject({
    length: 100,
    previousLength: null,
    change: undefined,
  });
});

test('a category that is gone is still told; the rest is one bar; a small share is not nothing', () => {
  expect(categoryBars({ a: 1 }, { a: 1, gone: 2 }, words)[1]).toMatchObject({
    label: 'gone',
    value: '0',
    change: '−2',
  });
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`c${index}`, index === 0 ? 5000 : 1]));
  const bars = categoryBars(many, undefined, words);
  expect(bars).toHaveLength(9);
  expect(bars.at(-1)).toMatchObject({ category: null, label: 'Other', value: '3', share: '<1%' });
  expect(categoryBars({}, undefined, words)).toEqual([]);
});
