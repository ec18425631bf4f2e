import { mean as d3Mean, quantile as d3Quantile } from 'd3-array';

/** Arithmetic mean; null for no values. */
export const mean = (values: readonly number[]): number | null => d3Mean(values) ?? null;

/**
 * Sample quantile, type 7 of Hyndman & Fan (1996): R's and NumPy's default.
 *
 * @param p - 0..1; 0.5 is the median
 * @returns null for no values
 * @example
 * quantile([1, 2, 3, 4], 0.9); // 3.7
 */
export const quantile = (values: readonly number[], p: number): number | null => d3Quantile(values, p) ?? null;

/** Share of `part` in `whole` in percent; null when the whole is 0. */
export const percentage = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

/**
 * The share of cases that have a property, over those of which it is known.
 *
 * @param flags - null: not known, and so outside of the denominator
 * @returns how many are known, and the share in percent; null where none is
 * @example
 * knownShare([true, false, null]); // { n: 2, pct: 50 }
 */
export const knownShare = (flags: Iterable<boolean | null>): { n: number; pct: number | null } => {
  let n = 0;
  let having = 0;
  for (const flag of flags) {
    if (flag === null) continue;
    n += 1;
    if (flag) having += 1;
  }
  return { n, pct: percentage(having, n) };
};
