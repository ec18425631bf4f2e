import { CSAT_SCALES, type CsatScale, normalizeCsat } from '../../../model/csat-scale.js';
import { wordReader } from './word-reader.js';

/** How the file gives satisfaction scores. */
export interface CsatMapping {
  scale: CsatScale;
  min?: number | undefined;
  max?: number | undefined;
  words?: Readonly<Record<string, number | null>> | undefined;
}

/** The lowest and the highest score that a file can hold. */
export const csatRange = ({ scale, min, max }: CsatMapping): readonly [lowest: number, highest: number] => [
  min ?? CSAT_SCALES[scale][0],
  max ?? CSAT_SCALES[scale][1],
];

/**
 * Builds the reader of satisfaction scores, normalised to 1..5. A 0 below the scale is no response; anything else outside
 * is `out_of_range`.
 *
 * @example
 * csatReader({ scale: 'seven_point' })('4'); // 3
 * csatReader({ scale: 'binary' })('Good'); // 5
 */
export const csatReader = (csat: CsatMapping): ((text: string) => number | null | 'out_of_range') => {
  const range = csatRange(csat);
  const [lowest, highest] = range;
  const { scale, words } = csat;
  const defaults = scale === 'binary' ? { good: highest, bad: lowest } : {};
  const scoreOf = wordReader(words ?? defaults, { isCaseSensitive: false });
  return (text) => {
    const word = scoreOf(text);
    if (word === null) return null;
    const score = word ?? Number(text.replace(',', '.'));
    if (score === 0 && lowest > 0) return null;
    return normalizeCsat(score, range) ?? 'out_of_range';
  };
};
