import type { SlaMetric, SlaStatus, SlaSummary } from '@cscx/support-core';
import { trendLooks } from '../metrics/trend-looks.js';
import type { IconName } from '../parts/AnyIcon.js';
import type { Tone } from '../parts/tone.js';
import type { Words } from '../provider/words.js';

/** How many tickets stand where on one clock, with the statuses that they have. */
export interface SlaShare {
  id: 'met' | 'breached' | 'running' | 'not_applicable';
  label: string;
  count: number;
  value: string;
  /** How many of them are about to run out. */
  note: string | undefined;
  statuses: readonly SlaStatus[];
}

/** A duration in writing, with what it is. */
export interface SlaDuration {
  label: string;
  value: string;
}

/** All that is said of one clock. */
export interface SlaClock {
  metric: SlaMetric;
  label: string;
  /** 0..100; null where nothing was decided. */
  pct: number | null;
  value: string;
  tone: Tone;
  icon: IconName;
  /** Against the target, and against the period before. */
  verdict: string;
  trend: string;
  trendLook: { tone: Tone; icon: IconName };
  /** How many tickets were decided, which is what the share is of. */
  decided: string;
  shares: SlaShare[];
  durations: SlaDuration[];
  /** Of how many tickets the durations are. */
  durationCount: string;
}

/** Puts both clocks of a period into words. */
export const slaClocks = (sla: SlaSummary, words: Words): SlaClock[] => [
  clock('first_response', sla, words),
  clock('resolution', sla, words),
];

function clock(metric: SlaMetric, summary: SlaSummary, words: Words): SlaClock {
  const { format, messages } = words;
  const { sla } = messages;
  const pct = summary[`${metric}_met_pct`];
  const isMet = pct !== null && pct >= summary.target_pct;
  const target = format.percent(summary.target_pct);
  const { met, breached } = summary.counts[metric];
  const decided = met + breached;
  const timed = summary.duration_counts[metric];
  return {
    metric,
    label: messages.slaMetrics[metric],
    pct,
    value: pct === null ? messages.unknown : format.percent(pct),
    tone: pct === null ? 'neutral' : isMet ? 'good' : 'warn',
    icon: pct === null ? 'dash' : isMet ? 'check' : 'warning',
    verdict: pct === null ? sla.undecided : isMet ? sla.onTarget(target) : sla.belowTarget(target),
    trend: sla.trend[summary[`${metric}_trend`]],
    trendLook: trendLooks[summary[`${metric}_trend`]],
    decided: sla.decided(decided, format.count(decided)),
    shares: shares(metric, summary, words),
    durations: [
      { label: sla.median, value: duration(summary[`median_${metric}_hours`], words) },
      { label: sla.p90, value: duration(summary[`p90_${metric}_hours`], words) },
      { label: sla.mean, value: duration(summary[`avg_${metric}_hours`], words) },
    ],
    durationCount: sla.durations(timed, format.count(timed)),
  };
}

function shares(metric: SlaMetric, { counts }: SlaSummary, { format, messages: { sla } }: Words): SlaShare[] {
  const { met, breached, pending, at_risk, not_applicable } = counts[metric];
  const share = (
    id: SlaShare['id'],
    label: string,
    count: number,
    statuses: readonly SlaStatus[],
    note?: string,
  ): SlaShare => ({ id, label, count, value: format.count(count), statuses, note });
  return [
    share('met', sla.met, met, ['met']),
    share('breached', sla.breached, breached, ['breached']),
    share(
      'running',
      sla.running,
      pending,
      ['pending', 'at_risk', 'paused'],
      at_risk > 0 ? sla.atRisk(format.count(at_risk)) : undefined,
    ),
    share('not_applicable', sla.notApplicable, not_applicable, ['not_applicable']),
  ];
}

const duration = (hours: number | null, { format, messages }: Words): string =>
  hours === null ? messages.unknown : format.duration(hours);
