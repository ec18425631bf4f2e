import type { TimeRange } from '../time/time-range.js';

/**
 * Which of some adjoining stretches a moment lies in; −1 before the first, their number after the last. Weeks and days
 * are almost of one length, so a guess by division is off by one at the most.
 */
export const bucketIndex = (buckets: readonly TimeRange[], at: number): number => {
  const first = buckets[0];
  if (!first || at < first.from) return -1;
  let index = Math.min(buckets.length - 1, Math.floor((at - first.from) / (first.to - first.from)));
  while (index >= 0 && at < (buckets[index]?.from ?? 0)) index -= 1;
  while (index < buckets.length && at >= (buckets[index]?.to ?? Infinity)) index += 1;
  return index;
};
