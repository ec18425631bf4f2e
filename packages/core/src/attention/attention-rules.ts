import type { AttentionReason } from '../model/customer-support-summary.js';
import type { SupportSignals } from './support-signals.js';

type Finding = Pick<AttentionReason, 'evidence' | 'text'> & {
  /** 0..1, never falling as the matter gets worse. */
  strength: number;
};

interface AttentionRule {
  type: AttentionReason['type'];
  /** The most points this reason can give; all weights sum to 100. */
  weight: number;
  find: (signals: SupportSignals) => Finding | null;
}

/** Rises from 0 towards 1 and is 0.5 at `half`. */
const saturate = (amount: number, half: number): number => amount / (amount + half);

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const signed = (pct: number): string => `${pct >= 0 ? '+' : '−'}${Math.abs(Math.round(pct))}%`;

const escalationRule: AttentionRule = {
  type: 'escalation_open',
  weight: 30,
  find: ({ escalation_days }) => {
    if (escalation_days.length === 0) return null;
    const longest = Math.floor(Math.max(...escalation_days));
    const weeks = escalation_days.reduce((sum, days) => sum + 1 + days / 7, 0);
    const wait = longest === 0 ? 'since today' : plural(longest, 'day');
    return {
      strength: saturate(weeks, 1),
      evidence: { escalations: escalation_days.length, longest_days: longest },
      text:
        escalation_days.length === 1
          ? `Escalation pending ${wait}`
          : `${escalation_days.length} escalations pending, the longest ${wait}`,
    };
  },
};

const spikeRule: AttentionRule = {
  type: 'ticket_spike',
  weight: 20,
  find: ({ spike }) => {
    if (!spike) return null;
    const { current, usual, change_pct } = spike;
    const change = change_pct === null ? `${current}, usually none,` : signed(change_pct);
    return {
      strength: saturate(current / Math.max(usual, 1), 2),
      evidence: { current, usual, change_pct },
      text: `Ticket spike (${change} this week)`,
    };
  },
};

const breachedRule: AttentionRule = {
  type: 'sla_breached',
  weight: 15,
  find: ({ open_breached }) =>
    open_breached === 0
      ? null
      : {
          strength: saturate(open_breached, 3),
          evidence: { tickets: open_breached },
          text: `${plural(open_breached, 'open ticket')} past SLA`,
        },
};

const lowCsatRule: AttentionRule = {
  type: 'low_csat',
  weight: 15,
  find: ({ csat: { avg_csat, csat_responses }, low_csat_below, low_csat_min_responses }) =>
    avg_csat === null || csat_responses < low_csat_min_responses || avg_csat >= low_csat_below
      ? null
      : {
          strength: 0.4 + (0.6 * (low_csat_below - avg_csat)) / (low_csat_below - 1),
          evidence: { avg_csat, csat_responses, low_csat_below },
          text: `CSAT ${avg_csat.toFixed(1)}`,
        },
};

const decliningRule: AttentionRule = {
  type: 'csat_declining',
  weight: 8,
  find: ({ csat: { trend, avg_csat, previous_avg_csat } }) =>
    trend !== 'declining' || avg_csat === null || previous_avg_csat === null
      ? null
      : {
          strength: saturate(previous_avg_csat - avg_csat, 1),
          evidence: { avg_csat, previous_avg_csat },
          text: `CSAT down from ${previous_avg_csat.toFixed(1)} to ${avg_csat.toFixed(1)}`,
        },
};

const openRule: AttentionRule = {
  type: 'open_tickets',
  weight: 8,
  find: ({ open_tickets }) =>
    open_tickets === 0
      ? null
      : {
          strength: saturate(open_tickets, 10),
          evidence: { tickets: open_tickets },
          text: plural(open_tickets, 'open ticket'),
        },
};

const atRiskRule: AttentionRule = {
  type: 'sla_at_risk',
  weight: 4,
  find: ({ open_at_risk }) =>
    open_at_risk === 0
      ? null
      : {
          strength: saturate(open_at_risk, 3),
          evidence: { tickets: open_at_risk },
          text: `${plural(open_at_risk, 'open ticket')} about to miss SLA`,
        },
};

/** Every reason for attention. */
export const attentionRules: readonly AttentionRule[] = [
  escalationRule,
  spikeRule,
  breachedRule,
  lowCsatRule,
  decliningRule,
  openRule,
  atRiskRule,
];
