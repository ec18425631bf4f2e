import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSupportMetricsSchema } from '../model/customer-support-metrics.js';
import { customerSupportSummarySchema } from '../model/customer-support-summary.js';
import { portfolioSupportSummarySchema } from '../model/portfolio-support-summary.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { TICKET_PRIORITIES } from '../model/ticket-priority.js';
import { TICKET_STATUSES, isUnresolved } from '../model/ticket-status.js';
import { trendDataSchema } from '../model/trend-data.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { parsePeriod } from '../time/period.js';
import { reportWindowStart } from './report-options.js';
import { customerTrends, summarizeCustomer } from './summarize-customer.js';
import { summarizePortfolio } from './summarize-portfolio.js';

const now = '2026-11-25T10:00:00Z';
const nowMs = epochOf(now);
const acme = buildCustomer();

const reportOf = (period: string, at = now) => ({
  period: parsePeriod(period, { now: at, timezone: 'Europe/Berlin' }),
  now: at,
});

const someTicket = fc
  .record({
    createdHours: fc.integer({ min: 1, max: 24 * 200 }),
    replyHours: fc.integer({ min: 1, max: 100 }),
    workHours: fc.integer({ min: 1, max: 400 }),
    status: fc.constantFrom(...TICKET_STATUSES),
    priority: fc.constantFrom(...TICKET_PRIORITIES),
    csat_score: fc.constantFrom(null, 1, 2, 3, 4, 5),
    is_escalated: fc.boolean(),
  })
  .map(({ createdHours, replyHours, workHours, status, csat_score, ...facts }): TicketRecord => {
    const created = nowMs - createdHours * 3_600_000;
    const resolved = Math.min(nowMs, created + workHours * 3_600_000);
    const resolved_at = isUnresolved(status) ? null : instantOf(resolved);
    return buildTicket({
      ...facts,
      status,
      created_at: instantOf(created),
      first_response_at: instantOf(created + replyHours * 3_600_000),
      resolved_at,
      csat_score: resolved_at ? csat_score : null,
      source_updated_at: instantOf(resolved),
    });
  });

const someTickets = fc
  .array(someTicket, { maxLength: 30 })
  .map((tickets) => tickets.map((ticket, index) => ({ ...ticket, ticket_id: `t${index}`, external_id: `${index}` })));

const periods = fc.constantFrom('this_month', 'last_week', 'last_90_days', '2026-10', '2026-W40', 'this_year');

describe('summarizeCustomer', () => {
  it('answers what the contract says for any tickets', () => {
    fc.assert(
      fc.property(someTickets, periods, (tickets, period) => {
        const report = reportOf(period);
        customerSupportMetricsSchema.parse(summarizeCustomer(acme, tickets, report));
        customerTrends(acme, tickets, report).forEach((bucket) => trendDataSchema.parse(bucket));
      }),
    );
  });

  it('gives the same answer for the same tickets in any order', () => {
    const shuffled = someTickets.chain((tickets) =>
      fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })),
    );
    fc.assert(
      fc.property(shuffled, periods, ([tickets, others], period) => {
        const a = summarizeCustomer(acme, tickets, reportOf(period));
        const b = summarizeCustomer(acme, others, reportOf(period));
        expect(rounded(b)).toEqual(rounded(a));
      }),
    );
  });

  it('needs no ticket that is resolved and was last touched before the report window', () => {
    fc.assert(
      fc.property(someTickets, periods, (tickets, period) => {
        const report = reportOf(period);
        const start = reportWindowStart(report);
        const loaded = tickets.filter(
          ({ status, source_updated_at }) => isUnresolved(status) || source_updated_at >= start,
        );
        expect(summarizeCustomer(acme, loaded, report)).toEqual(summarizeCustomer(acme, tickets, report));
        expect(customerTrends(acme, loaded, report)).toEqual(customerTrends(acme, tickets, report));
        const portfolio = (of: TicketRecord[]) => summarizePortfolio([{ customer: acme, tickets: of }], report);
        expect(portfolio(loaded)).toEqual(portfolio(tickets));
      }),
    );
  });

  it('keeps the report of a past month as it was, whatever happens later', () => {
    const ticket = buildTicket({ created_at: '2026-10-30T00:00:00Z', first_response_at: '2026-10-30T01:00:00Z' });
    const resolved = { ...ticket, status: 'resolved' as const, resolved_at: '2026-11-10T00:00:00Z' };
    const { period: _, ...october } = summarizeCustomer(acme, [resolved], reportOf('2026-10'));
    expect(october.tickets).toMatchObject({ total: 1, open: 1, resolved: 0 });
    expect(october.sla.counts.resolution).toMatchObject({ met: 0, pending: 1 });
  });

  it('says null, not 0 and not 100, where nothing can be computed', () => {
    const { sla, satisfaction, escalations } = summarizeCustomer(acme, [], reportOf('this_month'));
    expect(sla).toMatchObject({ first_response_met_pct: null, avg_resolution_hours: null });
    expect(satisfaction).toMatchObject({ avg_csat: null, satisfied_pct: null, csat_response_rate: null });
    expect(escalations.rate).toBeNull();
  });
});

describe('customerTrends', () => {
  it.each(['this_week', 'this_month', '2026-W47'])('covers at least 12 ISO weeks for %s', (period) => {
    const trends = customerTrends(acme, [], reportOf(period));
    expect(trends.length).toBeGreaterThanOrEqual(12);
    expect(trends.every(({ bucket_start, bucket_end }) => epochOf(bucket_end) > epochOf(bucket_start))).toBe(true);
  });

  it('ends with the week that is running, at local midnight', () => {
    expect(customerTrends(acme, [], reportOf('this_month')).at(-1)).toMatchObject({
      bucket_start: '2026-11-22T23:00:00Z',
      bucket_end: '2026-11-29T23:00:00Z',
    });
  });

  it('follows the history, not the last state alone', () => {
    const ticket = buildTicket({
      created_at: '2026-11-03T09:00:00Z',
      status: 'resolved',
      resolved_at: '2026-11-18T09:00:00Z',
    });
    const open = customerTrends(acme, [ticket], reportOf('this_month')).map(({ open_at_end }) => open_at_end);
    expect(open.slice(-5)).toEqual([0, 1, 1, 0, 0]);
  });
});

describe('summarizePortfolio', () => {
  it('adds its customers up', () => {
    fc.assert(
      fc.property(someTickets, someTickets, periods, (ours, theirs, period) => {
        const globex = buildCustomer({ customer_id: 'globex', name: 'Globex' });
        const accounts = [
          { customer: acme, tickets: ours },
          { customer: globex, tickets: theirs },
        ];
        const { summary, customers } = summarizePortfolio(accounts, reportOf(period));
        portfolioSupportSummarySchema.parse(summary);
        customers.forEach((customer) => customerSupportSummarySchema.parse(customer));
        const sum = (field: 'open_tickets' | 'total_tickets' | 'csat_responses') =>
          customers.reduce((total, customer) => total + customer[field], 0);
        expect(summary.open_tickets).toBe(sum('open_tickets'));
        expect(summary.total_tickets).toBe(sum('total_tickets'));
        expect(summary.csat_responses).toBe(sum('csat_responses'));
      }),
    );
  });

  it('draws a short period by day and a month by week', () => {
    const trendsOf = (period: string) => summarizePortfolio([], reportOf(period)).summary.trends;
    expect(trendsOf('last_7_days')).toHaveLength(7);
    expect(trendsOf('2026-10')).toHaveLength(5);
  });

  it('compares open tickets and escalations with a week ago', () => {
    const old = buildTicket({ created_at: '2026-11-01T00:00:00Z' });
    const fresh = buildTicket({
      created_at: instantOf(nowMs - DAY_MS),
      is_escalated: true,
      escalated_at: instantOf(nowMs - DAY_MS),
    });
    const { summary } = summarizePortfolio([{ customer: acme, tickets: [old, fresh] }], reportOf('this_month'));
    expect(summary).toMatchObject({
      open_tickets: 2,
      open_tickets_change: 1,
      escalations: { open: 1, new_this_week: 1, change: 1 },
      customers_with_tickets: 1,
    });
  });

  it('lists who needs attention first', () => {
    const calm = { customer: buildCustomer({ customer_id: 'calm', name: 'Calm' }), tickets: [] };
    const loud = { customer: acme, tickets: [buildTicket({ is_escalated: true })] };
    const { customers } = summarizePortfolio([calm, loud], reportOf('this_month'));
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['acme', 'calm']);
  });
});

/** Sums of fractions depend on their order in the last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, field: unknown) => (typeof field === 'number' ? Number(field.toPrecision(12)) : field)),
  );
