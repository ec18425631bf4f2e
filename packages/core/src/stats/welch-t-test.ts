import type { ScoreMoments } from './score-counts.js';
import { studentTTail } from './student-t.js';

/**
 * Whether two samples differ in their mean by Welch's t-test, which allows unequal variances: the
 * 95 % confidence interval of the difference excludes 0.
 *
 * Source: B. L. Welch (1947), "The generalization of 'Student's' problem when several different
 * population variances are involved", Biometrika 34.
 *
 * @returns false for fewer than two values on a side
 */
export const differsInMean = (a: ScoreMoments, b: ScoreMoments): boolean => {
  if (a.n < 2 || b.n < 2) return false;
  const errorA = a.squares / (a.n - 1) / a.n;
  const errorB = b.squares / (b.n - 1) / b.n;
  const difference = (a.mean ?? 0) - (b.mean ?? 0);
  const error = errorA + errorB;
  if (error === 0) return difference !== 0;
  const freedom = error ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  return 2 * studentTTail(Math.abs(difference) / Math.sqrt(error), freedom) < 0.05;
};
