import { expect, test } from 'vitest';
import { rowWindow } from './row-window.js';

test('only rows in and near the box are drawn', () => {
  expect(rowWindow(10_000, 0, 10)).toEqual({ first: 0, end: 14 });
  expect(rowWindow(10_000, 1000, 10)).toEqual({ first: 996, end: 1014 });
});

test('the window ends with the list', () => {
  expect(rowWindow(10_000, 10_000, 10)).toEqual({ first: 9996, end: 10_000 });
  expect(rowWindow(10_000, 20_000, 10)).toEqual({ first: 9996, end: 10_000 });
  expect(rowWindow(3, 0, 10)).toEqual({ first: 0, end: 3 });
  expect(rowWindow(0, 0, 10)).toEqual({ first: 0, end: 0 });
});
