import { describe, expect, it } from 'vitest';
import { calendarOf, vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import { ticketHistory } from '../history/ticket-history.js';
import type { SlaAssessment } from '../model/sla-assessment.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy, type SlaTarget } from '../model/sla-policy.js';
import type { SlaStatus } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { TICKET_PRIORITIES, type TicketPriority } from '../model/ticket-priority.js';
import type { TicketStatus } from '../model/ticket-status.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { assessSla } from './assess-sla.js';

interface VectorTicket extends Pick<
  TicketRecord,
  'created_at' | 'status' | 'priority' | 'first_response_at' | 'resolved_at' | 'closed_at'
> {
  sla_first_response_hours?: number;
  sla_resolution_hours?: number;
  sla_targets_hours?: Record<TicketPriority, { first_response: number; resolution: number }>;
  status_history?: [string, TicketStatus][];
  priority_history?: [string, TicketPriority][];
  vendor?: Partial<Record<'first_response' | 'resolution', 'met' | 'breached'>>;
}

const targetsOf = (ticket: VectorTicket): SlaPolicy['targets'] =>
  Object.fromEntries(
    TICKET_PRIORITIES.map((priority): [TicketPriority, SlaTarget] => [
      priority,
      {
        first_response_hours:
          ticket.sla_targets_hours?.[priority].first_response ?? ticket.sla_first_response_hours ?? null,
        resolution_hours: ticket.sla_targets_hours?.[priority].resolution ?? ticket.sla_resolution_hours ?? null,
      },
    ]),
  ) as SlaPolicy['targets'];

const ticketOf = (vector: VectorTicket): TicketRecord => {
  const { created_at, status, priority, first_response_at, resolved_at, closed_at } = vector;
  const facts = { created_at, status, priority, first_response_at, resolved_at, closed_at };
  const ticket = buildTicket(facts);
  const vendor_sla = Object.fromEntries(
    Object.entries(vector.vendor ?? {}).map(([metric, verdict]) => [metric, { is_breached: verdict === 'breached' }]),
  );
  const priorities = vector.priority_history ?? [];
  return {
    ...ticket,
    vendor_sla,
    events: [
      ...buildStatusEvents(ticket.ticket_id, vector.status_history ?? []),
      ...priorities.map(([at, to], index) => ({
        ticket_id: ticket.ticket_id,
        event_id: `priority:${index}`,
        at,
        type: 'priority_changed' as const,
        from: priorities[index - 1]?.[1] ?? null,
        to,
      })),
    ],
  };
};

const assess = (ticket: TicketRecord, now: string, policy = DEFAULT_SLA_POLICY): SlaAssessment => {
  const asOf = epochOf(now);
  return assessSla(ticket, { history: ticketHistory(ticket, asOf), policy, asOf });
};

/** The four verdicts of the definitions; at risk and paused are kinds of pending. */
const verdictOf = (status: SlaStatus): string => (status === 'at_risk' || status === 'paused' ? 'pending' : status);

describe('assessSla', () => {
  it.each(vectorsOf('verdict'))('agrees with $id', (vector) => {
    const ticket = vector['ticket'] as VectorTicket;
    const calendar = calendarOf(vector);
    const policy = { targets: targetsOf(ticket), calendar, at_risk_ratio: 0.8 };
    const assessment = assess(ticketOf(ticket), vector['as_of'] as string, policy);
    const expected = vector['expected'] as Record<keyof SlaAssessment, Record<string, unknown>>;
    for (const [metric, facts] of Object.entries(expected)) {
      const { status, elapsed_hours, due_at, fulfilled_by } = assessment[metric as keyof SlaAssessment];
      const got: Record<string, unknown> = {
        verdict: verdictOf(status),
        at_risk: status === 'at_risk',
        elapsed_minutes: elapsed_hours * 60,
        due_at,
        fulfilled_by,
      };
      expect(Object.fromEntries(Object.keys(facts).map((key) => [key, got[key]]))).toEqual(facts);
    }
  });

  it('has the targets of the requirements as its defaults', () => {
    expect(DEFAULT_SLA_POLICY.targets).toEqual({
      critical: { first_response_hours: 1, resolution_hours: 4 },
      high: { first_response_hours: 4, resolution_hours: 24 },
      medium: { first_response_hours: 8, resolution_hours: 48 },
      low: { first_response_hours: 24, resolution_hours: 72 },
    });
  });

  it('is at risk from 80 % of a target on', () => {
    const ticket = buildTicket({ priority: 'critical', created_at: '2026-11-02T09:00:00Z' });
    expect(assess(ticket, '2026-11-02T09:47:59Z').first_response.status).toBe('pending');
    expect(assess(ticket, '2026-11-02T09:48:00Z').first_response.status).toBe('at_risk');
  });

  it('decides a breach at the first overshoot, not at the late reply', () => {
    const ticket = buildTicket({
      created_at: '2026-11-02T09:00:00Z',
      first_response_at: '2026-11-05T09:00:00Z',
    });
    expect(assess(ticket, '2026-11-06T00:00:00Z').first_response).toMatchObject({
      status: 'breached',
      decided_at: '2026-11-02T17:00:00Z',
      elapsed_hours: 72,
    });
  });

  it('does not see a reply that came after the moment asked about', () => {
    const ticket = buildTicket({ first_response_at: '2026-11-02T10:00:00Z' });
    expect(assess(ticket, '2026-11-02T09:59:59Z').first_response.status).toBe('pending');
    expect(assess(ticket, '2026-11-02T10:00:00Z').first_response.status).toBe('met');
  });

  it('shows no due date while the clock is paused, and freezes what is used', () => {
    const { ticket_id } = buildTicket();
    const events = buildStatusEvents(ticket_id, [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T19:00:00Z', 'pending'],
    ]);
    const ticket = buildTicket({ status: 'pending', events });
    expect(assess(ticket, '2026-11-20T00:00:00Z').resolution).toMatchObject({
      status: 'paused',
      due_at: null,
      elapsed_hours: 10,
    });
  });

  it('leaves out the time between a resolution and its reopening', () => {
    const { ticket_id } = buildTicket();
    const events = buildStatusEvents(ticket_id, [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T19:00:00Z', 'resolved'],
      ['2026-11-12T19:00:00Z', 'open'],
      ['2026-11-12T21:00:00Z', 'resolved'],
    ]);
    const ticket = buildTicket({ status: 'resolved', resolved_at: '2026-11-12T21:00:00Z', events });
    expect(assess(ticket, '2026-11-20T00:00:00Z').resolution).toMatchObject({
      status: 'met',
      elapsed_hours: 12,
      fulfilled_at: '2026-11-12T21:00:00Z',
    });
  });

  it("takes the vendor's breach from the moment the vendor says, not before", () => {
    const ticket = buildTicket({
      vendor_sla: { resolution: { is_breached: true, breached_at: '2026-11-02T12:00:00Z' } },
    });
    expect(assess(ticket, '2026-11-02T11:00:00Z').resolution.status).toBe('pending');
    expect(assess(ticket, '2026-11-02T12:00:00Z').resolution).toMatchObject({
      status: 'breached',
      source: 'vendor',
      decided_at: '2026-11-02T12:00:00Z',
    });
  });

  it('keeps a breach without a time where it is, however late one looks', () => {
    const ticket = buildTicket({
      vendor_sla: { resolution: { is_breached: true } },
      source_updated_at: '2026-11-02T15:00:00Z',
    });
    for (const now of ['2026-11-02T20:00:00Z', '2026-11-03T20:00:00Z']) {
      expect(assess(ticket, now).resolution).toMatchObject({ status: 'breached', decided_at: '2026-11-02T15:00:00Z' });
    }
  });

  it('never calls an open ticket met because the vendor has not breached it yet', () => {
    const ticket = buildTicket({ vendor_sla: { resolution: { is_breached: false } } });
    expect(verdictOf(assess(ticket, '2026-12-02T09:00:00Z').resolution.status)).toBe('pending');
  });
});
