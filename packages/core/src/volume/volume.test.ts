import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketHistory } from '../history/ticket-history.js';
import { vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { TICKET_STATUSES, type TicketStatus } from '../model/ticket-status.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { backlogAt, volumeSummary } from './volume-summary.js';
import { findSpike, weeklyVolumes } from './weekly-volume.js';

const asOf = epochOf('2026-11-20T00:00:00Z');
const range = { from: epochOf('2026-11-01T00:00:00Z'), to: epochOf('2026-12-01T00:00:00Z') };

const withHistory = (tickets: TicketRecord[], at = asOf) =>
  tickets
    .map((ticket) => ({ ticket, history: ticketHistory(ticket, at) }))
    .filter(({ history }) => history.createdAt <= at);

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
    expect(volumeSummary(withHistory(tickets), { range, asOf })).toEqual({
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

  it.each(vectorsOf('aggregate').filter(({ fn }) => fn === 'reopens'))(
    'counts reopenings as in $id',
    ({ input, expected }) => {
      const { status_history } = input as { status_history: [string, TicketStatus][] };
      const at = epochOf('2024-07-01T00:00:00Z');
      const histories = withHistory([ticketWith(status_history)], at).map(({ history }) => history);
      expect(histories.map(({ reopenings }) => ({ reopens: reopenings.length }))).toEqual([expected]);
    },
  );

  it('counts a resolution and a reopening of the same minute', () => {
    const minute = '2026-11-05T10:00:00Z';
    const ticket = ticketWith([
      ['2026-11-02T09:00:00Z', 'open'],
      [minute, 'resolved'],
      [minute, 'open'],
    ]);
    expect(volumeSummary(withHistory([ticket]), { range, asOf })).toMatchObject({
      open: 1,
      resolved: 1,
      reopened: 1,
    });
  });

  it('keeps the backlog identity on any history', () => {
    const histories = fc.array(
      fc
        .array(fc.tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.constantFrom(...TICKET_STATUSES)), {
          minLength: 1,
          maxLength: 6,
        })
        .map((changes) =>
          changes
            .sort(([a], [b]) => a - b)
            .map(([hours, status], index): [string, TicketStatus] => [
              instantOf(range.from - 30 * DAY_MS + hours * 3_600_000 + 1),
              index === 0 ? 'open' : status,
            ]),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(histories, (all) => {
        const tickets = withHistory(all.map(ticketWith));
        const { total, reopened, resolved, open, backlog_change } = volumeSummary(tickets, {
          range: { from: range.from, to: asOf + 1 },
          asOf,
        });
        expect(backlog_change).toBe(total + reopened - resolved);
        expect(open).toBe(backlogAt(tickets, range.from) + backlog_change);
      }),
    );
  });
});

describe('weeklyVolumes', () => {
  const timezone = 'Europe/Berlin';

  /** `counts[i]` tickets i weeks back, on the same weekday as now. */
  const weekly = (now: number, counts: number[]) =>
    withHistory(
      counts.flatMap((count, weeks) =>
        Array.from({ length: count }, (_, index) =>
          buildTicket({
            external_id: `${weeks}-${index}`,
            created_at: instantOf(now - weeks * 7 * DAY_MS - index * 1000),
          }),
        ),
      ),
      now,
    );

  const spikeAt = (now: number, counts: number[]) =>
    findSpike(weeklyVolumes(weekly(now, counts), { now, timezone }), { factor: 3, minTickets: 3 });

  it.each(['2026-11-22T20:00:00Z', '2026-11-25T10:00:00Z', '2026-11-23T08:00:00Z'])(
    "answers the owner's case, 12 against a usual 3, with +300 %% at %s",
    (now) => {
      const spike = spikeAt(epochOf(now), [12, 3, 3, 3, 3, 3, 3, 3, 3]);
      expect(spike).toMatchObject({ current: 12, usual: 3, change_pct: 300 });
    },
  );

  it('sees on a Monday morning what the last seven days brought', () => {
    const monday = epochOf('2026-11-23T00:30:00Z');
    const saturday = monday - 2 * DAY_MS;
    const tickets = weekly(saturday, [12, 3, 3, 3, 3]);
    const spike = findSpike(weeklyVolumes(tickets, { now: monday, timezone }), {
      factor: 3,
      minTickets: 3,
    });
    expect(spike).toMatchObject({ window: 'last_7_days', current: 12, change_pct: 300 });
  });

  it.each([
    ['below three times', [8, 3, 3, 3, 3]],
    ['a quiet customer’s second ticket', [2, 0, 0, 0, 1]],
    ['fewer than three weeks of history', [12, 3, 3]],
  ])('is silent about %s', (_, counts) => {
    expect(spikeAt(epochOf('2026-11-25T10:00:00Z'), counts)).toBeNull();
  });

  it('cannot put a percentage on a customer who usually writes nothing', () => {
    const spike = spikeAt(epochOf('2026-11-25T10:00:00Z'), [5, 0, 0, 0, 0, 1]);
    expect(spike).toMatchObject({ current: 5, usual: 0, change_pct: null });
  });
});
