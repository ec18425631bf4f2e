import * as z from 'zod';

/** Schema of {@link CsatScale}. */
export const csatScaleSchema = z
  .enum(['five_point', 'three_point', 'four_point', 'seven_point', 'ten_point', 'binary'])
  .meta({ id: 'CsatScale' });

/** The scale on which a satisfaction score was given before it was normalised to 1..5. */
export type CsatScale = z.infer<typeof csatScaleSchema>;

/** The lowest and the highest score of each scale. */
export const CSAT_SCALES: Readonly<Record<CsatScale, readonly [lowest: number, highest: number]>> = {
  five_point: [1, 5],
  four_point: [1, 4],
  three_point: [1, 3],
  seven_point: [1, 7],
  ten_point: [1, 10],
  binary: [0, 1],
};

/**
 * A score of any scale on 1..5: 1 + 4·(x − lowest)/(highest − lowest), so that 1..5 stays as it is and good and bad
 * become 5 and 1. Nothing, a score out of range and a 0 below the scale are no response; Zendesk, Chatwoot and Simplesat
 * agree on that.
 *
 * @param score - as the support system gives it
 * @param scale - a named scale, or its ends: `[0, 10]` for an NPS-like question
 * @returns 1..5, or null for no response
 * @example
 * normalizeCsat(4, 'seven_point'); // 3
 * normalizeCsat(0, 'five_point'); // null
 */
export const normalizeCsat = (
  score: number | null | undefined,
  scale: CsatScale | readonly [lowest: number, highest: number] = 'five_point',
): number | null => {
  const [lowest, highest] = typeof scale === 'string' ? CSAT_SCALES[scale] : scale;
  if (score == null || !(score >= lowest && score <= highest)) return null;
  return 1 + (4 * (score - lowest)) / (highest - lowest);
};
