import { describe, expect, it } from 'vitest';
import type { BusinessCalendar } from '../model/business-calendar.js';
import { DEFAULT_SLA_POLICY } from '../model/sla-policy.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketStatus } from '../model/ticket-status.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { assessSla } from './assess-sla.js';

const calendar: BusinessCalendar = {
  timezone: 'UTC',
  weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], wed: [['09:00', '17:00']] },
  holidays: [],
};

const explain = (facts: Partial<TicketRecord>, now: string, hours: BusinessCalendar | null = null) => {
  const { first_response, resolution } = assessSla(buildTicket(facts), { now, calendar: hours });
  return { first_response: first_response.explanation, resolution: resolution.explanation };
};

const history = (...statuses: [string, TicketStatus][]): Partial<TicketRecord> => ({
  status: statuses.at(-1)?.[1] ?? 'open',
  events: buildStatusEvents('import:desk:1', statuses),
});

describe('the explanation of a verdict', () => {
  it('says how much business time of the target is used, and how long the clock was paused', () => {
    const ticket = history(
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T10:00:00Z', 'pending'],
      ['2026-11-03T12:00:00Z', 'open'],
      ['2026-11-03T15:12:00Z', 'resolved'],
    );
    expect(explain({ ...ticket, priority: 'critical' }, '2026-11-10T00:00:00Z', calendar).resolution).toBe(
      '4 h 12 min of 4 h business time used; paused 26 h while pending',
    );
  });

  it.each([
    ['2026-11-02T09:00:00Z', '0 min of 8 h time used'],
    ['2026-11-02T09:00:45Z', '45 s of 8 h time used'],
    ['2026-11-02T09:25:59Z', '25 min of 8 h time used'],
    ['2026-11-02T12:00:00Z', '3 h of 8 h time used'],
    ['2026-11-04T10:01:00Z', '49 h 1 min of 8 h time used'],
  ])('around the clock, at %s, is: %s', (now, line) => {
    expect(explain({}, now).first_response).toBe(line);
  });

  it('tells the time between a resolution and a reopening from other pauses', () => {
    const ticket = history(
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T10:00:00Z', 'pending'],
      ['2026-11-02T10:30:00Z', 'resolved'],
      ['2026-11-02T12:30:00Z', 'open'],
    );
    expect(explain(ticket, '2026-11-02T13:30:00Z').resolution).toBe(
      '2 h of 48 h time used; paused 30 min while pending; paused 2 h between a resolution and a reopening',
    );
  });

  it('counts a pause that still lasts up to now', () => {
    const ticket = history(['2026-11-02T09:00:00Z', 'open'], ['2026-11-02T10:00:00Z', 'pending']);
    expect(explain(ticket, '2026-11-02T15:00:00Z').resolution).toBe('1 h of 48 h time used; paused 5 h while pending');
  });

  it('says that no target applies, and why a reply is none', () => {
    const first_response_at = '2026-11-02T09:00:00Z';
    expect(explain({ opened_by: 'agent', first_response_at }, '2026-11-02T10:00:00Z').first_response).toBe(
      '1 h of time used, no target applies; a reply at or before the creation is none',
    );
  });

  it("says what was computed where the support system's verdict is another", () => {
    const ticket = {
      status: 'resolved' as const,
      resolved_at: '2026-11-02T10:00:00Z',
      vendor_sla: { resolution: { is_breached: true } },
    };
    expect(explain(ticket, '2026-11-10T00:00:00Z').resolution).toBe(
      "1 h of 48 h time used; the support system's verdict, computed: met",
    );
  });

  it('about the first response is silent about a reply that the resolution clock does not read', () => {
    const first_response_at = '2026-11-02T08:00:00Z';
    expect(explain({ first_response_at }, '2026-11-02T10:00:00Z')).toEqual({
      first_response: '1 h of 8 h time used; a reply at or before the creation is none',
      resolution: '1 h of 48 h time used',
    });
  });

  it('uses the words of the default policy', () => {
    const { explanation } = assessSla(buildTicket(), {
      policy: DEFAULT_SLA_POLICY,
      now: '2026-11-02T10:00:00Z',
    }).resolution;
    expect(explanation).toBe('1 h of 48 h time used');
  });
});
