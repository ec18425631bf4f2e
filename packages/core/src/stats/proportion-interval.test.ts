import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeInterval, wilsonInterval } from './proportion-interval.js';

const share = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('wilsonInterval', () => {
  it('of 0 in 20 is 0 to 0.161125', () => {
    const [low, high] = wilsonInterval(0, 20) ?? [];
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.161125, 6);
  });

  // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (k, n, low, high) => {
    expect(wilsonInterval(k, n)).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
  });

  it('is null of nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds the share and never leaves 0..1', () => {
    fc.assert(
      fc.property(share, ([k, n]) => {
        const [low, high] = wilsonInterval(k, n) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('newcombeInterval', () => {
  it('of 9,000 and 9,150 in 10,000 is 0.6971 to 2.3037 points', () => {
    const points = newcombeInterval([9000, 10_000], [9150, 10_000])?.map((end) => 100 * end);
    expect(points).toEqual([expect.closeTo(0.6971, 4), expect.closeTo(2.3037, 4)]);
  });

  // Newcombe (1998), Statistics in Medicine 17:873–890, table II, method 10: 56/70 less 48/80.
  it('of 48 in 80 and 56 in 70 is the published one', () => {
    expect(newcombeInterval([48, 80], [56, 70])).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  });

  it('is null where either side has nothing', () => {
    expect(newcombeInterval([0, 0], [1, 2])).toBeNull();
    expect(newcombeInterval([1, 2], [0, 0])).toBeNull();
  });

  it('turns around when the sides change places', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low = 0, high = 0] = newcombeInterval(a, b) ?? [];
        const [otherLow = 0, otherHigh = 0] = newcombeInterval(b, a) ?? [];
        expect(otherLow).toBeCloseTo(-high, 12);
        expect(otherHigh).toBeCloseTo(-low, 12);
      }),
    );
  });
});
