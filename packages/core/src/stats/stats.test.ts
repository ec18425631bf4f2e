import { describe, expect, it } from 'vitest';
import { knownShare, mean, percentage, quantile } from './describe.js';
import { addScore, type ScoreCounts, scoreMoments } from './score-counts.js';
import { studentTTail } from './student-t.js';
import { differsInMean } from './welch-t-test.js';

const momentsOf = (scores: readonly number[]) => {
  const counts: ScoreCounts = {};
  for (const score of scores) addScore(counts, score);
  return scoreMoments(counts);
};

describe('quantile', () => {
  it('and the mean of nothing are unknown, not 0', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(mean([])).toBeNull();
    expect(percentage(0, 0)).toBeNull();
  });
});

describe('knownShare', () => {
  it('is over the cases of which it is known', () => {
    expect(knownShare([true, false, null])).toEqual({ n: 2, pct: 50 });
    expect(knownShare([null, null])).toEqual({ n: 0, pct: null });
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

describe('scoreMoments', () => {
  it('are the number, the mean and the squared differences of the scores counted', () => {
    expect(momentsOf([5, 3, 4, 4])).toEqual({ n: 4, mean: 4, squares: 2 });
    expect(momentsOf([])).toEqual({ n: 0, mean: null, squares: 0 });
  });

  it('are the same to the last digit for any order of fractions', () => {
    const scores = [7 / 3, 1, 11 / 3, 5, 7 / 3, 4.2];
    expect(momentsOf(scores.toReversed())).toEqual(momentsOf(scores));
  });
});

describe('differsInMean', () => {
  const differs = (a: readonly number[], b: readonly number[]) => differsInMean(momentsOf(a), momentsOf(b));

  it('tells a clear fall from noise', () => {
    expect(differs([5, 5, 4, 5, 5, 4], [2, 3, 2, 2, 3, 1])).toBe(true);
    expect(differs([5, 3, 4], [4, 3, 4])).toBe(false);
  });

  it('takes samples without any spread at their word', () => {
    expect(differs([5, 5, 5], [4, 4, 4])).toBe(true);
    expect(differs([4, 4, 4], [4, 4, 4])).toBe(false);
  });

  it('says nothing of a single value', () => {
    expect(differs([5], [1, 1, 1])).toBe(false);
  });
});
