import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { csatResponses } from './csat-responses.js';

type CsatEvent = Extract<TicketEvent, { type: 'csat_received' }>;

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T09:00:00Z`;

const rating = (date: number, score: number, more: Partial<CsatEvent> = {}): CsatEvent => ({
  ticket_id: buildTicket().ticket_id,
  event_id: `rating:${date}`,
  at: day(date),
  type: 'csat_received',
  score,
  ...more,
});

const responses = (facts: Partial<TicketRecord>, date = 30) =>
  csatResponses(buildTicket(facts), epochOf(day(date))).map(({ at, score }) => [new Date(at).getUTCDate(), score]);

describe('csatResponses', () => {
  it('takes answers from events where the facts have none', () => {
    expect(responses({ events: [rating(5, 4)] })).toEqual([[5, 4]]);
    expect(responses({ events: [rating(5, 4)] }, 4)).toEqual([]);
  });

  it('counts an answer once that stands in the facts, without a time, and among the events', () => {
    // Zendesk: ticket.satisfaction_rating.score is the answer of the ratings list again, a 3 of 5 collapsed to "bad".
    const facts = { csat_score: 1, csat_scale: 'binary' as const, status: 'resolved' as const, resolved_at: day(8) };
    expect(responses({ ...facts, events: [rating(5, 3, { scale: 'five_point' })] })).toEqual([[5, 3]]);
    expect(responses({ ...facts, events: [] })).toEqual([[8, 1]]);
  });

  it('counts an answer once that stands in both with its time', () => {
    expect(responses({ csat_score: 4, csat_responded_at: day(5), events: [rating(5, 4)] })).toEqual([[5, 4]]);
  });

  it('takes a later answer from the facts where its event has not come yet', () => {
    const facts = { csat_score: 2, csat_responded_at: day(7) };
    expect(responses({ ...facts, events: [rating(5, 4)] })).toEqual([
      [5, 4],
      [7, 2],
    ]);
  });

  it('replaces an answer that was changed: it stands under the same id', () => {
    const events = [rating(5, 1, { event_id: '61' }), rating(6, 5, { event_id: '61' }), rating(9, 3)];
    const expected = [
      [6, 5],
      [9, 3],
    ];
    expect(responses({ events })).toEqual(expected);
    expect(responses({ events: events.toReversed() })).toEqual(expected);
  });

  it('has the scale of the event, else of the ticket', () => {
    const scales = (events: CsatEvent[]) =>
      csatResponses(buildTicket({ csat_scale: 'binary', events }), Infinity).map(({ scale }) => scale);
    expect(scales([rating(5, 3, { scale: 'five_point' }), rating(6, 5)])).toEqual(['five_point', 'binary']);
  });

  it('is the same for events in any order, each id once, in order of time', () => {
    const events = fc
      .uniqueArray(fc.integer({ min: 2, max: 28 }), { maxLength: 6 })
      .chain((dates) =>
        fc.tuple(
          ...dates.map((date) => fc.constantFrom('a', 'b', 'c').map((event_id) => rating(date, 4, { event_id }))),
        ),
      );
    const ordered = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(ordered, ([all, shuffled]) => {
        const found = responses({ events: all });
        expect(responses({ events: shuffled })).toEqual(found);
        expect(found).toHaveLength(new Set(all.map(({ event_id }) => event_id)).size);
        expect(found.map(([date]) => date)).toEqual(
          found.map(([date]) => date).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
        );
      }),
    );
  });
});
