import { describe, expect, test } from 'vitest';
import { csatReader } from './csat-reader.js';

describe('satisfaction scores', () => {
  test.each([
    [{ scale: 'five_point' }, '4', 4],
    [{ scale: 'five_point' }, '4,5', 4.5],
    [{ scale: 'five_point' }, '0', null],
    [{ scale: 'five_point' }, '6', 'out_of_range'],
    [{ scale: 'five_point' }, '-1', 'out_of_range'],
    [{ scale: 'five_point' }, 'great', 'out_of_range'],
    [{ scale: 'three_point' }, '2', 3],
    [{ scale: 'four_point' }, '4', 5],
    [{ scale: 'seven_point' }, '1', 1],
    [{ scale: 'ten_point' }, '5.5', 3],
    [{ scale: 'ten_point', min: 0 }, '5', 3],
    [{ scale: 'ten_point', min: 0 }, '0', 1],
    [{ scale: 'binary' }, 'Good', 5],
    [{ scale: 'binary' }, 'bad', 1],
    [{ scale: 'binary' }, '0', 1],
    [{ scale: 'binary', words: { '👍': 1, Offered: null } }, 'offered', null],
    [{ scale: 'three_point', words: { happy: 3 } }, 'Happy', 5],
  ] as const)('on %o, %s is %s of 5', (csat, text, score) => {
    expect(csatReader(csat)(text)).toBe(score);
  });
});
