import type { TicketRecord } from '../../../dist/index.js';
import { HOUR_MS, NOW_MS, START_MS, WEEK_MS } from '../../tickets/ticket-period.ts';
import { CATEGORIES, PRIORITIES, STATUSES, TARGET_HOURS } from '../../tickets/ticket-words.ts';
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
import { CustomerDurations } from './customer-durations.ts';
import { parseInstant } from './parse-instant.ts';

/** What one pass over the tickets leaves behind. */
export interface TicketTally {
  customerIds: string[];
  /** A row of `ROW_WIDTH` for each customer. */
  counters: Int32Array;
  /** Sum of the scores of each customer. */
  scores: Float64Array;
  replies: CustomerDurations;
  resolutions: CustomerDurations;
}

/** Room for a few customers; it doubles when they become more. */
const FIRST_ROWS = 16;

const indexOf = (words: readonly string[]): Map<string, number> => new Map(words.map((word, index) => [word, index]));

const statusIndex = indexOf(STATUSES);
const priorityIndex = indexOf(PRIORITIES);
const categoryIndex = indexOf(CATEGORIES);

const firstResponseTargets = Float64Array.from(
  PRIORITIES,
  (priority) => TARGET_HOURS[priority].first_response * HOUR_MS,
);
const resolutionTargets = Float64Array.from(PRIORITIES, (priority) => TARGET_HOURS[priority].resolution * HOUR_MS);

/** Counts each ticket where it belongs: the only pass over the objects, whose memory costs more than the sums. */
export const tallyTickets = (tickets: readonly TicketRecord[]): TicketTally => {
  const rows = new Map<string, number>();
  let counters = new Int32Array(FIRST_ROWS * ROW_WIDTH);
  let scores = new Float64Array(FIRST_ROWS);
  const replies = new CustomerDurations(tickets.length);
  const resolutions = new CustomerDurations(tickets.length);

  for (const ticket of tickets) {
    let customer = rows.get(ticket.customer_id);
    if (customer === undefined) {
      customer = rows.size;
      rows.set(ticket.customer_id, customer);
      if (customer === scores.length) {
        counters = doubled(counters, Int32Array);
        scores = doubled(scores, Float64Array);
      }
    }
    const row = customer * ROW_WIDTH;
    const priority = priorityIndex.get(ticket.priority) as number;
    const created = parseInstant(ticket.created_at);
    const replied = ticket.first_response_at ? parseInstant(ticket.first_response_at) : null;
    const resolved = ticket.resolved_at ? parseInstant(ticket.resolved_at) : null;

    counters[row + STATUS + (statusIndex.get(ticket.status) as number)] += 1;
    counters[row + PRIORITY + priority] += 1;
    counters[row + CATEGORY + (categoryIndex.get(ticket.category) as number)] += 1;
    counters[row + WEEK + Math.floor((created - START_MS) / WEEK_MS)] += 1;
    if (ticket.is_escalated) counters[row + ESCALATIONS] += 1;
    if (ticket.csat_score != null) {
      counters[row + CSAT_RESPONSES] += 1;
      scores[customer] += ticket.csat_score;
    }

    const answered = replied ?? resolved;
    if ((answered ?? NOW_MS) - created > firstResponseTargets[priority]) counters[row + FIRST_RESPONSE_BREACHED] += 1;
    else if (answered !== null) counters[row + FIRST_RESPONSE_MET] += 1;
    if (replied !== null) replies.add(customer, replied - created);

    if (resolved !== null) {
      const isLate = resolved - created > resolutionTargets[priority];
      counters[row + (isLate ? RESOLUTION_BREACHED : RESOLUTION_MET)] += 1;
      resolutions.add(customer, resolved - created);
    } else if (ticket.status === 'open' && NOW_MS - created > resolutionTargets[priority]) {
      counters[row + RESOLUTION_BREACHED] += 1;
    }
  }
  return { customerIds: [...rows.keys()], counters, scores, replies, resolutions };
};

const doubled = <Numbers extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  numbers: Numbers,
  Type: new (length: number) => Numbers,
): Numbers => {
  const larger = new Type(2 * numbers.length);
  larger.set(numbers);
  return larger;
};
