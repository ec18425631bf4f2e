import { randomLcg } from 'd3-random';

/** Repeatable chance. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, a bound. */
  below(bound: number): number;
  oneOf<Value>(values: readonly [Value, ...Value[]]): Value;
}

/** Chance that is the same for the same seed. */
export const createChance = (seed: number): Chance => {
  const next = randomLcg(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  return { next, below, oneOf: (values) => values[below(values.length)] ?? values[0] };
};
