import { describe, expect, it } from 'vitest';
import { DEFAULT_SLA_POLICY } from '../model/sla-policy.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { alertWindowStart, evaluateAlerts } from './evaluate-alerts.js';

const now = '2026-11-25T10:00:00Z';
const daysAgo = (days: number) => instantOf(epochOf(now) - days * DAY_MS);
const customer = buildCustomer({ csm_id: 'maya' });

const findingsOf = (tickets: TicketRecord[], at = now) =>
  evaluateAlerts({ customer, tickets }, { now: at, timezone: 'UTC' });

const keysOf = (tickets: TicketRecord[], at = now) => findingsOf(tickets, at).map(({ dedupe_key }) => dedupe_key);

/** Answered and resolved within its targets. */
const calm = (facts: Partial<TicketRecord> = {}): TicketRecord => {
  const created = epochOf(facts.created_at ?? daysAgo(20));
  const resolved_at = instantOf(created + 2 * 3_600_000);
  return buildTicket({
    status: 'resolved',
    created_at: instantOf(created),
    first_response_at: instantOf(created + 600_000),
    resolved_at,
    ...facts,
  });
};

const rated = (scores: number[], days: number) =>
  scores.map((csat_score, index) =>
    calm({ external_id: `${days}-${index}`, csat_score, csat_responded_at: daysAgo(days) }),
  );

describe('evaluateAlerts', () => {
  it('is silent about a customer who is well', () => {
    expect(findingsOf([calm(), calm({ external_id: '2', csat_score: 5 })])).toEqual([]);
  });

  it("alerts on the owner's spike: 12 this week against a usual 3", () => {
    const tickets = [12, 3, 3, 3, 3].flatMap((count, week) =>
      Array.from({ length: count }, (_, index) =>
        calm({ external_id: `${week}-${index}`, created_at: daysAgo(week * 7 + 1) }),
      ),
    );
    const [alert, ...others] = findingsOf(tickets);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      type: 'ticket_spike',
      customer_id: 'acme',
      csm_id: 'maya',
      title: 'Ticket spike (+300%)',
      evidence: { current: 12, usual: 3, change_pct: 300 },
      dedupe_key: 'ticket_spike:acme:2026-11-23',
    });
    expect(alert?.ticket_ids).toHaveLength(12);
  });

  it('alerts once on an escalation while it stands', () => {
    const escalated = calm({
      status: 'open',
      created_at: daysAgo(3.05),
      resolved_at: null,
      is_escalated: true,
      escalated_at: daysAgo(3),
      escalation_reason: 'vip',
    });
    const escalations = (tickets: TicketRecord[]) =>
      findingsOf(tickets).filter(({ type }) => type === 'new_escalation');
    expect(escalations([escalated])).toMatchObject([
      {
        description: 'An escalation has been pending since Nov 22, 2026.',
        evidence: { days: 3, reason: 'vip' },
        dedupe_key: 'new_escalation:import:desk:1:2026-11-22T10:00:00Z',
      },
    ]);
    expect(escalations([{ ...escalated, status: 'resolved', resolved_at: daysAgo(1) }])).toEqual([]);
  });

  it('warns before a target is missed and alerts when it is', () => {
    const ticket = buildTicket({ priority: 'critical', created_at: '2026-11-25T09:00:00Z' });
    const answered = { ...ticket, first_response_at: '2026-11-25T09:10:00Z' };
    expect(keysOf([answered], '2026-11-25T12:15:00Z')).toEqual(['sla_at_risk:import:desk:1:resolution']);
    expect(keysOf([answered], '2026-11-25T13:00:01Z')).toEqual(['sla_breach:import:desk:1:resolution']);
  });

  it('raises nothing for breaches of a history that is long over', () => {
    const late = { created_at: '2026-01-01T00:00:00Z', resolved_at: '2026-02-01T00:00:00Z' };
    expect(findingsOf([calm(late)])).toEqual([]);
    expect(keysOf([calm(late)], '2026-01-05T00:00:00Z')).toContain('sla_breach:import:desk:1:resolution');
  });

  it('alerts on a single rating of 1 or 2 while it is fresh', () => {
    expect(keysOf(rated([2], 1))).toEqual(['low_csat:import:desk:1-0']);
    expect(keysOf(rated([2], 9))).toEqual([]);
    expect(keysOf(rated([3], 1))).toEqual([]);
  });

  it('alerts on a rating that only the history tells, with its own score and time', () => {
    const event = {
      ticket_id: 'import:desk:1',
      event_id: '61',
      at: daysAgo(1),
      type: 'csat_received',
      score: 2,
    } as const;
    expect(findingsOf([calm({ csat_score: 5, events: [event] })])).toMatchObject([
      { type: 'low_csat', evidence: { csat_score: 2, csat_responded_at: daysAgo(1) } },
    ]);
  });

  it('alerts on a low average of at least 3 responses', () => {
    expect(keysOf(rated([3, 3, 4], 10))).toEqual(['low_csat:acme']);
    expect(keysOf(rated([3, 3], 10))).toEqual([]);
    expect(keysOf(rated([3, 3, 5], 10))).toEqual([]);
  });

  it('alerts when the average falls by a fifth, exactly a fifth included', () => {
    expect(keysOf([...rated([4, 4, 4], 10), ...rated([5, 5, 5], 40)])).toEqual(['csat_decline:acme']);
    expect(keysOf([...rated([4, 4, 5], 10), ...rated([5, 5, 5], 40)])).toEqual([]);
    expect(keysOf([...rated([4, 4, 4], 10), ...rated([5, 5], 40)])).toEqual([]);
  });

  it('needs no ticket that is resolved and was last touched before the window', () => {
    const ratings = [...rated([4, 4, 4], 10), ...rated([5, 5, 5], 59)];
    const spike = [12, 3, 3, 3, 3, 3, 3, 3, 3].flatMap((count, week) =>
      Array.from({ length: count }, (_, index) =>
        calm({ external_id: `w${week}-${index}`, created_at: daysAgo(week * 7 + 1) }),
      ),
    );
    const old = calm({ external_id: 'old', created_at: daysAgo(120), csat_score: 1 });
    const all = [...ratings, ...spike, old];
    const loaded = all.filter(({ source_updated_at }) => source_updated_at >= alertWindowStart(now));
    expect(loaded).not.toContain(old);
    expect(keysOf(loaded)).toEqual(keysOf(all));
    expect(keysOf(all)).toEqual(['ticket_spike:acme:2026-11-23', 'csat_decline:acme']);
  });

  it("goes by the customer's own thresholds where it has some", () => {
    const picky = buildCustomer({ thresholds: { low_csat_below: 4.5 } });
    const evaluate = (of: typeof picky) =>
      evaluateAlerts({ customer: of, tickets: rated([4, 4, 4], 10) }, { now, timezone: 'UTC' });
    expect(evaluate(picky)).toMatchObject([{ type: 'low_csat', evidence: { avg_csat: 4 } }]);
    expect(evaluate(customer)).toEqual([]);
  });

  it("goes by the customer's own policy, else its tier's, else the organization's", () => {
    const policyOf = (resolution_hours: number) => ({
      ...DEFAULT_SLA_POLICY,
      targets: { ...DEFAULT_SLA_POLICY.targets, medium: { first_response_hours: 8, resolution_hours } },
    });
    const ticket = buildTicket({ created_at: daysAgo(1), first_response_at: daysAgo(0.9) });
    const breaches = (facts: Parameters<typeof buildCustomer>[0]) =>
      evaluateAlerts(
        { customer: buildCustomer(facts), tickets: [ticket] },
        { now, timezone: 'UTC', policy: policyOf(48), tier_policies: { gold: policyOf(12) } },
      ).map(({ type }) => type);
    expect(breaches({})).toEqual([]);
    expect(breaches({ tier: 'gold' })).toEqual(['sla_breach']);
    expect(breaches({ tier: 'gold', sla_policy: policyOf(72) })).toEqual([]);
  });

  it('does not see what comes later', () => {
    const ticket = calm({ created_at: daysAgo(5), csat_score: 1, csat_responded_at: daysAgo(-1) });
    expect(findingsOf([ticket, calm({ external_id: '2', created_at: daysAgo(-2) })])).toEqual([]);
  });
});
