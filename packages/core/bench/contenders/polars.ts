import pl, { type Expr } from 'nodejs-polars';
import type { TicketRecord } from '../../dist/index.js';
import { HOUR_MS, NOW_MS, START_MS, WEEK_MS } from '../tickets/ticket-period.ts';
import { CATEGORIES, PRIORITIES, TARGET_HOURS } from '../tickets/ticket-words.ts';
import type { CustomerNumbers } from './customer-numbers.ts';
import { fromFlatRow, type Target, TARGETS, TICKET_COLUMNS, WEEK_INDICES } from './flat-row.ts';

const { col, lit, when } = pl;

/** Polars reads microseconds, whatever unit it is asked for. */
const milliseconds = (instant: string): Expr =>
  col(instant).str.strptime(pl.Datetime('ms'), '%+').cast(pl.Int64).div(lit(1000));

const targetMs = (target: Target): Expr =>
  PRIORITIES.slice(1).reduce<Expr>(
    (otherwise, priority) =>
      when(col('priority').eq(lit(priority)))
        .then(lit(TARGET_HOURS[priority][target] * HOUR_MS))
        .otherwise(otherwise),
    lit(TARGET_HOURS[PRIORITIES[0]][target] * HOUR_MS),
  );

const countOf = (condition: Expr, name: string): Expr => condition.sum().alias(name);

const targetNumbers = (target: Target): Expr[] => {
  const isLate = col(`${target}_used`).gt(col(`${target}_target`));
  const duration = col(`${target}_ms`);
  return [
    countOf(col(`${target}_end`).isNotNull().and(isLate.not()), `${target}_met`),
    countOf(isLate, `${target}_breached`),
    duration.mean().alias(`${target}_mean`),
    duration.quantile(0.5, 'linear').alias(`${target}_median`),
    duration.quantile(0.9, 'linear').alias(`${target}_p90`),
  ];
};

const NUMBERS = [
  pl.len().alias('total'),
  countOf(col('status').isIn(['open', 'pending']), 'open'),
  countOf(col('status').eq(lit('pending')), 'pending'),
  countOf(col('status').isIn(['resolved', 'closed']), 'resolved'),
  ...PRIORITIES.map((priority) => countOf(col('priority').eq(lit(priority)), `priority_${priority}`)),
  ...CATEGORIES.map((category) => countOf(col('category').eq(lit(category)), `category_${category}`)),
  ...TARGETS.flatMap(targetNumbers),
  col('csat_score').mean().alias('avg_csat'),
  col('csat_score').count().alias('csat_responses'),
  countOf(col('is_escalated'), 'escalations'),
  ...WEEK_INDICES.map((week) => countOf(col('week').eq(lit(week)), `week_${week}`)),
];

/** A frame of columns and one lazy query; a frame from the objects themselves takes longer. */
export const polars = async (tickets: readonly TicketRecord[]): Promise<CustomerNumbers[]> => {
  const columns = TICKET_COLUMNS.map((name) => [name, tickets.map((ticket) => ticket[name] ?? null)]);
  const frame = await pl
    .DataFrame(Object.fromEntries(columns))
    .lazy()
    .withColumns(
      milliseconds('created_at').alias('created'),
      milliseconds('first_response_at').alias('replied'),
      milliseconds('resolved_at').alias('resolved'),
    )
    .withColumns(
      col('created').sub(lit(START_MS)).div(lit(WEEK_MS)).floor().cast(pl.Int32).alias('week'),
      col('replied').sub(col('created')).alias('first_response_ms'),
      col('resolved').sub(col('created')).alias('resolution_ms'),
      col('replied').fillNull(col('resolved')).alias('first_response_end'),
      col('resolved').alias('resolution_end'),
      ...TARGETS.map((target) => targetMs(target).alias(`${target}_target`)),
    )
    .withColumns(
      col('first_response_end').fillNull(lit(NOW_MS)).sub(col('created')).alias('first_response_used'),
      when(col('status').eq(lit('pending')))
        .then(lit(0))
        .otherwise(col('resolved').fillNull(lit(NOW_MS)).sub(col('created')))
        .alias('resolution_used'),
    )
    .groupBy('customer_id')
    .agg(...NUMBERS)
    .collect();
  return frame.toRecords().map(fromFlatRow);
};
