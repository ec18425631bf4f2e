import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attentionOf } from './attention.js';
import { attentionRules } from './attention-rules.js';
import type { SupportSignals } from './support-signals.js';

const calm: SupportSignals = {
  escalation_days: [],
  spike: null,
  open_tickets: 0,
  open_breached: 0,
  open_at_risk: 0,
  csat: { avg_csat: null, csat_responses: 0, trend: 'stable', previous_avg_csat: null },
  low_csat_below: 3.5,
  low_csat_min_responses: 3,
};

const rated = (avg_csat: number, previous_avg_csat = 4.5): Partial<SupportSignals> => ({
  csat: { avg_csat, csat_responses: 10, trend: 'declining', previous_avg_csat },
});

const scoreOf = (signals: Partial<SupportSignals>) => attentionOf({ ...calm, ...signals }).score;

describe('attentionOf', () => {
  it('is 0 without a reason', () => {
    expect(attentionOf(calm)).toEqual({ score: 0, reasons: [] });
  });

  it.each([
    [{ escalation_days: [3.4] }, 'Escalation pending 3 days'],
    [{ escalation_days: [0.2] }, 'Escalation pending since today'],
    [{ escalation_days: [1, 5] }, '2 escalations pending, the longest 5 days'],
    [{ spike: { current: 12, usual: 3, change_pct: 300 } }, 'Ticket spike (+300% this week)'],
    [{ spike: { current: 5, usual: 0, change_pct: null } }, 'Ticket spike (5, usually none, this week)'],
    [{ open_tickets: 12 }, '12 open tickets'],
    [{ open_tickets: 1 }, '1 open ticket'],
    [{ open_breached: 2 }, '2 open tickets past SLA'],
    [{ open_at_risk: 1 }, '1 open ticket about to miss SLA'],
    [{ csat: { ...calm.csat, avg_csat: 3.1, csat_responses: 8 } }, 'CSAT 3.1'],
  ])('says why: %j', (signals, text) => {
    expect(attentionOf({ ...calm, ...signals }).reasons.map((reason) => reason.text)).toEqual([text]);
  });

  it('ignores a low average of too few responses', () => {
    expect(scoreOf({ csat: { ...calm.csat, avg_csat: 1, csat_responses: 2 } })).toBe(0);
  });

  it('is the sum of the points it shows, heaviest first, and never above 100', () => {
    const { score, reasons } = attentionOf({
      ...calm,
      ...rated(1),
      escalation_days: [400, 400],
      spike: { current: 900, usual: 1, change_pct: 89_900 },
      open_tickets: 999,
      open_breached: 999,
      open_at_risk: 999,
    });
    expect(reasons.map(({ points }) => points)).toEqual(reasons.map(({ points }) => points).sort((a, b) => b - a));
    expect(score).toBeCloseTo(reasons.reduce((sum, { points }) => sum + points, 0));
    expect(score).toBeGreaterThan(90);
    expect(score).toBeLessThanOrEqual(100);
    expect(attentionRules.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  const counts = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 50 }));

  it.each([
    ['open tickets', (open_tickets: number) => ({ open_tickets })],
    ['breached tickets', (open_breached: number) => ({ open_breached })],
    ['tickets at risk', (open_at_risk: number) => ({ open_at_risk })],
    ['days of an escalation', (days: number) => ({ escalation_days: [days] })],
    ['tickets of a spike', (extra: number) => ({ spike: { current: 9 + extra, usual: 3, change_pct: 200 } })],
    ['lost satisfaction', (lost: number) => rated(3.4 - Math.min(lost, 240) / 100)],
  ])('rises with more %s', (_, signals) => {
    fc.assert(
      fc.property(counts, ([few, more]) => {
        expect(scoreOf(signals(few + more))).toBeGreaterThan(scoreOf(signals(few)));
      }),
    );
  });
});
