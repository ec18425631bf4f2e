import { increment } from './counts.js';

/** How often each score was given; the keys are the scores. */
export type ScoreCounts = Record<string, number>;

/** How many scores there are, their mean, and the sum of squared differences from it. */
export interface ScoreMoments {
  n: number;
  mean: number | null;
  squares: number;
}

/** Counts one score. */
export const addScore = (counts: ScoreCounts, score: number): void => {
  increment(counts, score);
};

/** The scores and how often each was given, lowest first: sums over them come out the same whatever the order of adding. */
export const scoresOf = (counts: ScoreCounts): [score: number, n: number][] =>
  Object.entries(counts)
    .map(([score, n]): [number, number] => [Number(score), n])
    .sort(([a], [b]) => a - b);

/** Mean and spread of counted scores. */
export const scoreMoments = (counts: ScoreCounts): ScoreMoments => {
  const scores = scoresOf(counts);
  const n = scores.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return { n, mean: null, squares: 0 };
  const mean = scores.reduce((sum, [score, count]) => sum + score * count, 0) / n;
  return { n, mean, squares: scores.reduce((sum, [score, count]) => sum + count * (score - mean) ** 2, 0) };
};
