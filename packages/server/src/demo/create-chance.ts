import { randomLcg, randomLogNormal, randomPoisson } from 'd3-random';

/** Chance that can be repeated: the same seed gives the same draws in the same order. */
export interface Chance {
  /** A number from `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  /** One of the keys, each as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  /** A positive number, half of the time below `median`, with a long tail. */
  around(median: number, spread: number): number;
  /** How many independent events happen where `mean` are expected. */
  count(mean: number): number;
}

/**
 * @param seed - any whole number
 */
export const createChance = (seed: number): Chance => {
  const source = randomLcg(seed);
  const logNormal = randomLogNormal.source(source);
  const poisson = randomPoisson.source(source);
  return {
    between: (low, high) => low + (high - low) * source(),
    happens: (probability) => source() < probability,
    pick: (items) => items[Math.floor(source() * items.length)] ?? items[0],
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>) {
      const entries = Object.entries<number>(weights) as [Key, number][];
      let rest = source() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (rest -= weight) < 0) ?? entries.at(-1);
      if (!found) throw new RangeError('weighted: expected at least one key');
      return found[0];
    },
    around: (median, spread) => logNormal(Math.log(median), spread)(),
    count: (mean) => poisson(mean)(),
  };
};
