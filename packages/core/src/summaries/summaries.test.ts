import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSupportMetricsSchema } from '../model/customer-support-metrics.js';
import { customerSupportSummarySchema } from '../model/customer-support-summary.js';
import { portfolioSupportSummarySchema } from '../model/portfolio-support-summary.js';
import { DEFAULT_SLA_POLICY } from '../model/sla-policy.js';
import { SLA_METRICS } from '../model/sla-status.js';
import { DEFAULT_THRESHOLDS } from '../model/support-thresholds.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { isUnresolved } from '../model/ticket-status.js';
import { trendDataSchema } from '../model/trend-data.js';
import { type ReportOptions, reportWindowStart } from '../report/report-options.js';
import { buildCustomer } from '../testing/build-customer.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { anyPeriod, NOW, ticketsOfMany, ticketsOfOne } from './__fixtures__/any-tickets.js';
import { summarizeCustomer } from './customer-accumulator.js';
import { summarizePortfolio } from './portfolio-accumulator.js';
import { supportTrends } from './support-trends.js';

const nowMs = epochOf(NOW);
const acme = buildCustomer();
const globex = buildCustomer({ customer_id: 'globex', name: 'Globex' });

const reportOf = (period: string, options: Partial<ReportOptions> = {}) => ({
  period,
  now: NOW,
  timezone: 'Europe/Berlin',
  ...options,
});

const acmeReport = (period: string, options: Partial<ReportOptions> = {}) => ({
  customer: acme,
  ...reportOf(period, options),
});

/** Everything that is in a result, however deep. */
const leavesOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

const expectNumbersOf = (value: unknown) => {
  const numbers = leavesOf(value).filter((leaf) => typeof leaf === 'number');
  expect(numbers.filter((leaf) => !Number.isFinite(leaf) || Object.is(leaf, -0))).toEqual([]);
};

/** A ticket of which all is told by events, its first status and priority too. */
const withFirstEvents = (ticket: TicketRecord): TicketRecord => {
  const first = { ticket_id: ticket.ticket_id, at: ticket.created_at, from: null };
  const { vendor_sla: _, ...facts } = ticket;
  return {
    ...facts,
    csat_score: null,
    is_escalated: false,
    events: [
      { ...first, event_id: 'status', type: 'status_changed', to: 'open' },
      { ...first, event_id: 'priority', type: 'priority_changed', to: ticket.priority },
      ...(ticket.events ?? []),
    ],
  };
};

/** What a source told of a ticket at a moment; of breaches it also tells when they will come if nothing happens. */
const asOf = (ticket: TicketRecord, at: number): TicketRecord => {
  const events = (ticket.events ?? [])
    .filter((event) => event.type === 'sla_breached' || epochOf(event.at) <= at)
    .sort((a, b) => epochOf(a.at) - epochOf(b.at));
  const status = events.findLast((event) => event.type === 'status_changed')?.to ?? ticket.status;
  const priority = events.findLast((event) => event.type === 'priority_changed')?.to ?? ticket.priority;
  const source_updated_at = events.findLast((event) => event.type !== 'sla_breached')?.at ?? ticket.created_at;
  return { ...ticket, events, status, priority, source_updated_at, resolved_at: null };
};

describe('summarizeCustomer', () => {
  it('answers what the contract says for any tickets', () => {
    fc.assert(
      fc.property(ticketsOfOne, anyPeriod, (tickets, period) => {
        const metrics = summarizeCustomer(tickets, acmeReport(period));
        customerSupportMetricsSchema.parse(metrics);
        expectNumbersOf(metrics);
        const trends = supportTrends(tickets, reportOf(period));
        trends.forEach((bucket) => trendDataSchema.parse(bucket));
        expectNumbersOf(trends);
      }),
    );
  });

  it('gives every ticket one verdict on each metric when the period covers everything', () => {
    const everything = fc.constantFrom('2020-01-01/2030-01-01', '2000-01-01/2026-11-26');
    const by = fc.constantFrom('decided' as const, 'created' as const);
    fc.assert(
      fc.property(ticketsOfOne, everything, by, (tickets, period, compliance_by) => {
        const { sla } = summarizeCustomer(tickets, acmeReport(period, { compliance_by }));
        const known = tickets.filter(({ created_at }) => epochOf(created_at) <= nowMs);
        for (const metric of SLA_METRICS) {
          const { met, breached, pending, at_risk, not_applicable } = sla.counts[metric];
          expect(met + breached + pending + not_applicable).toBe(known.length);
          expect(at_risk).toBeLessThanOrEqual(pending);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('needs no ticket that is resolved and was last touched before the report window', () => {
    fc.assert(
      fc.property(ticketsOfOne, anyPeriod, (tickets, period) => {
        const report = reportOf(period);
        const start = epochOf(reportWindowStart(report));
        const loaded = tickets.filter(
          ({ status, source_updated_at }) => isUnresolved(status) || epochOf(source_updated_at) >= start,
        );
        expect(summarizeCustomer(loaded, acmeReport(period))).toEqual(summarizeCustomer(tickets, acmeReport(period)));
        expect(supportTrends(loaded, report)).toEqual(supportTrends(tickets, report));
        const portfolio = (of: TicketRecord[]) => summarizePortfolio(of, { ...report, customers: [acme] });
        expect(portfolio(loaded)).toEqual(portfolio(tickets));
      }),
    );
  });

  it('keeps the report of a past month as it was, whatever happens later', () => {
    const ticket = buildTicket({ created_at: '2026-10-30T00:00:00Z', first_response_at: '2026-10-30T01:00:00Z' });
    const resolved = { ...ticket, status: 'resolved' as const, resolved_at: '2026-11-10T00:00:00Z' };
    const october = summarizeCustomer([resolved], acmeReport('2026-10'));
    expect(october.tickets).toMatchObject({ total: 1, open: 1, resolved: 0 });
    expect(october.sla.counts.resolution).toMatchObject({ met: 0, pending: 1 });
  });

  it('is the same for a past period at any later moment', () => {
    fc.assert(
      fc.property(ticketsOfOne, fc.integer({ min: 0, max: 1000 }), (tickets, days) => {
        const at = (now: string) => summarizeCustomer(tickets, acmeReport('2026-10', { now }));
        expect(at(instantOf(nowMs + days * DAY_MS))).toEqual(at('2026-11-01T00:00:00Z'));
      }),
    );
  });

  it('does not see events that came after a period was over', () => {
    const end = epochOf('2026-10-31T23:00:00Z');
    fc.assert(
      fc.property(ticketsOfOne, (tickets) => {
        const october = (at: number) =>
          summarizeCustomer(
            tickets.map((ticket) => asOf(withFirstEvents(ticket), at)),
            acmeReport('2026-10'),
          );
        expect(october(Infinity)).toEqual(october(end));
      }),
      { numRuns: 300 },
    );
  });

  it('says null, not 0 and not 100, where nothing can be computed', () => {
    const { sla, satisfaction, escalations } = summarizeCustomer([], acmeReport('this_month'));
    expect(sla).toMatchObject({ first_response_met_pct: null, avg_resolution_hours: null });
    expect(satisfaction).toMatchObject({ avg_csat: null, satisfied_pct: null, csat_response_rate: null });
    expect(escalations.rate).toBeNull();
  });

  it('of a period that has not begun describes this moment', () => {
    const ticket = buildTicket({ created_at: instantOf(nowMs - DAY_MS / 24) });
    const { tickets, sla } = summarizeCustomer([ticket], acmeReport('2026-12'));
    expect(tickets).toMatchObject({ total: 0, open: 1 });
    expect(sla.counts.first_response).toMatchObject({ breached: 0, pending: 1 });
  });

  it('says whose it is, for when, and how fresh', () => {
    const data_as_of = '2026-11-25T09:55:00Z';
    expect(summarizeCustomer([], acmeReport('2026-10', { data_as_of }))).toMatchObject({
      customer_id: 'acme',
      customer_name: 'Acme Corp',
      period: '2026-10',
      period_range: { start: '2026-09-30T22:00:00Z', end: '2026-10-31T23:00:00Z', timezone: 'Europe/Berlin' },
      data_as_of,
    });
    const nameless = summarizeCustomer([], { ...reportOf('2026-10'), customer: { customer_id: 'acme' } });
    expect(nameless).not.toHaveProperty('customer_name');
    expect(nameless.data_as_of).toBeNull();
  });

  it("goes by the customer's own policy and thresholds, then its tier's, then the organization's", () => {
    const policyOf = (resolution_hours: number) => ({
      ...DEFAULT_SLA_POLICY,
      targets: {
        ...DEFAULT_SLA_POLICY.targets,
        medium: { first_response_hours: 8, resolution_hours },
      },
    });
    const ticket = buildTicket({ status: 'resolved', resolved_at: '2026-11-02T19:00:00Z' });
    const met = (customer: Parameters<typeof buildCustomer>[0]) =>
      summarizeCustomer([ticket], {
        ...reportOf('2026-11', {
          policy: policyOf(9),
          tier_policies: { enterprise: policyOf(11) },
          thresholds: { ...DEFAULT_THRESHOLDS, sla_target_pct: 80 },
        }),
        customer: buildCustomer(customer),
      }).sla;
    expect(met({})).toMatchObject({ resolution_met_pct: 0, target_pct: 80 });
    expect(met({ tier: 'enterprise' }).resolution_met_pct).toBe(100);
    expect(met({ tier: 'enterprise', sla_policy: policyOf(9) }).resolution_met_pct).toBe(0);
    expect(met({ thresholds: { sla_target_pct: 99 } }).target_pct).toBe(99);
  });

  it('takes tickets that can be iterated but once', () => {
    const tickets = [buildTicket(), buildTicket({ external_id: '2' })];
    const once = function* () {
      yield* tickets;
    };
    expect(summarizeCustomer(once(), acmeReport('2026-11'))).toEqual(summarizeCustomer(tickets, acmeReport('2026-11')));
  });
});

describe('summarizePortfolio', () => {
  it('answers what the contract says, and adds its customers up', () => {
    fc.assert(
      fc.property(ticketsOfMany, anyPeriod, (tickets, period) => {
        const { summary, customers, metrics } = summarizePortfolio(tickets, reportOf(period));
        portfolioSupportSummarySchema.parse(summary);
        customers.forEach((customer) => customerSupportSummarySchema.parse(customer));
        metrics.forEach((customer) => customerSupportMetricsSchema.parse(customer));
        expectNumbersOf([summary, customers, metrics]);
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(summary).toMatchObject({
          customers: customers.length,
          open_tickets: sum(customers.map(({ open_tickets }) => open_tickets)),
          total_tickets: sum(customers.map(({ total_tickets }) => total_tickets)),
          csat_responses: sum(customers.map(({ csat_responses }) => csat_responses)),
          total_tickets_change: sum(metrics.map(({ tickets: { changes } }) => changes.total.change)),
          escalations: { open: sum(customers.map(({ escalations_open }) => escalations_open)) },
        });
        for (const metric of SLA_METRICS) {
          for (const verdict of ['met', 'breached', 'pending', 'at_risk', 'not_applicable'] as const) {
            expect(summary.sla.counts[metric][verdict]).toBe(
              sum(metrics.map(({ sla }) => sla.counts[metric][verdict])),
            );
          }
        }
        expect(sum(summary.trends.map(({ created }) => created))).toBeGreaterThanOrEqual(summary.total_tickets);
      }),
    );
  });

  it("has for each customer what the customer's own report says", () => {
    fc.assert(
      fc.property(ticketsOfMany, anyPeriod, (tickets, period) => {
        const tier_policies = { gold: { ...DEFAULT_SLA_POLICY, at_risk_ratio: 0.5, pause_on_pending: false } };
        const customers = [
          { ...acme, thresholds: { csat_target: 4 } },
          { ...globex, tier: 'gold' },
          buildCustomer({ customer_id: 'constructor' }),
        ];
        const report = { ...reportOf(period), tier_policies };
        const { metrics, customers: lines } = summarizePortfolio(tickets, { ...report, customers });
        for (const customer of customers) {
          const own = tickets.filter(({ customer_id }) => customer_id === customer.customer_id);
          const alone = summarizeCustomer(own, { ...report, customer });
          expect(metrics.find(({ customer_id }) => customer_id === customer.customer_id)).toEqual(alone);
          expect(lines.find(({ customer_id }) => customer_id === customer.customer_id)).toMatchObject({
            open_tickets: alone.tickets.open,
            total_tickets: alone.tickets.total,
            avg_csat: alone.satisfaction.avg_csat,
            resolution_met_pct: alone.sla.resolution_met_pct,
            escalations_open: alone.escalations.open,
          });
        }
      }),
    );
  });

  it('of one customer has the totals of that customer', () => {
    fc.assert(
      fc.property(ticketsOfOne, anyPeriod, (tickets, period) => {
        const { summary } = summarizePortfolio(tickets, { ...reportOf(period), customers: [acme] });
        const alone = summarizeCustomer(tickets, acmeReport(period));
        expect(summary.sla).toEqual(alone.sla);
        expect(summary).toMatchObject({
          open_tickets: alone.tickets.open,
          total_tickets: alone.tickets.total,
          avg_csat: alone.satisfaction.avg_csat,
        });
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
    const { summary } = summarizePortfolio([old, fresh], { ...reportOf('this_month'), customers: [acme] });
    expect(summary).toMatchObject({
      open_tickets: 2,
      open_tickets_change: 1,
      escalations: { open: 1, new_this_week: 1, change: 1 },
      customers_with_tickets: 1,
    });
  });

  it('lists who needs attention first', () => {
    const calm = buildCustomer({ customer_id: 'calm', name: 'Calm' });
    const loud = buildTicket({ is_escalated: true });
    const { customers } = summarizePortfolio([loud], { ...reportOf('this_month'), customers: [calm, acme] });
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['acme', 'calm']);
  });

  it('has a line for each customer listed, with or without tickets, and leaves out the tickets of others', () => {
    const tickets = [buildTicket(), buildTicket({ customer_id: 'stranger' })];
    const { summary, customers, metrics } = summarizePortfolio(tickets, {
      ...reportOf('2026-11'),
      customers: [acme, globex],
    });
    expect(customers.map(({ customer_id, total_tickets }) => [customer_id, total_tickets])).toEqual([
      ['acme', 1],
      ['globex', 0],
    ]);
    expect(summary).toMatchObject({ customers: 2, customers_with_tickets: 1, total_tickets: 1 });
    expect(metrics).toHaveLength(2);
  });

  it('is about whoever has a ticket where no customers are listed', () => {
    const tickets = [buildTicket(), buildTicket({ customer_id: 'stranger' })];
    const { customers } = summarizePortfolio(tickets, reportOf('2026-11'));
    expect(customers).toMatchObject([
      { customer_id: 'acme', customer_name: 'acme', csm_id: null },
      { customer_id: 'stranger', customer_name: 'stranger' },
    ]);
  });

  it('of a past month does not see the customers who came later', () => {
    const newcomer = buildTicket({ customer_id: 'newcomer', created_at: '2026-11-20T00:00:00Z' });
    const { summary, customers } = summarizePortfolio([newcomer], reportOf('2026-10'));
    expect([summary.customers, ...customers.map(({ customer_id }) => customer_id)]).toEqual([0]);
  });

  it('takes tickets and customers that can be iterated but once', () => {
    const tickets = [buildTicket(), buildTicket({ customer_id: 'globex' })];
    const once = function* <Value>(values: Value[]) {
      yield* values;
    };
    const report = reportOf('2026-11');
    expect(summarizePortfolio(once(tickets), { ...report, customers: once([acme, globex]) })).toEqual(
      summarizePortfolio(tickets, { ...report, customers: [acme, globex] }),
    );
  });
});
