import { describe, expect, it } from 'vitest';
import { withHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { measure } from '../report/metric-part.js';
import { buildTicket } from '../testing/build-ticket.js';
import { DAY_MS, epochOf, instantOf } from '../time/instant.js';
import { findSpike, spikeWeeks, weeklyVolumePart } from './weekly-volume.js';

describe('the weekly volume', () => {
  const timezone = 'Europe/Berlin';

  /** `counts[i]` tickets i weeks back, on the same weekday as now. */
  const weekly = (now: number, counts: number[]) =>
    counts.flatMap((count, weeks) =>
      Array.from({ length: count }, (_, index) =>
        buildTicket({
          external_id: `${weeks}-${index}`,
          created_at: instantOf(now - weeks * 7 * DAY_MS - index * 1000),
        }),
      ),
    );

  const spikeOf = (tickets: TicketRecord[], now: number) =>
    findSpike(measure(weeklyVolumePart, withHistory(tickets, now), { weeks: spikeWeeks(now, timezone) }), {
      factor: 3,
      minTickets: 3,
    });

  const spikeAt = (now: number, counts: number[]) => spikeOf(weekly(now, counts), now);

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
    expect(spikeOf(tickets, monday)).toMatchObject({ window: 'last_7_days', current: 12, change_pct: 300 });
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
