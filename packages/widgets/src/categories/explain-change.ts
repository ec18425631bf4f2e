import type { SupportTicket, TicketPriority, VolumeSummary } from '@cscx/support-core';

/** How many tickets each category, or each priority, had. */
export type Counts = Readonly<Record<string, number>>;

/** What the tickets of a period are made of. */
export interface ChangeSide {
  total: number;
  by_category: Counts;
  by_priority: Readonly<Record<TicketPriority, number>>;
}

/** One part of a difference. */
export interface ChangeDriver {
  dimension: 'category' | 'priority';
  /** Null: the rest together, which is no category. */
  name: SupportTicket['category'] | null;
  previous: number;
  current: number;
  change: number;
}

/** A difference of total tickets, and the parts that drove it. */
export interface ChangeExplanation {
  change: number;
  /** Up or down, biggest first, the rest last: of each dimension they add up to `change`. */
  drivers: ChangeDriver[];
}

/** More than these is a table, not an explanation. */
const MOST_DRIVERS = 4;

/** What the same part of the period before was made of, where the API tells. */
export const sideBefore = ({
  changes,
  previous_by_category,
  previous_by_priority,
}: VolumeSummary): ChangeSide | undefined =>
  previous_by_category &&
  previous_by_priority && {
    total: changes.total.previous,
    by_category: previous_by_category,
    by_priority: previous_by_priority,
  };

/**
 * Says what drove the difference of total tickets between two periods: of each dimension the few parts that moved most,
 * either way, and what all others did together.
 *
 * @example
 * // 25 tickets, then 40: Performance went from 4 to 14
 * explainChange({ total: 40, by_category: { Performance: 14, … }, … }, { total: 25, by_category: { Performance: 4, … }, … })
 * // { change: 15, drivers: [{ dimension: 'category', name: 'Performance', previous: 4, current: 14, change: 10 }, …] }
 */
export const explainChange = (current: ChangeSide, previous: ChangeSide): ChangeExplanation => ({
  change: current.total - previous.total,
  drivers: [
    ...driversOf('category', current.by_category, previous.by_category),
    ...driversOf('priority', current.by_priority, previous.by_priority),
  ],
});

function driversOf(dimension: ChangeDriver['dimension'], now: Counts, before: Counts): ChangeDriver[] {
  const driver = (name: string | null, previous: number, current: number): ChangeDriver => {
    return { dimension, name, previous, current, change: current - previous };
  };
  const moved = [...new Set([...Object.keys(now), ...Object.keys(before)])]
    .map((name) => driver(name, before[name] ?? 0, now[name] ?? 0))
    .filter(({ change }) => change !== 0)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.name ?? '').localeCompare(b.name ?? ''));
  // A line for the rest is worth its place only when it stands for more than one.
  if (moved.length <= MOST_DRIVERS + 1) return moved;
  const others = moved.slice(MOST_DRIVERS);
  const sum = (of: 'previous' | 'current'): number => others.reduce((total, each) => total + each[of], 0);
  const rest = driver(null, sum('previous'), sum('current'));
  return [...moved.slice(0, MOST_DRIVERS), ...(rest.change === 0 ? [] : [rest])];
}
