import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSAT_SCALES, type CsatScale, normalizeCsat } from './csat-scale.js';

const scales = Object.entries(CSAT_SCALES) as [CsatScale, readonly [number, number]][];

describe('normalizeCsat', () => {
  it.each([
    ['five_point', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
    ['three_point', [1, 2, 3], [1, 3, 5]],
    ['four_point', [1, 2, 3, 4], [1, 7 / 3, 11 / 3, 5]],
    ['seven_point', [1, 4, 7], [1, 3, 5]],
    ['ten_point', [1, 5.5, 10], [1, 3, 5]],
    ['binary', [0, 1], [1, 5]],
  ] as const)('puts %s on 1..5', (scale, scores, expected) => {
    expect(scores.map((score) => normalizeCsat(score, scale))).toEqual(
      expected.map((score) => expect.closeTo(score, 12) as number),
    );
  });

  it.each(scales)('takes nothing and what is out of range of %s for no response', (scale, [lowest, highest]) => {
    const none = [null, undefined, Number.NaN, lowest - 1, highest + 0.5, Infinity, -Infinity];
    expect(none.map((score) => normalizeCsat(score, scale))).toEqual(none.map(() => null));
  });

  it('takes a 0 for no response wherever the scale starts above', () => {
    const ofZero = Object.fromEntries(scales.map(([scale]) => [scale, normalizeCsat(0, scale)]));
    expect(ofZero).toEqual({
      five_point: null,
      three_point: null,
      four_point: null,
      seven_point: null,
      ten_point: null,
      binary: 1,
    });
  });

  it('takes the ends of a scale that has no name', () => {
    expect([0, 5, 10].map((score) => normalizeCsat(score, [0, 10]))).toEqual([1, 3, 5]);
    expect(normalizeCsat(11, [0, 10])).toBeNull();
  });

  it('is on 1..5 where no scale is named', () => {
    expect(normalizeCsat(4)).toBe(4);
    expect(normalizeCsat(6)).toBeNull();
  });

  it('stays within 1..5 and keeps the order on any scale', () => {
    const pair = fc.tuple(
      fc.constantFrom(...scales),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(pair, ([[scale, [lowest, highest]], a, b]) => {
        const score = (share: number) => normalizeCsat(lowest + share * (highest - lowest), scale) ?? Number.NaN;
        expect(score(a)).toBeGreaterThanOrEqual(1);
        expect(score(a)).toBeLessThanOrEqual(5);
        expect(score(Math.max(a, b))).toBeGreaterThanOrEqual(score(Math.min(a, b)));
      }),
    );
  });
});
