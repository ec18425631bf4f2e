import { describe, expect, it } from 'vitest';
import { withHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { escalationSummary } from './escalation-summary.js';
import { openEscalations } from './open-escalations.js';

const now = '2026-11-20T00:00:00Z';

const summarize = (tickets: Iterable<TicketRecord>, period = '2026-11', at = now) =>
  escalationSummary(tickets, { period, now: at });

const escalated = (facts: Partial<TicketRecord> = {}) =>
  buildTicket({ is_escalated: true, escalated_at: '2026-11-05T00:00:00Z', ...facts });

type Step = [at: string, level?: number | null, reason?: string | null];

const up = ([at, level = null, reason = null]: Step): TicketEvent => ({
  ticket_id: 'import:desk:1',
  event_id: `up:${at}`,
  at,
  type: 'escalated',
  reason,
  level,
});

const down = (at: string): TicketEvent => ({
  ticket_id: 'import:desk:1',
  event_id: `down:${at}`,
  at,
  type: 'deescalated',
});

describe('escalationSummary', () => {
  it('knows 3 escalated of 30 as a rate of 0.1', () => {
    const tickets = Array.from({ length: 30 }, (_, index) =>
      index < 3 ? escalated({ external_id: String(index) }) : buildTicket({ external_id: String(index) }),
    );
    expect(summarize(tickets)).toMatchObject({ total: 3, open: 3, rate: 0.1 });
  });

  it('has no rate without tickets', () => {
    expect(summarize([])).toEqual({
      total: 0,
      open: 0,
      rate: null,
      by_reason: {},
      by_level: {},
      time_to_escalation: { n: 0, avg_hours: null, median_hours: null, p90_hours: null },
      time_to_resolution: { n: 0, avg_hours: null, median_hours: null, p90_hours: null },
    });
  });

  it('leaves tickets of which the source does not tell out of the rate', () => {
    const unknown = { escalation_known: false, external_id: 'unknown' };
    expect(summarize([escalated(), buildTicket(), buildTicket(unknown), buildTicket(unknown)]).rate).toBe(0.5);
    expect(summarize([buildTicket(unknown)]).rate).toBeNull();
  });

  it('ends an escalation with its ticket but does not forget it', () => {
    const ticket = escalated({ status: 'resolved', resolved_at: '2026-11-10T00:00:00Z' });
    expect(summarize([ticket])).toMatchObject({ total: 1, open: 0, rate: 1 });
  });

  it('ends an escalation when the ticket is de-escalated', () => {
    const ticket = escalated({ events: [up(['2026-11-05T00:00:00Z', 1, 'vip']), down('2026-11-06T00:00:00Z')] });
    expect(summarize([ticket])).toMatchObject({ open: 0, by_reason: { vip: 1 }, by_level: { 1: 1 } });
  });

  it('counts an escalation when it was raised, not when its ticket was created', () => {
    const ticket = escalated({ created_at: '2026-10-01T00:00:00Z' });
    expect(summarize([ticket])).toMatchObject({ total: 1, open: 1, rate: null });
  });

  it('counts one without a time when its ticket was created', () => {
    const ticket = escalated({ escalated_at: null });
    expect(summarize([ticket])).toMatchObject({ total: 1, time_to_escalation: { n: 1, avg_hours: 0 } });
  });

  it('does not see one that was raised later', () => {
    const ticket = escalated({ escalated_at: '2026-11-21T00:00:00Z' });
    expect(summarize([ticket])).toMatchObject({ total: 0, open: 0, rate: 0 });
  });

  it('tells escalations by level and by reason, and those without one apart', () => {
    const tickets = [
      escalated({ escalation_level: 1, escalation_reason: 'outage' }),
      escalated({ escalation_level: 2, escalation_reason: 'outage' }),
      escalated({ escalation_level: 2 }),
      escalated(),
    ];
    expect(summarize(tickets)).toMatchObject({
      by_level: { 1: 1, 2: 2, unstated: 1 },
      by_reason: { outage: 2, unstated: 2 },
    });
  });

  it('counts every escalation of a ticket but the ticket once in the rate', () => {
    const events = [
      up(['2026-11-03T00:00:00Z', 1]),
      down('2026-11-04T00:00:00Z'),
      up(['2026-11-06T00:00:00Z', 2]),
      down('2026-11-09T00:00:00Z'),
    ];
    expect(summarize([buildTicket({ events }), buildTicket()])).toMatchObject({
      total: 2,
      open: 0,
      rate: 0.5,
      by_level: { 1: 1, 2: 1 },
      time_to_resolution: { n: 2, avg_hours: 48, median_hours: 48 },
    });
  });

  it('gives the times from creation to escalation and from there to its end, around the clock', () => {
    const ticket = escalated({ status: 'resolved', resolved_at: '2026-11-10T00:00:00Z' });
    expect(summarize([ticket])).toMatchObject({
      time_to_escalation: { n: 1, avg_hours: 63, median_hours: 63, p90_hours: 63 },
      time_to_resolution: { n: 1, avg_hours: 120, median_hours: 120, p90_hours: 120 },
    });
  });

  it('puts the time to the end where the escalation ended', () => {
    const ticket = escalated({ status: 'resolved', resolved_at: '2026-12-02T00:00:00Z' });
    const n = (period: string) => summarize([ticket], period, '2026-12-20T00:00:00Z').time_to_resolution.n;
    expect([n('2026-11'), n('2026-12')]).toEqual([0, 1]);
  });

  it('latches: a flag that was cleared, or an end that is told again, undoes nothing', () => {
    const events = [up(['2026-11-05T00:00:00Z']), down('2026-11-08T00:00:00Z'), down('2026-11-12T00:00:00Z')];
    expect(summarize([buildTicket({ is_escalated: false, events })])).toMatchObject({
      total: 1,
      open: 0,
      rate: 1,
      time_to_resolution: { avg_hours: 72 },
    });
  });

  it('ends one that was raised on a resolved ticket at once', () => {
    const ticket = escalated({ status: 'resolved', resolved_at: '2026-11-04T00:00:00Z' });
    expect(summarize([ticket])).toMatchObject({ total: 1, open: 0, time_to_resolution: { n: 1, avg_hours: 0 } });
  });

  it('counts an escalation that was told twice once', () => {
    const events = [up(['2026-11-05T00:00:00Z']), up(['2026-11-06T00:00:00Z'])];
    expect(summarize([buildTicket({ events })])).toMatchObject({ total: 1, open: 1 });
  });

  it('keeps the report of a past month as it was, whatever happens later', () => {
    const open = escalated({ created_at: '2026-10-10T00:00:00Z', escalated_at: '2026-10-12T00:00:00Z' });
    const over = { ...open, status: 'resolved' as const, resolved_at: '2026-11-10T00:00:00Z' };
    expect(summarize([over], '2026-10')).toEqual(summarize([open], '2026-10'));
    expect(summarize([over], '2026-10').open).toBe(1);
  });
});

describe('openEscalations', () => {
  const openAt = (tickets: TicketRecord[]) => openEscalations([...withHistory(tickets, epochOf(now))], epochOf(now));

  it('do not see one that was raised later', () => {
    expect(openAt([escalated({ escalated_at: '2026-11-21T00:00:00Z' })])).toEqual([]);
  });

  it('are those that stand, the longest first', () => {
    const tickets = [
      escalated({ external_id: 'short', escalated_at: '2026-11-15T00:00:00Z' }),
      escalated({ external_id: 'long', escalation_reason: 'vip' }),
      escalated({ external_id: 'over', status: 'closed', closed_at: '2026-11-18T00:00:00Z' }),
    ];
    expect(openAt(tickets)).toEqual([
      { ticket_id: 'import:desk:long', since: epochOf('2026-11-05T00:00:00Z'), reason: 'vip' },
      { ticket_id: 'import:desk:short', since: epochOf('2026-11-15T00:00:00Z'), reason: 'unstated' },
    ]);
  });

  it('end with the resolution and do not return when the ticket is reopened', () => {
    const statuses = buildStatusEvents('import:desk:1', [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-10T09:00:00Z', 'resolved'],
      ['2026-11-12T09:00:00Z', 'open'],
    ]);
    expect(openAt([buildTicket({ events: [...statuses, up(['2026-11-05T00:00:00Z'])] })])).toEqual([]);
  });
});
