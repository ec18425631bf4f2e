import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { backlogAt } from '../volume/volume-summary.js';
import { anyPeriod, NOW, ticketsOfMany, ticketsOfOne } from './__fixtures__/any-tickets.js';
import { createCustomerAccumulator } from './customer-accumulator.js';
import { summarizePortfolio } from './portfolio-accumulator.js';
import { supportTrends } from './support-trends.js';

const reportOf = (period: string, timezone = 'Europe/Berlin') => ({ period, now: NOW, timezone });

/** The end of what a report sees: now, or the end of its period. */
const asOfOf = (period: string): number =>
  Math.min(
    epochOf(NOW),
    epochOf(
      createCustomerAccumulator({ customer: { customer_id: 'acme' }, ...reportOf(period) }).result().metrics
        .period_range.end,
    ),
  );

describe('supportTrends', () => {
  it.each(['this_week', 'this_month', '2026-W47'])('covers at least 12 ISO weeks for %s', (period) => {
    const trends = supportTrends([], reportOf(period));
    expect(trends.length).toBeGreaterThanOrEqual(12);
    expect(trends.every(({ bucket_start, bucket_end }) => epochOf(bucket_end) > epochOf(bucket_start))).toBe(true);
  });

  it('ends with the week that is running, at local midnight', () => {
    expect(supportTrends([], reportOf('this_month')).at(-1)).toMatchObject({
      bucket_start: '2026-11-22T23:00:00Z',
      bucket_end: '2026-11-29T23:00:00Z',
    });
  });

  it('leaves no gap, across a change of clocks too', () => {
    const trends = supportTrends([], reportOf('this_year'));
    const gaps = trends.slice(1).filter(({ bucket_start }, index) => bucket_start !== trends[index]?.bucket_end);
    expect(gaps).toEqual([]);
  });

  it('follows the history, not the last state alone', () => {
    const ticket = buildTicket({
      created_at: '2026-11-03T09:00:00Z',
      status: 'resolved',
      resolved_at: '2026-11-18T09:00:00Z',
    });
    const open = supportTrends([ticket], reportOf('this_month')).map(({ open_at_end }) => open_at_end);
    expect(open.slice(-5)).toEqual([0, 1, 1, 0, 0]);
  });

  it('ends each bucket with the backlog of its end, of any histories', () => {
    fc.assert(
      fc.property(ticketsOfOne, anyPeriod, (tickets, period) => {
        const asOf = asOfOf(period);
        const trends = supportTrends(tickets, reportOf(period));
        const backlog = trends.map(({ bucket_end }) => backlogAt(tickets, Math.min(epochOf(bucket_end), asOf)));
        expect(trends.map(({ open_at_end }) => open_at_end)).toEqual(backlog);
      }),
      { numRuns: 200 },
    );
  });

  it('of a portfolio ends each bucket with the backlog of its end too', () => {
    fc.assert(
      fc.property(ticketsOfMany, anyPeriod, (tickets, period) => {
        const asOf = asOfOf(period);
        const { trends } = summarizePortfolio(tickets, reportOf(period)).summary;
        const backlog = trends.map(({ bucket_end }) => backlogAt(tickets, Math.min(epochOf(bucket_end), asOf)));
        expect(trends.map(({ open_at_end }) => open_at_end)).toEqual(backlog);
      }),
    );
  });

  it('counts a moment on the border of two buckets in the later, and in the backlog at the end of the earlier', () => {
    const ticket = buildTicket({ created_at: '2026-11-16T00:00:00Z' });
    const trends = supportTrends([ticket], reportOf('this_month', 'UTC')).slice(-3);
    expect(trends.map(({ created, open_at_end }) => [created, open_at_end])).toEqual([
      [0, 1],
      [1, 1],
      [0, 1],
    ]);
  });

  it('puts verdicts where they fell and scores where they were given', () => {
    const ticket = buildTicket({
      created_at: '2026-11-10T09:00:00Z',
      status: 'resolved',
      first_response_at: '2026-11-10T10:00:00Z',
      resolved_at: '2026-11-24T09:00:00Z',
      csat_score: 4,
      csat_responded_at: '2026-11-24T12:00:00Z',
    });
    expect(supportTrends([ticket], reportOf('this_month')).slice(-3)).toMatchObject([
      { created: 1, first_response_met_pct: 100, resolution_met_pct: 0, avg_csat: null },
      { created: 0, first_response_met_pct: null, resolution_met_pct: null, csat_responses: 0 },
      { resolved: 1, first_response_met_pct: null, resolution_met_pct: null, avg_csat: 4, csat_responses: 1 },
    ]);
  });

  it('counts a ticket that was rated twice once in each week, with its latest score there', () => {
    const rating = (at: string, score: number) => ({
      ticket_id: 'import:desk:1',
      event_id: at,
      at,
      type: 'csat_received' as const,
      score,
    });
    const events = [
      rating('2026-11-10T00:00:00Z', 1),
      rating('2026-11-11T00:00:00Z', 2),
      rating('2026-11-17T00:00:00Z', 5),
    ];
    expect(supportTrends([buildTicket({ events })], reportOf('this_month')).slice(-3)).toMatchObject([
      { avg_csat: 2, csat_responses: 1 },
      { avg_csat: 5, csat_responses: 1 },
      { avg_csat: null, csat_responses: 0 },
    ]);
  });
});
