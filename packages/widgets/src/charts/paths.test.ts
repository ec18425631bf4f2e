import { expect, test } from 'vitest';
import { areaPath, linePath } from './paths.js';

test.each([
  [[], ''],
  [[null], ''],
  [[[0, 1]], 'M0,1'],
  [[[0, 1], [10, 2.5], null, null, [40, 3], [50, 4], null], 'M0,1L10,2.5M40,3L50,4'],
] as const)('a line through %j is %s', (places, path) => {
  expect(linePath(places)).toBe(path);
});

test('an area runs along its upper edge and back along the lower one, and has gaps', () => {
  const [first, second] = [
    [
      [0, 1],
      [0, 9],
    ],
    [
      [10, 2],
      [10, 8],
    ],
  ] as const;
  expect(areaPath([first, second, null, first])).toBe('M0,1L10,2L10,8L0,9ZM0,1L0,9Z');
  expect(areaPath([null])).toBe('');
});
