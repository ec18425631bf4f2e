import { expect, test } from 'vitest';
import { rowWindow } from './row-window.js';

test('only rows in and near the box are drawn', () => {
  expect(rowWindow(10_000, 0, 10, 4)).toEqual({ first: 0, end: 14 });
  expect(rowWindow(10_000, 1000, 10, 4)).toEqual({ first: 996, end: 1014 });
});

test('without a margin, only rows in the box are', () => {
  expect(rowWindow(10_000, 1000, 10, 0)).toEqual({ first: 1000, end: 1010 });
});

test('the window ends with the list', () => {
  expect(rowWindow(10_000, 10_000, 10, 4)).toEqual({ first: 9996, end: 10_000 });
  expect(rowWindow(10_000, 20_000, 10, 4)).toEqual({ first: 9996, end: 10_000 });
  expect(rowWindow(3, 0, 10, 4)).toEqual({ first: 0, end: 3 });
  expect(rowWindow(0, 0, 10, 4)).toEqual({ first: 0, end: 0 });
});
