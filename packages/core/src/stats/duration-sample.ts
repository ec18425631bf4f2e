import { quickselect } from 'd3-array';
import type { DurationSummary } from '../model/duration-summary.js';

/**
 * Durations in whole seconds as plain data: up to {@link EXACT_DURATIONS} all of them, beyond that how many fall into each
 * bucket of a DDSketch. What a sample says depends on its durations alone, not on their order or on how it was put
 * together, and sums of whole seconds are exact.
 */
export interface DurationSample {
  n: number;
  /** Seconds. */
  sum: number;
  /** All durations in seconds; null once there are too many. */
  exact: number[] | null;
  /** Durations by bucket of the sketch, 0 apart; empty while `exact`. */
  buckets: Record<string, number>;
}

/** Up to so many durations, quantiles are exact. */
export const EXACT_DURATIONS = 100_000;

/** Beyond that, a quantile is within this share of the true one: 1 %. */
export const SKETCH_RELATIVE_ERROR = 0.01;

const GAMMA = (1 + SKETCH_RELATIVE_ERROR) / (1 - SKETCH_RELATIVE_ERROR);
const LOG_GAMMA = Math.log(GAMMA);

/** Values in (γ^(i−1), γ^i] fall into bucket i. */
const bucketOf = (seconds: number): string => (seconds < 1 ? 'zero' : String(Math.ceil(Math.log(seconds) / LOG_GAMMA)));

/** The value that no value of a bucket differs from by more than the relative error. */
const valueOf = (bucket: string): number => (bucket === 'zero' ? 0 : (2 * GAMMA ** Number(bucket)) / (GAMMA + 1));

/** A sample of nothing. */
export const emptyDurations = (): DurationSample => ({ n: 0, sum: 0, exact: [], buckets: {} });

const sketch = (sample: DurationSample, durations: readonly number[]): void => {
  for (const seconds of durations) {
    const bucket = bucketOf(seconds);
    sample.buckets[bucket] = (sample.buckets[bucket] ?? 0) + 1;
  }
};

/** Gives up exactness where it would take too much memory. */
const bound = (sample: DurationSample): void => {
  if (sample.exact === null || sample.exact.length <= EXACT_DURATIONS) return;
  sketch(sample, sample.exact);
  sample.exact = null;
};

/** Adds a duration in milliseconds, of which whole seconds count. */
export const addDuration = (sample: DurationSample, ms: number): void => {
  const seconds = Math.floor(ms / 1000);
  sample.n += 1;
  sample.sum += seconds;
  if (sample.exact === null) return sketch(sample, [seconds]);
  sample.exact.push(seconds);
  bound(sample);
};

/** Adds all of another sample; associative and commutative. */
export const mergeDurations = (sample: DurationSample, other: DurationSample): void => {
  sample.n += other.n;
  sample.sum += other.sum;
  if (sample.exact && other.exact) {
    for (const seconds of other.exact) sample.exact.push(seconds);
    return bound(sample);
  }
  sketch(sample, sample.exact ?? []);
  sample.exact = null;
  sketch(sample, other.exact ?? []);
  for (const [bucket, n] of Object.entries(other.buckets)) sample.buckets[bucket] = (sample.buckets[bucket] ?? 0) + n;
};

/** Type-7 quantiles; `ps` in ascending order. */
const exactQuantiles = (durations: readonly number[], ps: readonly number[]): number[] => {
  const values = new Float64Array(durations);
  let from = 0;
  return ps.map((p) => {
    const position = (values.length - 1) * p;
    const below = Math.floor(position);
    quickselect(values, below, from);
    from = below;
    const low = values[below] ?? 0;
    if (below === position) return low;
    let high = Infinity;
    for (let index = below + 1; index < values.length; index += 1) high = Math.min(high, values[index] ?? Infinity);
    return low + (high - low) * (position - below);
  });
};

/**
 * The values at two neighbouring ranks, between which a type-7 quantile lies, each within the relative error.
 *
 * Source: C. Masson, J. E. Rim, H. K. Lee (2019), "DDSketch", PVLDB 12(12), algorithm 2.
 */
const sketchQuantile = ({ n, buckets }: DurationSample, p: number): number => {
  const ordered = Object.entries(buckets).map(([bucket, count]): [number, number] => [valueOf(bucket), count]);
  ordered.sort(([a], [b]) => a - b);
  const valueAt = (rank: number): number => {
    let seen = 0;
    return ordered.find(([, count]) => (seen += count) > rank)?.[0] ?? 0;
  };
  const position = p * (n - 1);
  const low = valueAt(Math.floor(position));
  return low + (valueAt(Math.ceil(position)) - low) * (position % 1);
};

const SECONDS_AN_HOUR = 3600;

/** How many durations there were, their mean, median and 90th percentile in hours. */
export const durationSummary = (sample: DurationSample): DurationSummary => {
  const { n, sum, exact } = sample;
  if (n === 0) return { n, avg_hours: null, median_hours: null, p90_hours: null };
  const [median = 0, p90 = 0] = exact
    ? exactQuantiles(exact, [0.5, 0.9])
    : [0.5, 0.9].map((p) => sketchQuantile(sample, p));
  return {
    n,
    avg_hours: sum / n / SECONDS_AN_HOUR,
    median_hours: median / SECONDS_AN_HOUR,
    p90_hours: p90 / SECONDS_AN_HOUR,
  };
};
