import type { Attention, AttentionReason, Severity } from '../model/customer-support-summary.js';
import { attentionRules } from './attention-rules.js';
import type { SupportSignals } from './support-signals.js';

const severityOf = (points: number): Severity => {
  if (points >= 15) return 'critical';
  if (points >= 10) return 'high';
  return points >= 5 ? 'medium' : 'low';
};

/**
 * How much a customer needs attention, 0..100, with its reasons, heaviest first.
 *
 * Each reason has a weight, the most points it can give, and a strength 0..1 that never falls when
 * the matter gets worse (more tickets, a longer wait, a lower score). The score is the plain sum of
 * the points shown, so a person can add it up; the weights sum to 100.
 *
 * @example
 * attentionOf(signals).reasons[0]?.text; // 'Ticket spike (+300% this week)'
 */
export const attentionOf = (signals: SupportSignals): Attention => {
  const reasons = attentionRules
    .flatMap((rule): AttentionReason[] => {
      const found = rule.find(signals);
      if (!found) return [];
      const { strength, ...reason } = found;
      const points = rule.weight * strength;
      return [{ type: rule.type, severity: severityOf(points), points, ...reason }];
    })
    .sort((a, b) => b.points - a.points);
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
};
