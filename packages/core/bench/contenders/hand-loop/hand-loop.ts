import type { TicketRecord } from '../../../dist/index.js';
import { HOUR_MS, WEEKS } from '../../tickets/ticket-period.ts';
import { CATEGORIES, PRIORITIES, STATUSES } from '../../tickets/ticket-words.ts';
import type { CustomerNumbers, TargetNumbers } from '../customer-numbers.ts';
import {
  CATEGORY,
  CSAT_RESPONSES,
  ESCALATIONS,
  FIRST_RESPONSE_BREACHED,
  FIRST_RESPONSE_MET,
  PRIORITY,
  RESOLUTION_BREACHED,
  RESOLUTION_MET,
  ROW_WIDTH,
  STATUS,
  WEEK,
} from './counter-layout.ts';
import { quantiles } from './quantiles.ts';
import { tallyTickets } from './tally-tickets.ts';

const hoursOf = (durations: Float64Array): Omit<TargetNumbers, 'met' | 'breached'> => {
  if (durations.length === 0) return { mean_hours: null, median_hours: null, p90_hours: null };
  let sum = 0;
  for (const duration of durations) sum += duration;
  const [median, p90] = quantiles(durations, [0.5, 0.9]);
  return { mean_hours: sum / durations.length / HOUR_MS, median_hours: median / HOUR_MS, p90_hours: p90 / HOUR_MS };
};

const named = <Word extends string>(words: readonly Word[], counts: Int32Array): Record<Word, number> => {
  const record = {} as Record<Word, number>;
  for (let index = 0; index < words.length; index += 1) record[words[index]] = counts[index];
  return record;
};

/**
 * The yardstick: what one would write by hand for just these numbers, in one pass with counters in flat arrays. Nothing in
 * it can be set, and it knows all words beforehand.
 */
export const handLoop = (tickets: readonly TicketRecord[]): CustomerNumbers[] => {
  const { customerIds, counters, scores, replies, resolutions } = tallyTickets(tickets);
  const replyTimes = replies.perCustomer(customerIds.length);
  const resolutionTimes = resolutions.perCustomer(customerIds.length);

  return customerIds.map((customer_id, customer) => {
    const row = counters.subarray(customer * ROW_WIDTH, (customer + 1) * ROW_WIDTH);
    const [open, pending, resolved, closed] = row.subarray(STATUS, STATUS + STATUSES.length);
    const responses = row[CSAT_RESPONSES];
    return {
      customer_id,
      total: open + pending + resolved + closed,
      open: open + pending,
      pending,
      resolved: resolved + closed,
      by_priority: named(PRIORITIES, row.subarray(PRIORITY)),
      by_category: named(CATEGORIES, row.subarray(CATEGORY)),
      first_response: {
        met: row[FIRST_RESPONSE_MET],
        breached: row[FIRST_RESPONSE_BREACHED],
        ...hoursOf(replyTimes[customer]),
      },
      resolution: {
        met: row[RESOLUTION_MET],
        breached: row[RESOLUTION_BREACHED],
        ...hoursOf(resolutionTimes[customer]),
      },
      avg_csat: responses === 0 ? null : scores[customer] / responses,
      csat_responses: responses,
      escalations: row[ESCALATIONS],
      created_per_week: Array.from(row.subarray(WEEK, WEEK + WEEKS)),
    };
  });
};
