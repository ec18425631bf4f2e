import { describe, expect, it } from 'vitest';
import { evaluateAlerts, summarizeCustomer, summarizePortfolio } from '@cscx/support-core';
import { readDemo } from './__fixtures__/read-demo.js';

/** Moments at which a story could break: starts of weeks, months and years, changes of clocks, the youngest full week. */
const moments = [
  ['an ordinary Monday', '2026-11-23T09:51:00Z'],
  ['Monday, half an hour after midnight', '2026-11-23T00:30:00Z'],
  ['Wednesday once it is', '2026-11-25T12:01:00Z'],
  ['the hour in which summer time begins', '2026-03-29T01:30:00Z'],
  ['a leap day', '2028-02-29T12:00:00Z'],
] as const;

describe.for(moments)("the owner's stories, made on %s", ([, now]) => {
  it('are the three customers that need most attention, in a portfolio like the sketch', async () => {
    const { accounts, tickets } = await readDemo(now);
    const listed = accounts.map(({ customer }) => customer);
    const { summary, customers } = summarizePortfolio(tickets, { customers: listed, period: 'last_30_days', now });
    const reasonsOf = (name: string): string[] =>
      customers
        .slice(0, 3)
        .filter(({ customer_name }) => customer_name === name)
        .flatMap(({ attention }) => attention.reasons.map(({ text }) => text));
    expect(reasonsOf('Acme Corp')).toEqual(expect.arrayContaining(['12 open tickets', 'CSAT 3.1']));
    expect(reasonsOf('TechStart')).toContain('Escalation pending 3 days');
    expect(reasonsOf('DataFlow').join()).toContain('+300');

    expect(summary.open_tickets).toBe(47);
    expect(summary.escalations.open).toBe(5);
    expect(summary.avg_csat).toBeGreaterThan(3.9);
    expect(summary.avg_csat).toBeLessThan(4.45);
    expect(summary.sla.first_response_met_pct).toBeGreaterThan(91);
    expect(summary.sla.first_response_met_pct).toBeLessThan(98);
    expect(summary.sla.resolution_met_pct).toBeGreaterThan(80);
    expect(summary.sla.resolution_met_pct).toBeLessThan(93);

    const alerts = accounts.flatMap((account) => evaluateAlerts(account, { now, timezone: 'UTC' }));
    expect(alerts.length).toBeGreaterThanOrEqual(10);
    expect(alerts.length).toBeLessThanOrEqual(35);
    const spikes = alerts.filter(({ type }) => type === 'ticket_spike');
    expect(spikes.map(({ customer_id }) => customer_id)).toEqual(['dataflow']);
  });
});

describe('Acme Corp', () => {
  it('has 12 open tickets, 3 of them of high priority, and a satisfaction of 3.1 that declines', async () => {
    const now = '2026-11-23T09:51:00Z';
    const { accounts } = await readDemo(now);
    for (const { customer, tickets } of accounts.slice(0, 1)) {
      const metrics = summarizeCustomer(tickets, { customer, period: 'this_month', now });
      expect(metrics.tickets.open).toBe(12);
      expect(metrics.tickets.open_by_priority.high).toBe(3);
      expect(metrics.satisfaction.avg_csat?.toFixed(1)).toBe('3.1');
      expect(metrics.satisfaction.trend).toBe('declining');
    }
    expect.assertions(4);
  });

  it.for([156, 1, 20_261_123])('keeps its figures with seed %i', async (seed) => {
    const now = '2026-11-23T09:51:00Z';
    const { tickets } = await readDemo(now, seed);
    const { customers } = summarizePortfolio(tickets, { period: 'this_month', now });
    const acme = customers.find(({ customer_id }) => customer_id === 'acme-corp');
    expect(acme?.open_tickets).toBe(12);
    expect(acme?.avg_csat?.toFixed(1)).toBe('3.1');
  });
});
