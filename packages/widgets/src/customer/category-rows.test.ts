import { expect, test } from 'vitest';
import { words } from '../__fixtures__/words.js';
import { categoryRows } from './category-rows.js';

const shares = (byCategory: Record<string, number>): string[] =>
  categoryRows(byCategory, words).map(({ label, value }) => `${label} ${value}`);

test('the most frequent come first, equals by name', () => {
  expect(shares({ b: 1, a: 1, c: 2 })).toEqual(['c 50%', 'a 25%', 'b 25%']);
});

test('from the seventh category on, all but five share a bar', () => {
  const six = { a: 10, b: 9, c: 8, d: 7, e: 6, f: 5 };
  expect(shares(six)).toHaveLength(6);
  expect(shares({ ...six, g: 5 }).at(-1)).toBe('Other 20%');
});

test('categories without tickets are left out, and no tickets are no bars', () => {
  expect(shares({ a: 3, b: 0 })).toEqual(['a 100%']);
  expect(shares({ a: 0 })).toEqual([]);
});

test('a share that rounds to nothing is not nothing', () => {
  expect(shares({ a: 999, b: 1 })).toEqual(['a 100%', 'b <1%']);
});

test('the length of a bar is not rounded', () => {
  expect(categoryRows({ a: 1, b: 2 }, words)[1]?.pct).toBeCloseTo(33.333, 3);
});

test('tickets without a category have a name for it', () => {
  expect(shares({ uncategorized: 1 })).toEqual(['Uncategorized 100%']);
});
