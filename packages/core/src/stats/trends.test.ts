import { describe, expect, it } from 'vitest';
import { differsByRank } from './mann-whitney.js';
import { durationTrend, proportionTrend } from './trends.js';

describe('proportionTrend', () => {
  it('is a move of 2 points or more whose interval excludes no change', () => {
    expect(proportionTrend([450, 500], [380, 500])).toMatchObject({ trend: 'declining', delta_points: -14 });
    expect(proportionTrend([380, 500], [450, 500]).trend).toBe('improving');
  });

  it('is the other way round where lower is better', () => {
    expect(proportionTrend([50, 500], [120, 500], { higherIsBetter: false }).trend).toBe('declining');
  });

  it('is stable below 2 points, however sure the move is', () => {
    const { trend, delta_points, ci_points } = proportionTrend([9000, 10_000], [9150, 10_000]);
    expect(trend).toBe('stable');
    expect(delta_points).toBeCloseTo(1.5, 12);
    expect(ci_points).toEqual([expect.closeTo(0.6971, 4), expect.closeTo(2.3037, 4)]);
  });

  it('is a trend from exactly 2 points on', () => {
    expect(proportionTrend([9000, 10_000], [9200, 10_000]).trend).toBe('improving');
  });

  it('is stable while the interval holds no change', () => {
    expect(proportionTrend([24, 40], [30, 40])).toMatchObject({ trend: 'stable', delta_points: 15 });
  });

  it('takes 30 cases on both sides', () => {
    expect(proportionTrend([0, 29], [30, 30])).toMatchObject({ trend: 'insufficient_data', delta_points: 100 });
    expect(proportionTrend([0, 30], [29, 29]).trend).toBe('insufficient_data');
    expect(proportionTrend([0, 30], [30, 30]).trend).toBe('improving');
    expect(proportionTrend([0, 5], [5, 5], { minCases: 5 }).trend).toBe('improving');
  });

  it('knows no difference where a side has no case', () => {
    const nothing = { trend: 'insufficient_data', delta_points: null, ci_points: null };
    expect(proportionTrend([0, 0], [30, 30])).toEqual(nothing);
    expect(proportionTrend([30, 30], [0, 0])).toEqual(nothing);
  });
});

const upTo = (count: number, factor = 1) => Array.from({ length: count }, (_, index) => factor * (index + 1));

describe('durationTrend', () => {
  it('is better where durations became shorter', () => {
    expect(durationTrend(upTo(30, 2), upTo(30))).toBe('improving');
    expect(durationTrend(upTo(30), upTo(30, 2))).toBe('declining');
  });

  it('takes 20 durations on both sides', () => {
    expect(durationTrend(upTo(19, 9), upTo(30))).toBe('insufficient_data');
    expect(durationTrend(upTo(30, 9), upTo(19))).toBe('insufficient_data');
    expect(durationTrend(upTo(20, 9), upTo(20))).toBe('improving');
  });

  it('is stable below a tenth of the median, however sure the move is', () => {
    const before = Array.from({ length: 50 }, () => 100);
    expect(
      durationTrend(
        before,
        before.map(() => 91),
      ),
    ).toBe('stable');
    expect(
      durationTrend(
        before,
        before.map(() => 90),
      ),
    ).toBe('improving');
  });

  it('is stable where the ranks do not tell the two apart', () => {
    expect(durationTrend(upTo(20), upTo(20, 1.2))).toBe('stable');
  });

  it('is not swayed by an outlier', () => {
    expect(durationTrend(upTo(30), [...upTo(29), 1e9])).toBe('stable');
  });

  it('from 0 to something is worse, and from 0 to 0 stable', () => {
    const zeros = Array.from({ length: 20 }, () => 0);
    expect(durationTrend(zeros, upTo(20))).toBe('declining');
    expect(durationTrend(zeros, zeros)).toBe('stable');
  });
});

describe('differsByRank', () => {
  // R 4: wilcox.test(churned, retained, correct = FALSE, exact = FALSE) gives U = 104 and, corrected for ties, p = 0.00100828687.
  const churned = [7, 12, 3, 15, 9, 22, 6, 11];
  const retained = [1, 4, 2, 0, 3, 5, 2, 6, 1, 0, 3, 2, 7, 4];

  it('agrees with R on a sample with ties', () => {
    expect(differsByRank(churned, retained)).toBe(true);
    expect(differsByRank(retained, churned)).toBe(true);
  });

  it('finds nothing between a sample and itself, or among equal values', () => {
    expect(differsByRank(retained, retained)).toBe(false);
    expect(differsByRank([1, 1, 1], [1, 1])).toBe(false);
  });

  it('finds nothing where there is nothing', () => {
    expect(differsByRank([], retained)).toBe(false);
    expect(differsByRank([], [])).toBe(false);
  });
});
