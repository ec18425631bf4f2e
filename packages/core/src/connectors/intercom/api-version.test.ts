import { expect, test } from 'vitest';
import { isVersionFrom } from './api-version.js';

test.each([
  ['2.9', false],
  ['2.15', false],
  ['2.16', true],
  ['2.17', true],
  ['3.0', true],
  ['Preview', true],
])('version %s has what came with 2.16: %s', (version, expected) => {
  expect(isVersionFrom(version, 2, 16)).toBe(expected);
});
