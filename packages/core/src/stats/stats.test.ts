import { describe, expect, it } from 'vitest';
import { vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import { mean, percentage, quantile } from './describe.js';
import { studentTTail } from './student-t.js';
import { differsInMean } from './welch-t-test.js';

describe('quantile', () => {
  it.each(vectorsOf('aggregate').filter(({ fn }) => fn === 'percentile'))('agrees with $id', ({ input, expected }) => {
    const { values } = input as { values: number[] };
    for (const [p, value] of Object.entries(expected as Record<string, number>)) {
      expect(quantile(values, Number(p))).toBeCloseTo(value, 10);
    }
  });

  it('and the mean of nothing are unknown, not 0', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(mean([])).toBeNull();
    expect(percentage(0, 0)).toBeNull();
  });
});

describe('studentTTail', () => {
  // Two-sided 5 % points: NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [10, 2.228],
    [30, 2.042],
    [100, 1.984],
  ])('gives 2.5 %% beyond the tabled point of %i degrees of freedom', (freedom, t) => {
    expect(studentTTail(t, freedom)).toBeCloseTo(0.025, 4);
  });
});

describe('differsInMean', () => {
  it('tells a clear fall from noise', () => {
    expect(differsInMean([5, 5, 4, 5, 5, 4], [2, 3, 2, 2, 3, 1])).toBe(true);
    expect(differsInMean([5, 3, 4], [4, 3, 4])).toBe(false);
  });

  it('takes samples without any spread at their word', () => {
    expect(differsInMean([5, 5, 5], [4, 4, 4])).toBe(true);
    expect(differsInMean([4, 4, 4], [4, 4, 4])).toBe(false);
  });
});
