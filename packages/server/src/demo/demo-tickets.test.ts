import { describe, expect, it } from 'vitest';
import { readDemo } from './__fixtures__/read-demo.js';
import { demoCustomersFile } from './demo-files.js';
import { demoTicketLog, demoTickets } from './demo-tickets.js';
import { loginSubject } from './stories/acme.js';

const now = '2026-11-23T09:51:00Z';
const logWith = (seed: number) => [...demoTicketLog(demoTickets({ now: Date.parse(now), seed }), Date.parse(now))];

describe('the demo data', () => {
  it('are the same for the same seed and now', () => {
    expect(logWith(156)).toEqual(logWith(156));
    expect(logWith(157)).not.toEqual(logWith(156));
  });

  it('cover 18 months, end at now, and keep the order of opening in their numbers', () => {
    const log = logWith(156);
    const opened = log.filter(({ opened: at, updated }) => at === updated);
    expect(log.every(({ updated }) => Date.parse(updated) <= Date.parse(now))).toBe(true);
    expect(opened[0]?.opened.slice(0, 7)).toBe('2025-05');
    expect(opened.map(({ ticket }) => Number(ticket))).toEqual(
      opened.map((_, index) => index + Number(opened[0]?.ticket)),
    );
    expect(opened.find(({ ticket }) => ticket === '4521')?.subject).toBe(loginSubject);
  });

  it('name 40 customers of 5 CSMs', async () => {
    const text = await new Response(demoCustomersFile(Date.parse(now))).text();
    const customers = text
      .trim()
      .split('\n')
      .map((line): { customer_id: string; csm_id: string } => JSON.parse(line));
    expect(new Set(customers.map(({ customer_id }) => customer_id)).size).toBe(40);
    expect(new Set(customers.map(({ csm_id }) => csm_id)).size).toBe(5);
  });

  it('are read without a rejected line, a warning or an unmatched ticket', async () => {
    const { tickets, skipped, warnings } = await readDemo(now);
    expect({ skipped, warnings }).toEqual({ skipped: 0, warnings: [] });
    expect(tickets.length).toBeGreaterThan(3000);
  });

  it('are possible: nothing is answered, resolved, rated or closed before its time', async () => {
    const { tickets } = await readDemo(now);
    for (const { created_at, first_response_at, resolved_at, csat_responded_at, closed_at, status } of tickets) {
      const moments = [created_at, first_response_at, resolved_at, csat_responded_at].filter((at) => at != null);
      expect(moments).toEqual(moments.toSorted());
      if (closed_at != null) expect(closed_at >= (resolved_at ?? now)).toBe(true);
      expect(resolved_at != null).toBe(status === 'resolved' || status === 'closed');
    }
  });

  it('come in business hours of the customer, mostly on working days', async () => {
    const { tickets } = await readDemo(now);
    const berlin = tickets.filter(({ customer_id }) => customer_id === 'northgate-bank').map(berlinTime);
    const atWork = berlin.filter(({ hour }) => hour >= 8 && hour < 19);
    const atWeekends = berlin.filter(({ weekday }) => weekday === 'Sat' || weekday === 'Sun');
    expect(atWork.length / berlin.length).toBeGreaterThan(0.95);
    expect(atWeekends.length / berlin.length).toBeLessThan(0.1);
  });

  it('have reopened, raised, waiting and escalated tickets with reasons', async () => {
    const { tickets } = await readDemo(now);
    const share = (count: number): number => count / tickets.length;
    const changes = (type: string, least: number) =>
      tickets.filter(({ events = [] }) => events.filter((event) => event.type === type).length > least).length;
    expect(share(tickets.filter(({ reopened_count }) => reopened_count > 0).length)).toBeGreaterThan(0.03);
    expect(share(changes('priority_changed', 1))).toBeGreaterThan(0.02);
    expect(share(tickets.filter(({ events = [] }) => events.some(isPause)).length)).toBeGreaterThan(0.3);
    const escalated = tickets.filter(({ is_escalated }) => is_escalated);
    expect(share(escalated.length)).toBeGreaterThan(0.02);
    expect(escalated.every(({ escalation_reason }) => Boolean(escalation_reason))).toBe(true);
  });
});

const isPause = (event: { type: string; to?: unknown }): boolean =>
  event.type === 'status_changed' && event.to === 'pending';

const berlinFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  hour: 'numeric',
  hourCycle: 'h23',
});

const berlinTime = ({ created_at }: { created_at: string }): { weekday: string | undefined; hour: number } => {
  const parts = berlinFormat.formatToParts(new Date(created_at));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value;
  return { weekday: part('weekday'), hour: Number(part('hour')) };
};
