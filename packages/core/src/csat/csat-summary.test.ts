import { describe, expect, it } from 'vitest';
import type { CsatScale } from '../model/csat-scale.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildTicket } from '../testing/build-ticket.js';
import { csatOfScores } from './csat-of-scores.js';
import { csatSummary, type ResponseBasis } from './csat-summary.js';

const summarize = (
  tickets: Iterable<TicketRecord>,
  { period = '2026-11', response_basis = 'offered' }: { period?: string; response_basis?: ResponseBasis } = {},
) => csatSummary(tickets, { period, now: '2026-12-01T00:00:00Z', response_basis });

const rated = (scores: readonly (number | null)[], month: '10' | '11' = '11') =>
  scores.map((csat_score, index) =>
    buildTicket({
      external_id: `${month}-${index}`,
      created_at: '2026-10-01T09:00:00Z',
      csat_score,
      csat_responded_at: `2026-${month}-10T00:00:00Z`,
    }),
  );

/** Resolved in November, whether asked and how rated. */
const resolved = (csat_score: number | null, csat_offered: boolean | null, facts: Partial<TicketRecord> = {}) =>
  buildTicket({ status: 'resolved', resolved_at: '2026-11-05T00:00:00Z', csat_score, csat_offered, ...facts });

const ratedAgain = (...ratings: [at: string, score: number][]): TicketRecord =>
  buildTicket({
    created_at: '2026-10-01T09:00:00Z',
    csat_score: ratings.at(-1)?.[1] ?? null,
    csat_responded_at: ratings.at(-1)?.[0] ?? null,
    events: ratings.map(([at, score]): TicketEvent => ({
      ticket_id: 'import:desk:1',
      event_id: at,
      at,
      type: 'csat_received',
      score,
    })),
  });

describe('csatSummary', () => {
  it("answers the owner's case with 3.9", () => {
    const { avg_csat, csat_responses, distribution, satisfied_pct } = summarize(rated([5, 4, 4, 3, 5, 4, 3, 2, 4, 5]));
    expect(avg_csat).toBe(3.9);
    expect(csat_responses).toBe(10);
    expect(satisfied_pct).toBe(70);
    expect(distribution).toEqual({ 1: 0, 2: 1, 3: 2, 4: 4, 5: 3 });
  });

  it('is null without a response, not 0', () => {
    expect(summarize([buildTicket()])).toEqual({
      avg_csat: null,
      csat_responses: 0,
      csat_response_rate: null,
      satisfied_pct: null,
      distribution: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
      trend: 'stable',
      trend_confidence: 'insufficient_data',
      previous_avg_csat: null,
      scales: [],
    });
  });

  it.each([null, 0, -1, 6, Number.NaN])('takes %s for no response', (score) => {
    expect(summarize(rated([score, 4]))).toMatchObject({ avg_csat: 4, csat_responses: 1 });
  });

  it.each([
    ['improving', [4, 4, 4.2], [3.8, 3.9, 3.9]],
    ['declining', [4, 4, 4], [4.2, 4.2, 4.2]],
    ['stable', [4, 4, 4], [4.1, 4.1, 4.1]],
  ] as const)('calls a move of 0.2 or more a trend: %s', (trend, now, before) => {
    expect(summarize([...rated(now), ...rated(before, '10')]).trend).toBe(trend);
  });

  it('calls nothing a trend below 3 responses on either side', () => {
    expect(summarize([...rated([5, 5, 5, 5]), ...rated([1, 1], '10')])).toMatchObject({
      trend: 'stable',
      trend_confidence: 'insufficient_data',
      previous_avg_csat: 1,
    });
  });

  it('is sure of a trend only when the difference exceeds the noise', () => {
    const noisy = [...rated([5, 1, 5]), ...rated([1, 5, 4], '10')];
    const clear = [...rated([5, 5, 5, 4]), ...rated([2, 1, 2, 2], '10')];
    expect(summarize(noisy).trend_confidence).toBe('low');
    expect(summarize(clear).trend_confidence).toBe('high');
  });

  it('counts a response where it was given, else where the ticket was resolved, else nowhere', () => {
    const tickets = [
      buildTicket({ created_at: '2026-10-01T09:00:00Z', csat_score: 5, csat_responded_at: '2026-10-31T23:59:59Z' }),
      buildTicket({ created_at: '2026-10-01T09:00:00Z', csat_score: 4, resolved_at: '2026-11-01T00:00:00Z' }),
      buildTicket({ csat_score: 1 }),
    ];
    expect(summarize(tickets)).toMatchObject({ avg_csat: 4, csat_responses: 1, previous_avg_csat: 5 });
  });
});

describe('a ticket rated again', () => {
  it('counts once, with its latest score of the period', () => {
    const ticket = ratedAgain(['2026-11-03T00:00:00Z', 1], ['2026-11-09T00:00:00Z', 4]);
    expect(summarize([ticket])).toMatchObject({ avg_csat: 4, csat_responses: 1 });
  });

  it('leaves the report of the month before as it was', () => {
    const once = ratedAgain(['2026-10-20T00:00:00Z', 5]);
    const again = ratedAgain(['2026-10-20T00:00:00Z', 5], ['2026-11-09T00:00:00Z', 1]);
    const october = (ticket: TicketRecord) => summarize([ticket], { period: '2026-10' });
    expect(october(again)).toEqual(october(once));
    expect(summarize([again])).toMatchObject({ avg_csat: 1, csat_responses: 1, previous_avg_csat: 5 });
  });

  it('counts with its latest score whatever the order of its events', () => {
    const ticket = ratedAgain(['2026-11-03T00:00:00Z', 1], ['2026-11-09T00:00:00Z', 4]);
    expect(summarize([{ ...ticket, events: ticket.events?.toReversed() ?? [] }]).avg_csat).toBe(4);
  });

  it('counts with the score of its facts where that is newer than its events', () => {
    const ticket = ratedAgain(['2026-11-03T00:00:00Z', 1]);
    expect(summarize([{ ...ticket, csat_score: 3, csat_responded_at: '2026-11-12T00:00:00Z' }])).toMatchObject({
      avg_csat: 3,
      csat_responses: 1,
    });
  });
});

describe('an answer that only the history tells', () => {
  const answered = (csat_offered: boolean | null): TicketRecord => ({
    ...ratedAgain(['2026-11-03T00:00:00Z', 4]),
    csat_score: null,
    csat_responded_at: null,
    csat_offered,
  });

  it('counts like any other', () => {
    expect(summarize([answered(true)])).toMatchObject({ avg_csat: 4, csat_responses: 1, csat_response_rate: 1 });
  });

  it('is one to a survey that was sent, though an older version of the ticket says that none was', () => {
    expect(summarize([answered(false), resolved(null, true)]).csat_response_rate).toBe(0.5);
    expect(summarize([answered(false), resolved(null, false)]).csat_response_rate).toBe(1);
  });

  it('makes no rate where the support system does not tell what it sent', () => {
    expect(summarize([answered(null), resolved(null, null)]).csat_response_rate).toBeNull();
  });
});

describe('scales', () => {
  const on = (csat_scale: CsatScale | null) => resolved(4, null, { csat_scale });

  it('are listed once each, so that a mixed average can be told', () => {
    expect(summarize([on('five_point'), on('binary'), on('five_point')]).scales).toEqual(['five_point', 'binary']);
  });

  it('of one kind, or unknown, are no mixture', () => {
    expect(summarize([on('binary'), on('binary')]).scales).toEqual(['binary']);
    expect(summarize([on(null)]).scales).toEqual([]);
  });

  it('of tickets without a response of the period are not listed', () => {
    const silent = resolved(null, true, { csat_scale: 'ten_point' });
    expect(summarize([on('binary'), silent]).scales).toEqual(['binary']);
  });

  it('are those of the answers, not of what the ticket makes of them', () => {
    const [event] = ratedAgain(['2026-11-03T00:00:00Z', 3]).events ?? [];
    const events = [{ ...event, scale: 'five_point' } as TicketEvent];
    expect(summarize([resolved(1, true, { csat_scale: 'binary', events })])).toMatchObject({
      scales: ['five_point'],
      avg_csat: 3,
      csat_responses: 1,
    });
  });

  it('finer than whole points fall into the nearest of the distribution', () => {
    expect(summarize(rated([7 / 3, 11 / 3])).distribution).toEqual({ 1: 0, 2: 1, 3: 0, 4: 1, 5: 0 });
  });
});

describe('the response rate', () => {
  it('is over the surveys known to be sent', () => {
    const tickets = [resolved(5, true), resolved(null, true), resolved(null, true), resolved(4, true)];
    expect(summarize(tickets).csat_response_rate).toBe(0.5);
  });

  it('is null where the source does not tell which were sent', () => {
    expect(summarize([resolved(5, null), resolved(null, null)]).csat_response_rate).toBeNull();
    expect(summarize([resolved(5, false)]).csat_response_rate).toBeNull();
  });

  it('is over resolved tickets only where that is asked for', () => {
    const tickets = [resolved(5, null), resolved(null, null), resolved(null, true), buildTicket({ external_id: '9' })];
    expect(summarize(tickets, { response_basis: 'resolved' }).csat_response_rate).toBeCloseTo(1 / 3, 12);
    expect(summarize(tickets).csat_response_rate).toBe(0);
  });

  it('counts a survey where it was answered, not again where the ticket was resolved', () => {
    const ticket = resolved(5, true, {
      created_at: '2026-10-02T00:00:00Z',
      resolved_at: '2026-10-05T00:00:00Z',
      csat_responded_at: '2026-11-02T00:00:00Z',
    });
    expect(summarize([ticket]).csat_response_rate).toBe(1);
    expect(summarize([ticket], { period: '2026-10' }).csat_response_rate).toBe(0);
  });
});

describe('csatOfScores', () => {
  it("answers the owner's case with 3.9", () => {
    expect(csatOfScores([5, 4, 4, 3, 5, 4, 3, 2, 4, 5])).toEqual({
      avg_csat: 3.9,
      csat_responses: 10,
      csat_response_rate: null,
      satisfied_pct: 70,
    });
  });

  it('takes null, 0 and what is out of range for no response', () => {
    expect(csatOfScores([5, null, 0, 6], { surveysSent: 4 })).toMatchObject({
      avg_csat: 5,
      csat_responses: 1,
      csat_response_rate: 0.25,
    });
  });

  it('is null where there is nothing', () => {
    expect(csatOfScores([], { surveysSent: 0 })).toEqual({
      avg_csat: null,
      csat_responses: 0,
      csat_response_rate: null,
      satisfied_pct: null,
    });
  });
});
