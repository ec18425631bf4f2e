import { describe, expect, it } from 'vitest';
import { vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { csatSummary } from './csat-summary.js';

const range = { from: epochOf('2026-11-01T00:00:00Z'), to: epochOf('2026-12-01T00:00:00Z') };
const previous = { from: epochOf('2026-10-01T00:00:00Z'), to: epochOf('2026-11-01T00:00:00Z') };

const rated = (scores: readonly (number | null)[], month: '10' | '11' = '11') =>
  scores.map((csat_score, index) =>
    buildTicket({
      external_id: `${month}-${index}`,
      csat_score,
      csat_responded_at: `2026-${month}-10T00:00:00Z`,
    }),
  );

describe('csatSummary', () => {
  it("answers the owner's case with 3.9", () => {
    const { avg_csat, csat_responses, distribution } = csatSummary(rated([5, 4, 4, 3, 5, 4, 3, 2, 4, 5]), {
      range,
      previous,
    });
    expect(avg_csat).toBe(3.9);
    expect(csat_responses).toBe(10);
    expect(distribution).toEqual({ 1: 0, 2: 1, 3: 2, 4: 4, 5: 3 });
  });

  it.each(vectorsOf('aggregate').filter(({ fn }) => fn === 'csat'))('agrees with $id', (vector) => {
    const { scores, surveys_sent } = vector['input'] as {
      scores: (number | null)[];
      surveys_sent?: number;
    };
    const unanswered = Math.max(0, (surveys_sent ?? 0) - scores.length);
    const tickets = rated([...scores, ...Array<null>(unanswered).fill(null)]).map((ticket) => ({
      ...ticket,
      csat_offered: surveys_sent === undefined ? null : true,
    }));
    const summary = csatSummary(tickets, { range, previous });
    const got: Record<string, number | null> = {
      responses: summary.csat_responses,
      percent: summary.satisfied_pct,
      average: summary.avg_csat,
      response_rate: summary.csat_response_rate,
    };
    for (const [key, value] of Object.entries(vector['expected'] as Record<string, number | null>)) {
      if (value === null) expect(got[key]).toBeNull();
      else expect(got[key]).toBeCloseTo(value, 4);
    }
  });

  it.each([
    ['improving', [4, 4, 4.2], [3.8, 3.9, 3.9]],
    ['declining', [4, 4, 4], [4.2, 4.2, 4.2]],
    ['stable', [4, 4, 4], [4.1, 4.1, 4.1]],
  ] as const)('calls a move of 0.2 or more a trend: %s', (trend, now, before) => {
    const summary = csatSummary([...rated(now), ...rated(before, '10')], { range, previous });
    expect(summary.trend).toBe(trend);
  });

  it('calls nothing a trend below 3 responses on either side', () => {
    const tickets = [...rated([5, 5, 5, 5]), ...rated([1, 1], '10')];
    expect(csatSummary(tickets, { range, previous })).toMatchObject({
      trend: 'stable',
      trend_confidence: 'insufficient_data',
      previous_avg_csat: 1,
    });
  });

  it('is sure of a trend only when the difference exceeds the noise', () => {
    const noisy = [...rated([5, 1, 5]), ...rated([1, 5, 4], '10')];
    const clear = [...rated([5, 5, 5, 4]), ...rated([2, 1, 2, 2], '10')];
    expect(csatSummary(noisy, { range, previous }).trend_confidence).toBe('low');
    expect(csatSummary(clear, { range, previous }).trend_confidence).toBe('high');
  });

  it('counts a response where it was given, else where the ticket was resolved, else nowhere', () => {
    const tickets = [
      buildTicket({ csat_score: 5, csat_responded_at: '2026-10-31T23:59:59Z' }),
      buildTicket({ csat_score: 4, resolved_at: '2026-11-01T00:00:00Z' }),
      buildTicket({ csat_score: 1 }),
    ];
    expect(csatSummary(tickets, { range, previous })).toMatchObject({
      avg_csat: 4,
      csat_responses: 1,
      previous_avg_csat: 5,
    });
  });
});
