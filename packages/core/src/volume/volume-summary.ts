import { isOpenAt, priorityAt, statusAt, type TicketWithHistory, withHistory } from '../history/ticket-history.js';
import type { AgeBucket, PeriodChange, VolumeSummary } from '../model/customer-support-metrics.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { measure, type MetricPart } from '../report/metric-part.js';
import { type ReportContext, reportContext, type ReportOptions } from '../report/report-options.js';
import { byCount, increment, incrementAt, namedCounts, zeros } from '../stats/counts.js';
import { percentage } from '../stats/describe.js';
import { DAY_MS } from '../time/instant.js';
import { isWithin, type TimeRange } from '../time/time-range.js';

/** What volume has counted. */
export type VolumeTally = {
  total: number;
  resolved: number;
  reopened: number;
  previous_total: number;
  previous_resolved: number;
  previous_reopened: number;
  open: number;
  pending: number;
  by_priority: Record<TicketPriority, number>;
  by_category: Record<string, number>;
  previous_by_priority: Record<TicketPriority, number>;
  previous_by_category: Record<string, number>;
  open_by_priority: Record<TicketPriority, number>;
  /** By the index of the age bucket. */
  open_by_age: number[];
};

/** The ages at which open tickets are told apart, in days. */
const AGE_DAYS = [0, 1, 3, 7, 14, 30, 90] as const;

const ageIndex = (ms: number): number => AGE_DAYS.findLastIndex((days) => ms >= days * DAY_MS);

const countIn = (moments: readonly number[], range: TimeRange): number => {
  let n = 0;
  for (const at of moments) if (isWithin(at, range)) n += 1;
  return n;
};

const noPriorities = () => ({ low: 0, medium: 0, high: 0, critical: 0 });

const changeOf = (current: number, previous: number): PeriodChange => ({
  previous,
  change: current - previous,
  change_pct: percentage(current - previous, previous),
});

const ageBuckets = (counts: readonly number[]): AgeBucket[] =>
  AGE_DAYS.map((min_days, index) => ({
    min_days,
    max_days: AGE_DAYS[index + 1] ?? null,
    tickets: counts[index] ?? 0,
  }));

/** See {@link volumeSummary}. */
export const volumePart: MetricPart<
  TicketWithHistory,
  Pick<ReportContext, 'range' | 'previous' | 'asOf'>,
  VolumeTally,
  VolumeSummary
> = {
  start: () => ({
    total: 0,
    resolved: 0,
    reopened: 0,
    previous_total: 0,
    previous_resolved: 0,
    previous_reopened: 0,
    open: 0,
    pending: 0,
    by_priority: noPriorities(),
    by_category: namedCounts(),
    previous_by_priority: noPriorities(),
    previous_by_category: namedCounts(),
    open_by_priority: noPriorities(),
    open_by_age: zeros(AGE_DAYS.length),
  }),
  add(tally, { ticket, history }, { range, previous, asOf }) {
    const { createdAt, resolutions, reopenings } = history;
    tally.resolved += countIn(resolutions, range);
    tally.reopened += countIn(reopenings, range);
    if (isWithin(createdAt, previous)) {
      tally.previous_total += 1;
      // As its own report said it then: a priority raised later is no part of the difference.
      tally.previous_by_priority[priorityAt(history, previous.to) ?? ticket.priority] += 1;
      increment(tally.previous_by_category, ticket.category);
    }
    tally.previous_resolved += countIn(resolutions, previous);
    tally.previous_reopened += countIn(reopenings, previous);
    if (isWithin(createdAt, range)) {
      tally.total += 1;
      tally.by_priority[priorityAt(history, asOf) ?? ticket.priority] += 1;
      increment(tally.by_category, ticket.category);
    }
    if (!isOpenAt(history, asOf)) return;
    tally.open += 1;
    if (statusAt(history, asOf) === 'pending') tally.pending += 1;
    tally.open_by_priority[priorityAt(history, asOf) ?? ticket.priority] += 1;
    incrementAt(tally.open_by_age, ageIndex(asOf - createdAt));
  },
  result: (tally) => {
    const { total, resolved, reopened } = tally;
    return {
      total,
      open: tally.open,
      pending: tally.pending,
      resolved,
      by_priority: { ...tally.by_priority },
      by_category: byCount(tally.by_category),
      previous_by_priority: { ...tally.previous_by_priority },
      previous_by_category: byCount(tally.previous_by_category),
      open_by_priority: { ...tally.open_by_priority },
      reopened,
      backlog_change: total + reopened - resolved,
      open_by_age: ageBuckets(tally.open_by_age),
      changes: {
        total: changeOf(total, tally.previous_total),
        resolved: changeOf(resolved, tally.previous_resolved),
        reopened: changeOf(reopened, tally.previous_reopened),
      },
    };
  },
};

/**
 * The tickets of a period, and what is left at its end.
 *
 * `total`, `by_priority` and `by_category` are tickets created in the period; `resolved` counts resolutions in it and
 * `reopened` returns from them; `open` is the backlog at the end of the period or now, whenever those tickets came, told
 * apart by priority and age. `backlog_change` = total + reopened − resolved. `changes` compares with the previous period,
 * while a period runs with the same elapsed part of it: week over week with the period `this_week`. What that part was made
 * of, `previous_by_priority` and `previous_by_category`, says which tickets drove the difference: of each, the parts add up
 * to `changes.total.previous`.
 *
 * Example: 10 open at the start, 5 created, 1 reopened, 4 resolved → 12 open, backlog_change 2.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a period that is none
 */
export const volumeSummary = (tickets: Iterable<TicketRecord>, options: ReportOptions): VolumeSummary => {
  const context = reportContext(options);
  return measure(volumePart, withHistory(tickets, context.asOf), context);
};

/**
 * Tickets open or pending at a moment, whenever they were created: created at that moment counts, resolved at it does
 * not. For any two moments, backlog(T2) = backlog(T1) + created + reopened − resolved over (T1, T2].
 *
 * @param at - milliseconds since the epoch
 */
export const backlogAt = (tickets: Iterable<TicketRecord>, at: number): number => {
  let open = 0;
  for (const { history } of withHistory(tickets, at)) if (isOpenAt(history, at)) open += 1;
  return open;
};
