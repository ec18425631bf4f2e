import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { TICKET_STATUSES, type TicketStatus } from '../model/ticket-status.js';
import { ticketsOfOne } from '../summaries/__fixtures__/any-tickets.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, HOUR_MS, instantOf } from '../time/instant.js';
import { backlogAt, volumeSummary } from './volume-summary.js';

const now = '2026-11-20T00:00:00Z';

const summarize = (tickets: Iterable<TicketRecord>, period = '2026-11', at = now) =>
  volumeSummary(tickets, { period, now: at });

const ticketWith = (statuses: [string, TicketStatus][], index = 0): TicketRecord => {
  const external_id = String(index);
  const [created, last] = [statuses[0], statuses.at(-1)];
  return buildTicket({
    external_id,
    created_at: created?.[0] ?? '2026-11-02T09:00:00Z',
    status: last?.[1] ?? 'open',
    events: buildStatusEvents(`import:desk:${external_id}`, statuses),
    source_updated_at: last?.[0] ?? '2026-11-02T09:00:00Z',
  });
};

describe('volumeSummary', () => {
  it('counts what came in the period and what is left, whenever it came', () => {
    const tickets = [
      buildTicket({ external_id: '1', created_at: '2026-09-01T00:00:00Z', priority: 'critical' }),
      buildTicket({ external_id: '2', status: 'pending', category: 'billing' }),
      buildTicket({ external_id: '3', status: 'resolved', resolved_at: '2026-11-04T00:00:00Z' }),
      buildTicket({ external_id: '4', created_at: '2026-11-21T00:00:00Z' }),
    ];
    expect(summarize(tickets)).toMatchObject({
      total: 2,
      open: 2,
      pending: 1,
      resolved: 1,
      by_priority: { low: 0, medium: 2, high: 0, critical: 0 },
      by_category: { billing: 1, how_to: 1 },
      open_by_priority: { low: 0, medium: 1, high: 0, critical: 1 },
      reopened: 0,
      backlog_change: 1,
    });
  });

  it('counts 10 open at the start, 5 created, 1 reopened and 4 resolved as 12 open, 2 more', () => {
    const resolvedAt = (day: string) => ({ status: 'resolved' as const, resolved_at: `2026-11-${day}T00:00:00Z` });
    const october = { created_at: '2026-10-20T00:00:00Z' };
    const tickets = [
      ...Array.from({ length: 7 }, () => buildTicket(october)),
      ...['03', '04', '05'].map((day) => buildTicket({ ...october, ...resolvedAt(day) })),
      ...Array.from({ length: 4 }, () => buildTicket()),
      buildTicket(resolvedAt('06')),
      ticketWith([
        ['2026-10-01T00:00:00Z', 'open'],
        ['2026-10-02T00:00:00Z', 'resolved'],
        ['2026-11-02T00:00:00Z', 'open'],
      ]),
    ];
    expect(summarize(tickets)).toMatchObject({ total: 5, reopened: 1, resolved: 4, open: 12, backlog_change: 2 });
    expect(backlogAt(tickets, epochOf('2026-11-01T00:00:00Z'))).toBe(10);
  });

  it('counts a resolution and a reopening of the same minute', () => {
    const minute = '2026-11-05T10:00:00Z';
    const ticket = ticketWith([
      ['2026-11-02T09:00:00Z', 'open'],
      [minute, 'resolved'],
      [minute, 'open'],
    ]);
    expect(summarize([ticket])).toMatchObject({ open: 1, resolved: 1, reopened: 1 });
  });

  it('tells open tickets by their age in days of 24 hours', () => {
    const aged = (hours: number) => buildTicket({ created_at: instantOf(epochOf(now) - hours * HOUR_MS) });
    const tickets = [0, 23.99, 24, 71, 72, 24 * 7, 24 * 14, 24 * 30, 24 * 89, 24 * 90, 24 * 400].map(aged);
    expect(summarize(tickets).open_by_age).toEqual([
      { min_days: 0, max_days: 1, tickets: 2 },
      { min_days: 1, max_days: 3, tickets: 2 },
      { min_days: 3, max_days: 7, tickets: 1 },
      { min_days: 7, max_days: 14, tickets: 1 },
      { min_days: 14, max_days: 30, tickets: 1 },
      { min_days: 30, max_days: 90, tickets: 2 },
      { min_days: 90, max_days: null, tickets: 2 },
    ]);
  });

  it('ages open tickets up to the end of a period that is over', () => {
    const ticket = buildTicket({ created_at: '2026-10-30T00:00:00Z' });
    const old = ({ open_by_age }: ReturnType<typeof summarize>) => open_by_age.find(({ tickets }) => tickets > 0);
    expect(old(summarize([ticket], '2026-10'))).toMatchObject({ min_days: 1, max_days: 3 });
  });

  it('tells categories with any name, most first', () => {
    const categories = ['constructor', 'exact', 'billing', 'billing', 'toString'];
    const { by_category } = summarize(categories.map((category) => buildTicket({ category })));
    expect(Object.entries(by_category)).toEqual([
      ['billing', 2],
      ['constructor', 1],
      ['exact', 1],
      ['toString', 1],
    ]);
  });

  it('keeps the report of a past month as it was when the priority changes later', () => {
    const events: TicketEvent[] = [
      {
        ticket_id: 'import:desk:0',
        event_id: 'raised',
        at: '2026-11-05T00:00:00Z',
        type: 'priority_changed',
        from: 'low',
        to: 'critical',
      },
    ];
    const raised = buildTicket({ created_at: '2026-10-10T00:00:00Z', priority: 'critical', events });
    const october = summarize([raised], '2026-10');
    expect(october.open_by_priority).toEqual({ low: 1, medium: 0, high: 0, critical: 0 });
    expect(october.by_priority).toEqual({ low: 1, medium: 0, high: 0, critical: 0 });
  });
});

describe('changes', () => {
  /** A Wednesday at noon. */
  const wednesday = '2026-11-25T12:00:00Z';

  const createdAt = (...instants: string[]) => instants.map((created_at) => buildTicket({ created_at }));

  it('compare a week that runs with the same part of the week before', () => {
    const tickets = createdAt(
      '2026-11-16T00:00:00Z',
      '2026-11-18T11:59:59Z',
      '2026-11-18T12:00:00Z',
      '2026-11-21T00:00:00Z',
      '2026-11-23T00:00:00Z',
      '2026-11-24T00:00:00Z',
      '2026-11-25T11:00:00Z',
    );
    expect(summarize(tickets, 'this_week', wednesday)).toMatchObject({
      total: 3,
      changes: { total: { previous: 2, change: 1, change_pct: 50 } },
    });
  });

  it('compare a week that is over with the whole week before', () => {
    const tickets = createdAt('2026-11-09T00:00:00Z', '2026-11-15T23:00:00Z', '2026-11-18T00:00:00Z');
    expect(summarize(tickets, 'last_week', wednesday).changes.total).toEqual({
      previous: 2,
      change: -1,
      change_pct: -50,
    });
  });

  it('say what the part compared with was made of', () => {
    const before = (created_at: string, category: string, priority: TicketPriority) =>
      buildTicket({ created_at, category, priority });
    const tickets = [
      before('2026-11-16T00:00:00Z', 'billing', 'high'),
      before('2026-11-17T00:00:00Z', 'toString', 'low'),
      before('2026-11-18T11:00:00Z', 'billing', 'low'),
      before('2026-11-21T00:00:00Z', 'how_to', 'critical'),
      ...createdAt('2026-11-24T00:00:00Z'),
    ];
    const { previous_by_category, previous_by_priority, changes } = summarize(tickets, 'this_week', wednesday);
    expect(Object.entries(previous_by_category ?? {})).toEqual([
      ['billing', 2],
      ['toString', 1],
    ]);
    expect(previous_by_priority).toEqual({ low: 2, medium: 0, high: 1, critical: 0 });
    expect(changes.total.previous).toBe(3);
  });

  it('take the priorities that the tickets before had then, not those of today', () => {
    const raised = buildTicket({
      created_at: '2026-11-16T00:00:00Z',
      priority: 'critical',
      events: [
        {
          ticket_id: 'import:desk:0',
          event_id: 'raised',
          at: '2026-11-24T00:00:00Z',
          type: 'priority_changed',
          from: 'low',
          to: 'critical',
        },
      ],
    });
    expect(summarize([raised], 'this_week', wednesday).previous_by_priority).toMatchObject({ low: 1, critical: 0 });
  });

  it.each([
    ['2026-11', '2026-10', '2026-12-24T12:00:00Z', undefined],
    ['2026-W47', '2026-W46', wednesday, undefined],
    ['this_week', 'last_week', wednesday, '2026-11-18T11:59:59.999Z'],
  ])('of %s are made of what %s itself was made of, for any tickets', (period, previous, at, then) => {
    fc.assert(
      fc.property(ticketsOfOne, (tickets) => {
        const { previous_by_category, previous_by_priority, changes } = summarize(tickets, period, at);
        const own = summarize(tickets, then === undefined ? previous : 'this_week', then ?? at);
        expect(previous_by_category).toEqual(own.by_category);
        expect(previous_by_priority).toEqual(own.by_priority);
        expect(changes.total.previous).toBe(own.total);
        const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((a, b) => a + b, 0);
        expect([sum(previous_by_category), sum(previous_by_priority)]).toEqual([own.total, own.total]);
      }),
    );
  });

  it('have no percentage where there was nothing before', () => {
    expect(summarize(createdAt('2026-11-24T00:00:00Z'), 'this_week', wednesday).changes.total).toEqual({
      previous: 0,
      change: 1,
      change_pct: null,
    });
  });

  it('are those of resolutions and reopenings too', () => {
    const ticket = ticketWith([
      ['2026-11-16T00:00:00Z', 'open'],
      ['2026-11-16T10:00:00Z', 'resolved'],
      ['2026-11-17T10:00:00Z', 'open'],
      ['2026-11-23T10:00:00Z', 'resolved'],
      ['2026-11-24T10:00:00Z', 'open'],
      ['2026-11-24T20:00:00Z', 'resolved'],
    ]);
    expect(summarize([ticket], 'this_week', wednesday).changes).toEqual({
      total: { previous: 1, change: -1, change_pct: -100 },
      resolved: { previous: 1, change: 1, change_pct: 100 },
      reopened: { previous: 1, change: 0, change_pct: 0 },
    });
  });
});

describe('the backlog', () => {
  const start = epochOf('2026-10-01T00:00:00Z');

  /** Few distinct hours, so that events fall on each other and on the moments asked about. */
  const hour = fc.integer({ min: 0, max: 40 });
  const instant = (hours: number) => instantOf(start + hours * HOUR_MS);

  const histories = fc.array(
    fc
      .array(fc.tuple(hour, fc.constantFrom(...TICKET_STATUSES)), { minLength: 1, maxLength: 6 })
      .map((changes) =>
        changes
          .sort(([a], [b]) => a - b)
          .map(([hours, status], index): [string, TicketStatus] => [instant(hours), index === 0 ? 'open' : status]),
      ),
    { maxLength: 8 },
  );

  const facts = fc.array(
    fc
      .tuple(hour, hour, fc.constantFrom(...TICKET_STATUSES))
      .map(([created, later, status]): TicketRecord =>
        buildTicket({ created_at: instant(created), status, resolved_at: instant(Math.max(created, later)) }),
      ),
    { maxLength: 8 },
  );

  const anyTickets = fc
    .tuple(histories, facts)
    .map(([all, alone]) => [...all.map((history, index) => ticketWith(history, index)), ...alone]);

  it('includes a ticket from its creation on and no longer at its resolution', () => {
    const ticket = ticketWith([
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-03T09:00:00Z', 'resolved'],
    ]);
    const open = (at: string) => backlogAt([ticket], epochOf(at));
    expect(
      ['2026-11-02T08:59:59Z', '2026-11-02T09:00:00Z', '2026-11-03T08:59:59Z', '2026-11-03T09:00:00Z'].map(open),
    ).toEqual([0, 1, 1, 0]);
  });

  it('grows over (T1, T2] by what was created and reopened, less what was resolved', () => {
    fc.assert(
      fc.property(anyTickets, hour, hour, (tickets, one, other) => {
        const from = start + Math.min(one, other) * HOUR_MS;
        const to = start + Math.max(one, other) * HOUR_MS;
        const isIn = (at: number) => at > from && at <= to;
        const seen = tickets.map((ticket) => ticketHistory(ticket, to)).filter(({ createdAt }) => createdAt <= to);
        const count = (moments: (history: (typeof seen)[number]) => readonly number[]) =>
          seen.flatMap(moments).filter(isIn).length;
        const created = count(({ createdAt }) => [createdAt]);
        const reopened = count(({ reopenings }) => reopenings);
        const resolved = count(({ resolutions }) => resolutions);
        expect(backlogAt(tickets, to)).toBe(backlogAt(tickets, from) + created + reopened - resolved);
      }),
      { numRuns: 500 },
    );
  });

  it('of a period changes by backlog_change and ends at open, on any history', () => {
    const range = { from: '2026-10-01', to: '2026-12-01' };
    const later = fc.array(
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.constantFrom(...TICKET_STATUSES)), {
          minLength: 1,
          maxLength: 6,
        })
        .map((changes) =>
          changes
            .sort(([a], [b]) => a - b)
            .map(([hours, status], index): [string, TicketStatus] => [
              instantOf(start - 15 * DAY_MS + hours * HOUR_MS + 1),
              index === 0 ? 'open' : status,
            ]),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(later, (all) => {
        const tickets = all.map((history, index) => ticketWith(history, index));
        const summary = summarize(tickets, `${range.from}/${range.to}`);
        const { total, reopened, resolved, open, backlog_change, open_by_age, open_by_priority } = summary;
        const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
        expect(backlog_change).toBe(total + reopened - resolved);
        expect(open).toBe(backlogAt(tickets, start) + backlog_change);
        expect(sum(open_by_age.map(({ tickets: n }) => n))).toBe(open);
        expect(sum(Object.values(open_by_priority))).toBe(open);
        expect(sum(Object.values(summary.by_priority))).toBe(total);
        expect(sum(Object.values(summary.by_category))).toBe(total);
      }),
    );
  });
});
