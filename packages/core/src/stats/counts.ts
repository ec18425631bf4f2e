import { type DurationSample, mergeDurations } from './duration-sample.js';

/** What a metric has counted so far: plain data that survives JSON, in which every number is a count or a sum. */
export interface Counts {
  [key: string]: number | number[] | Counts | DurationSample;
}

/** Counts under names that data give, such as categories: without a prototype no name is taken for a method. */
export const namedCounts = (): Record<string, number> => Object.create(null) as Record<string, number>;

/** As many zeros, to count by index. */
export const zeros = (length: number): number[] => Array<number>(length).fill(0);

/** Adds to a count under a name. */
export const increment = (counts: Record<string, number>, name: string | number, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by;
};

/** Adds to a count by index; an index outside is not counted. */
export const incrementAt = (counts: number[], index: number, by = 1): void => {
  const count = counts[index];
  if (count !== undefined) counts[index] = count + by;
};

/** Most first, then by name, so that the same counts give the same text. */
export const byCount = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));

const isSample = (value: Counts | DurationSample): value is DurationSample =>
  value.exact === null || Array.isArray(value.exact);

/**
 * Adds all that `other` has counted to `counts`, which it changes: numbers add up, samples are put together, what only
 * the other has is taken over. Associative and commutative, since counts are whole numbers.
 */
export const mergeCounts = (counts: Counts, other: Counts): void => {
  for (const key of Object.keys(other)) {
    const value = other[key];
    const own = Object.hasOwn(counts, key) ? counts[key] : undefined;
    if (value === undefined) continue;
    if (typeof value === 'number') counts[key] = (typeof own === 'number' ? own : 0) + value;
    else if (own === undefined || typeof own === 'number') counts[key] = structuredClone(value);
    else if (Array.isArray(value)) value.forEach((count, index) => incrementAt(own as number[], index, count));
    else if (isSample(value)) mergeDurations(own as DurationSample, value);
    else mergeCounts(own as Counts, value);
  }
};
