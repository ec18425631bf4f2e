import { percentage, quantile } from './describe.js';
import { differsByRank } from './mann-whitney.js';
import { newcombeInterval } from './proportion-interval.js';

/** Which way a number moved, or that there is too little to say. */
export type Trend = 'improving' | 'stable' | 'declining' | 'insufficient_data';

/** When a share has moved. */
export interface ProportionTrendOptions {
  /** Whether a rise is an improvement. @default true */
  higherIsBetter?: boolean;
  /** Cases needed on both sides. @default 30 */
  minCases?: number;
  /** How far the share must move, in points of a percent. @default 2 */
  minPoints?: number;
}

/** How a share moved; points are percent less percent, never percent of a percent. */
export interface ProportionTrend {
  trend: Trend;
  /** Now less before; null where either side has no case. */
  delta_points: number | null;
  /** 95 % interval of the difference in points (Newcombe); null where either side has no case. */
  ci_points: readonly [low: number, high: number] | null;
}

/** Keeps a difference of exactly the least move from being lost to binary fractions. */
const ROUNDING = 1e-9;

const directionOf = (rise: number, higherIsBetter: boolean): Trend =>
  rise > 0 === higherIsBetter ? 'improving' : 'declining';

/**
 * Whether a share, such as SLA compliance or the satisfied share, moved for better or worse: by 2 points or more, with at
 * least 30 cases on both sides, and with a 95 % score interval of the difference that excludes no change.
 *
 * @param previous - `[k, n]`: k of n cases before
 * @param current - the same now
 * @example
 * proportionTrend([450, 500], [380, 500]); // declining by 14 points
 */
export const proportionTrend = (
  previous: readonly [k: number, n: number],
  current: readonly [k: number, n: number],
  { higherIsBetter = true, minCases = 30, minPoints = 2 }: ProportionTrendOptions = {},
): ProportionTrend => {
  const interval = newcombeInterval(previous, current);
  const [before, now] = [percentage(...previous), percentage(...current)];
  if (!interval || before === null || now === null) {
    return { trend: 'insufficient_data', delta_points: null, ci_points: null };
  }
  const [low, high] = [100 * interval[0], 100 * interval[1]];
  const delta = now - before;
  const hasMoved = Math.abs(delta) >= minPoints - ROUNDING && (low > 0 || high < 0);
  const trend = hasMoved ? directionOf(delta, higherIsBetter) : 'stable';
  const isEnough = Math.min(previous[1], current[1]) >= minCases;
  return { trend: isEnough ? trend : 'insufficient_data', delta_points: delta, ci_points: [low, high] };
};

/**
 * Whether durations, such as response times, became shorter or longer: the median moved by a tenth or more, with at least
 * 20 on both sides, and the Mann–Whitney test at 5 % tells the two apart. Shorter is better.
 *
 * @param previous - durations before, in any unit
 * @param current - durations now, in the same unit
 * @example
 * durationTrend(hoursLastMonth, hoursThisMonth); // 'improving'
 */
export const durationTrend = (previous: readonly number[], current: readonly number[]): Trend => {
  if (Math.min(previous.length, current.length) < 20) return 'insufficient_data';
  const before = quantile(previous, 0.5) ?? 0;
  const change = (quantile(current, 0.5) ?? 0) - before;
  const hasMoved = change !== 0 && Math.abs(change) >= 0.1 * before - ROUNDING && differsByRank(previous, current);
  return hasMoved ? directionOf(change, false) : 'stable';
};
