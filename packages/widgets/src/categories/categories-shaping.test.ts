import { expect, test } from 'vitest';
import { acme } from '../__fixtures__/customer.js';
import { words } from '../__fixtures__/words.js';
import { categoryBars } from './category-bars.js';
import { type ChangeExplanation, type ChangeSide, explainChange, sideBefore } from './explain-change.js';

const side = (by_category: Record<string, number>, by_priority: Partial<ChangeSide['by_priority']>): ChangeSide => ({
  total: Object.values(by_category).reduce((sum, count) => sum + count, 0),
  by_category,
  by_priority: { low: 0, medium: 0, high: 0, critical: 0, ...by_priority },
});

const october = side({ Performance: 4, 'How-to': 9, Billing: 3 }, { low: 12, high: 4 });
const november = side({ Performance: 14, 'How-to': 7, Access: 1, Billing: 3 }, { low: 12, high: 13 });

const told = ({ drivers }: ChangeExplanation) =>
  drivers.map(({ dimension, name, change }) => [dimension, name, change]);

test('a difference is explained by what moved most, up and down, by category and by priority', () => {
  expect(explainChange(november, october)).toEqual({
    change: 9,
    drivers: [
      { dimension: 'category', name: 'Performance', previous: 4, current: 14, change: 10 },
      { dimension: 'category', name: 'How-to', previous: 9, current: 7, change: -2 },
      { dimension: 'category', name: 'Access', previous: 0, current: 1, change: 1 },
      { dimension: 'priority', name: 'high', previous: 4, current: 13, change: 9 },
    ],
  });
});

test('the way back is explained by the same parts, the other way round', () => {
  const back = explainChange(october, november);
  expect(back.change).toBe(-9);
  expect(told(back)).toEqual(
    told(explainChange(november, october)).map(([dimension, name, change]) => [dimension, name, -Number(change)]),
  );
});

test('as many as before may hide what moved inside', () => {
  const explanation = explainChange(side({ a: 3, b: 1 }, {}), side({ a: 1, b: 3 }, {}));
  expect(explanation.change).toBe(0);
  expect(told(explanation)).toEqual([
    ['category', 'a', 2],
    ['category', 'b', -2],
  ]);
});

test('what moved less is one line, unless it is one category or moved nothing together', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, 9 - index]));
  const names = (count: number) => told(explainChange(side(many(count), {}), side({}, {}))).map(([, name]) => name);
  expect(names(5)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  expect(names(9)).toEqual(['c0', 'c1', 'c2', 'c3', null]);
  const even = explainChange(side({ ...many(4), up: 2, down: 0 }, {}), side({ up: 1, down: 1 }, {}));
  expect(told(even).map(([, name]) => name)).toEqual(['c0', 'c1', 'c2', 'c3']);
});

test('the parts add up to the whole difference, whatever each of seven categories did', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'constructor'];
  const before = side(Object.fromEntries(names.map((name) => [name, 1])), {});
  for (let code = 0; code < 3 ** names.length; code += 1) {
    const now = side(Object.fromEntries(names.map((name, index) => [name, Math.floor(code / 3 ** index) % 3])), {});
    const { change, drivers } = explainChange(now, before);
    expect(drivers.reduce((sum, driver) => sum + driver.change, 0)).toBe(change);
    expect(drivers.length).toBeLessThanOrEqual(5);
  }
});

test('the period before is known where the API tells what it was made of', () => {
  const { tickets } = acme.customer;
  expect(sideBefore(tickets)).toEqual({
    total: 25,
    by_category: tickets.previous_by_category,
    by_priority: tickets.previous_by_priority,
  });
  const { previous_by_category: _category, previous_by_priority: _priority, ...older } = tickets;
  expect(sideBefore(older)).toBeUndefined();
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
