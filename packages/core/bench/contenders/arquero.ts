import { escape, from, op } from 'arquero';
import type { TicketRecord } from '../../dist/index.js';
import { HOUR_MS, NOW_MS, START_MS, WEEK_MS } from '../tickets/ticket-period.ts';
import { CATEGORIES, PRIORITIES, TARGET_HOURS } from '../tickets/ticket-words.ts';
import type { CustomerNumbers } from './customer-numbers.ts';
import { type FlatRow, fromFlatRow, type Target, TARGETS, TICKET_COLUMNS, WEEK_INDICES } from './flat-row.ts';

/** A row as it grows: the ticket's fields, and what the steps before have derived. */
interface Row extends TicketRecord {
  created: number;
  replied: number | null;
  resolved: number | null;
}

const derived = (derive: (row: Row) => unknown): object => escape(derive);

const countWhere = (condition: string): string => `op.sum(${condition} ? 1 : 0)`;

const milliseconds = (instant: string | null | undefined): number | null => (instant ? Date.parse(instant) : null);

const isLate = (target: Target, row: Row, elapsed: number): boolean =>
  elapsed > TARGET_HOURS[row.priority][target] * HOUR_MS;

const MOMENTS = {
  created: derived((row) => Date.parse(row.created_at)),
  replied: derived((row) => milliseconds(row.first_response_at)),
  resolved: derived((row) => milliseconds(row.resolved_at)),
};

const CLOCKS = {
  week: derived(({ created }) => Math.floor((created - START_MS) / WEEK_MS)),
  first_response_ms: derived(({ replied, created }) => (replied === null ? null : replied - created)),
  resolution_ms: derived(({ resolved, created }) => (resolved === null ? null : resolved - created)),
  first_response_end: derived(({ replied, resolved }) => replied ?? resolved),
  resolution_end: derived(({ resolved }) => resolved),
  first_response_late: derived((row) =>
    isLate('first_response', row, (row.replied ?? row.resolved ?? NOW_MS) - row.created),
  ),
  resolution_late: derived((row) =>
    isLate('resolution', row, row.status === 'pending' ? 0 : (row.resolved ?? NOW_MS) - row.created),
  ),
};

const targetNumbers = (target: Target): [string, unknown][] => [
  [`${target}_met`, countWhere(`d.${target}_end !== null && !d.${target}_late`)],
  [`${target}_breached`, countWhere(`d.${target}_late`)],
  [`${target}_mean`, op.mean(`${target}_ms`)],
  [`${target}_median`, op.median(`${target}_ms`)],
  [`${target}_p90`, op.quantile(`${target}_ms`, 0.9)],
];

const NUMBERS = Object.fromEntries([
  ['total', op.count()],
  ['open', countWhere(`d.status === 'open' || d.status === 'pending'`)],
  ['pending', countWhere(`d.status === 'pending'`)],
  ['resolved', countWhere(`d.status === 'resolved' || d.status === 'closed'`)],
  ...PRIORITIES.map((priority) => [`priority_${priority}`, countWhere(`d.priority === '${priority}'`)]),
  ...CATEGORIES.map((category) => [`category_${category}`, countWhere(`d.category === '${category}'`)]),
  ...TARGETS.flatMap(targetNumbers),
  ['avg_csat', op.mean('csat_score')],
  ['csat_responses', op.valid('csat_score')],
  ['escalations', countWhere('d.is_escalated')],
  ...WEEK_INDICES.map((week) => [`week_${week}`, countWhere(`d.week === ${week}`)]),
]);

/** A table from the objects, two derivations and one roll-up. */
export const arquero = (tickets: readonly TicketRecord[]): CustomerNumbers[] =>
  from([...tickets], [...TICKET_COLUMNS])
    .derive(MOMENTS)
    .derive(CLOCKS)
    .groupby('customer_id')
    .rollup(NUMBERS)
    .objects()
    .map((row) => fromFlatRow(row as FlatRow));
