import type { CsatSummary } from '@cscx/support-core';
import type { BarRow } from '../charts/BarList.js';
import type { Words } from '../provider/words.js';

const scores = [5, 4, 3, 2, 1] as const;

/** How often each score was given, best first; empty without a rating. */
export function distributionRows(distribution: CsatSummary['distribution'], { format, messages }: Words): BarRow[] {
  const total = scores.reduce((sum, score) => sum + distribution[score], 0);
  if (total === 0) return [];
  return scores.map((score) => ({
    id: `score-${score}`,
    label: messages.csat.stars(format.count(score)),
    pct: (100 * distribution[score]) / total,
    value: format.count(distribution[score]),
    tone: 'neutral',
  }));
}
