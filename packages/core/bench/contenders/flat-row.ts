import { HOUR_MS, WEEKS } from '../tickets/ticket-period.ts';
import { CATEGORIES, PRIORITIES } from '../tickets/ticket-words.ts';
import type { CustomerNumbers, TargetNumbers } from './customer-numbers.ts';

/** A customer's numbers as a table of one row per customer has them. Durations are in milliseconds. */
export type FlatRow = Readonly<Record<string, unknown>>;

export const TARGETS = ['first_response', 'resolution'] as const;

export type Target = (typeof TARGETS)[number];

/** The fields of a ticket that the numbers need: what a table is made from. */
export const TICKET_COLUMNS = [
  'customer_id',
  'status',
  'priority',
  'category',
  'created_at',
  'first_response_at',
  'resolved_at',
  'csat_score',
  'is_escalated',
] as const;

export const WEEK_INDICES = Array.from({ length: WEEKS }, (_, index) => index);

/** Tables count in bigints where they like. */
const count = (value: unknown): number => Number(value);

const hours = (milliseconds: unknown): number | null => (milliseconds == null ? null : Number(milliseconds) / HOUR_MS);

const targetOf = (row: FlatRow, target: Target): TargetNumbers => ({
  met: count(row[`${target}_met`]),
  breached: count(row[`${target}_breached`]),
  mean_hours: hours(row[`${target}_mean`]),
  median_hours: hours(row[`${target}_median`]),
  p90_hours: hours(row[`${target}_p90`]),
});

const counts = <Word extends string>(row: FlatRow, words: readonly Word[], prefix: string): Record<Word, number> =>
  Object.fromEntries(words.map((word) => [word, count(row[`${prefix}_${word}`])])) as Record<Word, number>;

/** The numbers of one customer from its row. */
export const fromFlatRow = (row: FlatRow): CustomerNumbers => ({
  customer_id: String(row['customer_id']),
  total: count(row['total']),
  open: count(row['open']),
  pending: count(row['pending']),
  resolved: count(row['resolved']),
  by_priority: counts(row, PRIORITIES, 'priority'),
  by_category: counts(row, CATEGORIES, 'category'),
  first_response: targetOf(row, 'first_response'),
  resolution: targetOf(row, 'resolution'),
  avg_csat: row['avg_csat'] == null ? null : Number(row['avg_csat']),
  csat_responses: count(row['csat_responses']),
  escalations: count(row['escalations']),
  created_per_week: WEEK_INDICES.map((week) => count(row[`week_${week}`])),
});
