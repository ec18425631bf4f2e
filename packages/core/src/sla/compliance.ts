import type { SlaStatus } from '../model/sla-status.js';
import type { SlaCounts } from '../model/sla-summary.js';
import { percentage } from '../stats/describe.js';

const NOTHING: SlaCounts = { met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 };

/** Adds a verdict to the counts: those at risk and those paused are pending too. */
export const countVerdict = (counts: SlaCounts, verdict: SlaStatus): void => {
  if (verdict === 'at_risk') counts.at_risk += 1;
  counts[verdict === 'at_risk' || verdict === 'paused' ? 'pending' : verdict] += 1;
};

/** Share of the decided verdicts that were kept, 0..100; null when nothing was decided. */
export const compliancePct = ({ met, breached }: Pick<SlaCounts, 'met' | 'breached'>): number | null =>
  percentage(met, met + breached);

/**
 * How many verdicts say what, and the share of the decided ones that were kept: 100 × met / (met + breached). Pending and
 * not applicable are outside; nothing decided is null, never 100 (Chatwoot) and never 0 (Frappe).
 *
 * @example
 * slaCompliance(['met', 'met', 'met', 'breached', 'pending']).met_pct; // 75
 */
export const slaCompliance = (verdicts: Iterable<SlaStatus>): SlaCounts & { met_pct: number | null } => {
  const counts = { ...NOTHING };
  for (const verdict of verdicts) countVerdict(counts, verdict);
  return { ...counts, met_pct: compliancePct(counts) };
};
