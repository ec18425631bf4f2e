import { mean, variance } from 'd3-array';
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
export const differsInMean = (a: readonly number[], b: readonly number[]): boolean => {
  if (a.length < 2 || b.length < 2) return false;
  const errorA = (variance(a) ?? 0) / a.length;
  const errorB = (variance(b) ?? 0) / b.length;
  const difference = (mean(a) ?? 0) - (mean(b) ?? 0);
  const error = errorA + errorB;
  if (error === 0) return difference !== 0;
  const freedom = error ** 2 / (errorA ** 2 / (a.length - 1) + errorB ** 2 / (b.length - 1));
  return 2 * studentTTail(Math.abs(difference) / Math.sqrt(error), freedom) < 0.05;
};
