import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../model/support-thresholds.js';
import { buildTicket } from '../testing/build-ticket.js';
import { csatSummary } from './csat-summary.js';
import { lowSatisfactionCustomers, satisfactionByCustomer } from './satisfaction-by-customer.js';

const options = { period: '2026-11', now: '2026-11-25T10:00:00Z' };

const rated = (customer_id: string, scores: (number | null)[]) =>
  scores.map((csat_score, index) =>
    buildTicket({
      customer_id,
      external_id: `${customer_id}-${index}`,
      csat_score,
      csat_responded_at: '2026-11-05T00:00:00Z',
    }),
  );

const tickets = [
  ...rated('glad', [5, 5, 4]),
  ...rated('mute', [null, null]),
  ...rated('sad', [2, 3, 3]),
  ...rated('once', [1]),
];

describe('satisfactionByCustomer', () => {
  it('puts the least satisfied first and those without a response last', () => {
    expect(
      satisfactionByCustomer(tickets, options).map(({ customer_id, avg_csat }) => [customer_id, avg_csat]),
    ).toEqual([
      ['once', 1],
      ['sad', 8 / 3],
      ['glad', 14 / 3],
      ['mute', null],
    ]);
  });

  it('says of each customer what its own tickets say', () => {
    const [, sad] = satisfactionByCustomer(tickets, options);
    expect(sad).toEqual({ customer_id: 'sad', ...csatSummary(rated('sad', [2, 3, 3]), options) });
  });

  it('is the same for any order of the tickets', () => {
    expect(satisfactionByCustomer(tickets.toReversed(), options)).toEqual(satisfactionByCustomer(tickets, options));
  });
});

describe('lowSatisfactionCustomers', () => {
  const idsOf = (thresholds = DEFAULT_THRESHOLDS) =>
    lowSatisfactionCustomers(tickets, { ...options, thresholds }).map(({ customer_id }) => customer_id);

  it('are those whose average is below 3.5 over at least 3 responses', () => {
    expect(idsOf()).toEqual(['sad']);
  });

  it('follow the thresholds given', () => {
    expect(idsOf({ ...DEFAULT_THRESHOLDS, low_csat_min_responses: 1 })).toEqual(['once', 'sad']);
    expect(idsOf({ ...DEFAULT_THRESHOLDS, low_csat_below: 5 })).toEqual(['sad', 'glad']);
  });

  it('are none of exactly the threshold', () => {
    expect(lowSatisfactionCustomers(rated('even', [3, 4, 3.5]), options)).toEqual([]);
  });
});
