import { expect, test } from 'vitest';
import { rowWindow } from './row-window.js';

test('only rows in and near the box are drawn', () => {
  expect(rowWindow(10_000, 44, 0, 440)).toEqual({ first: 0, end: 14 });
  expect(rowWindow(10_000, 44, 44_000, 440)).toEqual({ first: 996, end: 1014 });
});

test('the window ends with the list', () => {
  expect(rowWindow(10_000, 44, 440_000, 440)).toEqual({ first: 9996, end: 10_000 });
  expect(rowWindow(3, 44, 0, 440)).toEqual({ first: 0, end: 3 });
  expect(rowWindow(0, 44, 0, 440)).toEqual({ first: 0, end: 0 });
});

test('before the box is measured, and on a server, the first rows stand there', () => {
  expect(rowWindow(10_000, 44, 0, 0)).toEqual({ first: 0, end: 18 });
});
