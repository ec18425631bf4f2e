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
