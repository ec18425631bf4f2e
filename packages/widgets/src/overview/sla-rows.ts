import type { SlaMetric, SlaSummary } from '@cscx/support-core';
import type { Words } from '../provider/words.js';
import type { BarRow } from '../charts/BarList.js';

/** One bar for each clock: how often its target was met, against how often it should have been. */
export function slaRows(sla: SlaSummary, words: Words): BarRow[] {
  return [
    slaRow('first_response', sla.first_response_met_pct, sla.median_first_response_hours, sla, words),
    slaRow('resolution', sla.resolution_met_pct, sla.median_resolution_hours, sla, words),
  ];
}

function slaRow(
  metric: SlaMetric,
  pct: number | null,
  medianHours: number | null,
  { counts, target_pct }: SlaSummary,
  { format, messages }: Words,
): BarRow {
  const { overview } = messages;
  const label = messages.slaMetrics[metric];
  if (pct === null) {
    return { id: metric, label, pct, value: messages.unknown, note: overview.slaUndecided, tone: 'neutral' };
  }
  const { met, breached } = counts[metric];
  const decided = overview.slaDecided(format.count(met), met + breached, format.count(met + breached));
  const median = medianHours === null ? [] : [overview.slaMedian(format.duration(medianHours))];
  const isMet = pct >= target_pct;
  return {
    id: metric,
    label,
    pct,
    value: format.percent(pct),
    verdict: isMet ? overview.slaAbove : overview.slaBelow,
    note: [decided, ...median].join(' · '),
    tone: isMet ? 'good' : 'warn',
  };
}
