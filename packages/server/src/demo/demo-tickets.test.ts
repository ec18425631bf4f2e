import { beforeAll, describe, expect, it } from 'vitest';
import { readDemo, type ReadDemo } from './__fixtures__/read-demo.js';
import { DEMO_DESKS } from './demo-customers.js';
import { demoTickets } from './demo-tickets.js';
import { loginSubject } from './stories/acme.js';
import { toTicketStory } from './to-ticket-story.js';

const now = '2026-11-23T09:51:00Z';
const storiesWith = (seed: number) => demoTickets({ now: Date.parse(now), seed }).map(toTicketStory);

describe('the demo data', () => {
  let demo: ReadDemo;
  beforeAll(async () => {
    demo = await readDemo(now);
  });

  it('are the same for the same seed and now', () => {
    expect(storiesWith(156)).toEqual(storiesWith(156));
    expect(storiesWith(157)).not.toEqual(storiesWith(156));
  });

  it('cover 18 months, end at now, and keep the order of opening in their numbers', () => {
    const stories = storiesWith(156);
    const [first] = stories;
    expect(stories.every(({ created_at }) => created_at <= Date.parse(now))).toBe(true);
    expect(new Date(first?.created_at ?? 0).toISOString().slice(0, 7)).toBe('2025-05');
    expect(stories.map(({ number }) => number)).toEqual(stories.map((_, index) => index + Number(first?.number)));
    expect(stories.map(({ created_at }) => created_at)).toEqual(
      stories.map(({ created_at }) => created_at).toSorted((one, other) => one - other),
    );
    expect(stories.find(({ number }) => number === 4521)?.subject).toBe(loginSubject);
  });

  it('name 40 customers of 5 CSMs', () => {
    const customers = demo.accounts.map(({ customer }) => customer);
    expect(new Set(customers.map(({ customer_id }) => customer_id)).size).toBe(40);
    expect(new Set(customers.map(({ csm_id }) => csm_id)).size).toBe(5);
  });

  it('are read from four support systems without a skipped record, a warning or an unmatched ticket', () => {
    const { tickets, skipped, warnings } = demo;
    expect({ skipped, warnings }).toEqual({ skipped: 0, warnings: [] });
    expect(tickets.length).toBeGreaterThan(3000);
    for (const desk of DEMO_DESKS) {
      const share = tickets.filter(({ source_system }) => source_system === desk).length / tickets.length;
      expect(share).toBeGreaterThan(0.1);
    }
  });

  it("are matched by the ids of companies, ours or the support system's", () => {
    expect(demo.rules).toEqual({
      zendesk: 'company_external_id',
      freshdesk: 'company_id',
      intercom: 'company_external_id',
      salesforce: 'company_id',
    });
  });

  it('carry the number 4521 of the sketch on a ticket of Acme', () => {
    expect(demo.tickets.find(({ external_id }) => external_id === '4521')).toMatchObject({
      customer_id: 'acme-corp',
      subject: loginSubject,
    });
  });

  it('are possible: nothing is answered, resolved, rated or closed before its time', () => {
    const { tickets } = demo;
    for (const { created_at, first_response_at, resolved_at, csat_responded_at, closed_at, status } of tickets) {
      const moments = [created_at, first_response_at, resolved_at, csat_responded_at].filter((at) => at != null);
      expect(moments).toEqual(moments.toSorted());
      if (closed_at != null) expect(closed_at >= (resolved_at ?? now)).toBe(true);
      expect(resolved_at != null).toBe(status === 'resolved' || status === 'closed');
    }
  });

  it('come in business hours of the customer, mostly on working days', () => {
    const { tickets } = demo;
    const berlin = tickets.filter(({ customer_id }) => customer_id === 'northgate-bank').map(berlinTime);
    const atWork = berlin.filter(({ hour }) => hour >= 8 && hour < 19);
    const atWeekends = berlin.filter(({ weekday }) => weekday === 'Sat' || weekday === 'Sun');
    expect(atWork.length / berlin.length).toBeGreaterThan(0.95);
    expect(atWeekends.length / berlin.length).toBeLessThan(0.1);
  });

  it('have reopened, waiting and escalated tickets with reasons', () => {
    const { tickets } = demo;
    const share = (count: number): number => count / tickets.length;
    expect(share(tickets.filter(({ reopened_count }) => reopened_count > 0).length)).toBeGreaterThan(0.03);
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
