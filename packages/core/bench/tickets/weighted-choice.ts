import type { Random } from './seeded-random.ts';

/**
 * Draws indices with the given weights, each draw a binary search.
 *
 * @example
 * weightedChoice([1, 3], random)(); // 0 in one of four draws, else 1
 */
export const weightedChoice = (weights: readonly number[], random: Random): (() => number) => {
  let sum = 0;
  const upTo = Float64Array.from(weights, (weight) => (sum += weight));
  return () => {
    const drawn = random() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
};

/** Weights of Zipf's law: few customers write much, most write little. */
export const zipfWeights = (count: number): number[] => Array.from({ length: count }, (_, rank) => 1 / (rank + 1));
