import { describe, expect, it } from 'vitest';
import type { SlaCounts } from '../model/sla-summary.js';
import { vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import { slaCompliance } from './sla-summary.js';

const NOTHING: SlaCounts = { met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 };

describe('slaCompliance', () => {
  it.each(vectorsOf('aggregate').filter(({ fn }) => fn === 'compliance'))('agrees with $id', ({ input, expected }) => {
    const counts = { ...NOTHING };
    for (const verdict of (input as { verdicts: (keyof SlaCounts)[] }).verdicts) counts[verdict] += 1;
    expect(slaCompliance(counts)).toBe((expected as { percent: number | null }).percent);
  });
});
