import type { z } from 'zod';
import type { csatScaleSchema } from '../../../model/support-ticket.js';
import { wordReader } from './word-reader.js';

type CsatScale = z.infer<typeof csatScaleSchema>;

/** How the file gives satisfaction scores. */
export interface CsatMapping {
  scale: CsatScale;
  min?: number | undefined;
  max?: number | undefined;
  words?: Readonly<Record<string, number | null>> | undefined;
}

const RANGES: Readonly<Record<CsatScale, readonly [min: number, max: number]>> = {
  five_point: [1, 5],
  four_point: [1, 4],
  three_point: [1, 3],
  seven_point: [1, 7],
  ten_point: [1, 10],
  binary: [0, 1],
};

/** The lowest and the highest score that a file can hold. */
export const csatRange = ({ scale, min, max }: CsatMapping): readonly [lowest: number, highest: number] => [
  min ?? RANGES[scale][0],
  max ?? RANGES[scale][1],
];

/**
 * Builds the reader of satisfaction scores: 1 + 4·(x − min)/(max − min), so that 1..5 stays as it is
 * and good and bad become 5 and 1. A 0 below the scale is no response; anything else outside is
 * `out_of_range`.
 *
 * @example
 * csatReader({ scale: 'seven_point' })('4'); // 3
 * csatReader({ scale: 'binary' })('Good'); // 5
 */
export const csatReader = (csat: CsatMapping): ((text: string) => number | null | 'out_of_range') => {
  const [lowest, highest] = csatRange(csat);
  const { scale, words } = csat;
  const defaults = scale === 'binary' ? { good: highest, bad: lowest } : {};
  const scoreOf = wordReader(words ?? defaults, { isCaseSensitive: false });
  return (text) => {
    const word = scoreOf(text);
    if (word === null) return null;
    const score = word ?? Number(text.replace(',', '.'));
    if (score === 0 && lowest > 0) return null;
    if (!(score >= lowest && score <= highest)) return 'out_of_range';
    return 1 + (4 * (score - lowest)) / (highest - lowest);
  };
};
