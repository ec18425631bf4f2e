import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import type { ReportOptions } from '../report/report-options.js';
import { slaSummary } from './sla-summary.js';

const now = '2026-11-25T10:00:00Z';

const summarize = (tickets: Iterable<TicketRecord>, options: Partial<ReportOptions> = {}) =>
  slaSummary(tickets, { period: '2026-11', now, ...options });

/** Answered after an hour, resolved after so many. */
const resolved = (created_at: string, hours: number, facts: Partial<TicketRecord> = {}): TicketRecord => {
  const after = (count: number) => new Date(Date.parse(created_at) + count * 3_600_000).toISOString();
  const resolved_at = after(hours);
  return buildTicket({ created_at, status: 'resolved', first_response_at: after(1), resolved_at, ...facts });
};

const times = (count: number, ticket: TicketRecord): TicketRecord[] => Array.from({ length: count }, () => ticket);

describe('slaSummary', () => {
  it('is 100 × met / (met + breached) of what was decided in the period', () => {
    const tickets = [
      ...times(8, resolved('2026-11-03T00:00:00Z', 10)),
      ...times(2, resolved('2026-11-03T00:00:00Z', 60)),
      ...times(5, buildTicket({ created_at: '2026-11-25T09:00:00Z' })),
    ];
    expect(summarize(tickets)).toMatchObject({
      resolution_met_pct: 80,
      first_response_met_pct: 100,
      counts: { resolution: { met: 8, breached: 2, pending: 5, at_risk: 0, not_applicable: 0 } },
    });
  });

  it('counts an open overdue ticket as breached', () => {
    expect(summarize([buildTicket({ created_at: '2026-11-03T00:00:00Z' })])).toMatchObject({
      first_response_met_pct: 0,
      resolution_met_pct: 0,
    });
  });

  it('counts a breach where the target was exceeded, not where the ticket was resolved', () => {
    const ticket = resolved('2026-10-20T00:00:00Z', 24 * 20);
    const resolution = (period: string) => summarize([ticket], { period }).counts.resolution;
    expect(resolution('2026-10')).toMatchObject({ met: 0, breached: 1 });
    expect(resolution('2026-11')).toMatchObject({ met: 0, breached: 0, pending: 0 });
  });

  it('asked for by creation counts the tickets created in the period, wherever they were decided', () => {
    const tickets = [resolved('2026-10-31T20:00:00Z', 10), resolved('2026-11-03T00:00:00Z', 10)];
    const met = (compliance_by: 'decided' | 'created') => summarize(tickets, { compliance_by }).counts.resolution.met;
    expect(met('decided')).toBe(2);
    expect(met('created')).toBe(1);
  });

  it('asked for by creation compares with the tickets created in the period before', () => {
    const tickets = [
      ...times(40, resolved('2026-10-31T12:00:00Z', 20)),
      ...times(40, resolved('2026-11-03T00:00:00Z', 60)),
    ];
    expect(summarize(tickets, { compliance_by: 'created', now: '2026-12-10T00:00:00Z' }).resolution_trend).toBe(
      'declining',
    );
  });

  it('belongs to the creation where no target applies', () => {
    const policy = {
      targets: Object.fromEntries(
        ['low', 'medium', 'high', 'critical'].map((priority) => [
          priority,
          { first_response_hours: null, resolution_hours: null },
        ]),
      ) as never,
      at_risk_ratio: 0.8,
    };
    const tickets = [buildTicket({ created_at: '2026-10-03T00:00:00Z' }), buildTicket()];
    expect(summarize(tickets, { policy })).toMatchObject({
      resolution_met_pct: null,
      counts: { resolution: { met: 0, breached: 0, pending: 0, not_applicable: 1 } },
    });
  });

  it('gives durations with how many they are over: mean, median and 90th percentile of type 7', () => {
    const tickets = [1, 2, 3, 4].map((hours) => resolved('2026-11-03T00:00:00Z', hours));
    expect(summarize(tickets)).toMatchObject({
      avg_resolution_hours: 2.5,
      median_resolution_hours: 2.5,
      p90_resolution_hours: expect.closeTo(3.7, 10) as number,
      avg_first_response_hours: 1,
      duration_counts: { first_response: 4, resolution: 4, first_resolution: 4 },
    });
  });

  it('says null, not 0, where there is nothing', () => {
    expect(summarize([])).toEqual({
      first_response_met_pct: null,
      resolution_met_pct: null,
      avg_first_response_hours: null,
      avg_resolution_hours: null,
      median_first_response_hours: null,
      median_resolution_hours: null,
      p90_first_response_hours: null,
      p90_resolution_hours: null,
      avg_first_resolution_hours: null,
      median_first_resolution_hours: null,
      p90_first_resolution_hours: null,
      duration_counts: { first_response: 0, first_resolution: 0, resolution: 0 },
      first_response_trend: 'insufficient_data',
      resolution_trend: 'insufficient_data',
      counts: {
        first_response: { met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 },
        resolution: { met: 0, breached: 0, pending: 0, at_risk: 0, not_applicable: 0 },
      },
      target_pct: 90,
    });
  });

  it('does not take a resolution for a reply when it comes to durations', () => {
    const ticket = buildTicket({ status: 'resolved', resolved_at: '2026-11-02T10:00:00Z' });
    expect(summarize([ticket])).toMatchObject({
      first_response_met_pct: 100,
      avg_first_response_hours: null,
      avg_resolution_hours: 1,
    });
  });

  it('tells the first resolution from the last', () => {
    const events = buildStatusEvents('import:desk:1', [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T13:00:00Z', 'resolved'],
      ['2026-11-04T09:00:00Z', 'open'],
      ['2026-11-04T11:00:00Z', 'resolved'],
    ]);
    const ticket = buildTicket({ status: 'resolved', resolved_at: '2026-11-04T11:00:00Z', events });
    expect(summarize([ticket])).toMatchObject({ avg_first_resolution_hours: 4, avg_resolution_hours: 6 });
  });

  it('knows the first resolution of facts alone, also while the ticket is resolved again', () => {
    const ticket = resolved('2026-11-02T09:00:00Z', 30, { first_resolved_at: '2026-11-02T19:00:00Z' });
    expect(summarize([ticket])).toMatchObject({ avg_first_resolution_hours: 10, avg_resolution_hours: 30 });
  });

  it('counts a first resolution where it was, though the ticket was resolved again later', () => {
    const ticket = resolved('2026-10-20T09:00:00Z', 24 * 20, { first_resolved_at: '2026-10-20T19:00:00Z' });
    const first = (period: string) => summarize([ticket], { period }).duration_counts.first_resolution;
    expect([first('2026-10'), first('2026-11')]).toEqual([1, 0]);
  });

  it('counts the hours of the calendar given', () => {
    const calendar = { timezone: 'UTC', weekly: { mon: [['09:00', '10:00']] as [string, string][] }, holidays: [] };
    const ticket = resolved('2026-11-02T09:30:00Z', 3);
    expect(summarize([ticket], { calendar }).avg_resolution_hours).toBe(0.5);
    expect(summarize([ticket]).avg_resolution_hours).toBe(3);
  });

  it('calls a move of compliance a trend from 30 verdicts on both sides on', () => {
    const trend = (n: number) =>
      summarize([...times(n, resolved('2026-10-05T00:00:00Z', 60)), ...times(n, resolved('2026-11-05T00:00:00Z', 6))])
        .resolution_trend;
    expect(trend(29)).toBe('insufficient_data');
    expect(trend(30)).toBe('improving');
  });

  it('refuses a calendar that never opens, by the name of the field', () => {
    const calendar = { timezone: 'UTC', weekly: {}, holidays: [] };
    expect(() => summarize([buildTicket()], { calendar })).toThrow(InvalidInputError);
    expect(() => summarize([buildTicket()], { calendar })).toThrow(/weekly/);
  });
});
