/** The standard normal's 97.5 % point: two-sided 95 %. */
const Z = 1.959963984540054;

/** The ends of an interval. */
export type Interval = readonly [low: number, high: number];

/**
 * 95 % score interval of a proportion. Unlike the textbook's p ± z·se it never leaves 0..1, and it says something about
 * 0 of 20.
 *
 * Source: E. B. Wilson (1927); Newcombe (1998), Statistics in Medicine 17:857–872, method 3.
 *
 * @param k - how many have the property, 0..n
 * @param n - how many were looked at
 * @returns ends as shares 0..1; null for n = 0
 * @example
 * wilsonInterval(0, 20); // [0, 0.161]
 */
export const wilsonInterval = (k: number, n: number): Interval | null => {
  if (n === 0) return null;
  const p = k / n;
  const middle = p + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p) + (Z * Z) / (4 * n)) / n);
  const scale = 1 + (Z * Z) / n;
  // None and all are exact; sums of fractions would miss them by a hair.
  return [k === 0 ? 0 : (middle - half) / scale, k === n ? 1 : (middle + half) / scale];
};

/**
 * 95 % interval of the difference of two independent proportions, b − a, from the score intervals of both.
 *
 * Source: Newcombe (1998), Statistics in Medicine 17:873–890, method 10.
 *
 * @param a - `[k, n]` before
 * @param b - `[k, n]` now
 * @returns ends as shares −1..1; null where either n is 0
 */
export const newcombeInterval = (
  a: readonly [k: number, n: number],
  b: readonly [k: number, n: number],
): Interval | null => {
  const [before, now] = [wilsonInterval(...a), wilsonInterval(...b)];
  if (!before || !now) return null;
  const [p, q] = [a[0] / a[1], b[0] / b[1]];
  return [q - p - Math.hypot(q - now[0], before[1] - p), q - p + Math.hypot(now[1] - q, p - before[0])];
};
