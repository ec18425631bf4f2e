import type { SupportTicket, TicketPriority } from '@cscx/support-core';

/** How many tickets each category, or each priority, had. */
export type Counts = Readonly<Record<string, number>>;

/** What both periods are made of. */
export interface ChangeSide {
  total: number;
  by_category: Counts;
  by_priority: Readonly<Record<TicketPriority, number>>;
}

/** One part of a difference. */
export interface ChangeDriver {
  dimension: 'category' | 'priority';
  name: SupportTicket['category'];
  previous: number;
  current: number;
  change: number;
}

/** A difference of total tickets, and the parts that drove it. */
export interface ChangeExplanation {
  change: number;
  /** Those that went the way of the whole, biggest first. */
  drivers: ChangeDriver[];
}

/** More than these is a table, not an explanation. */
const MOST_DRIVERS = 3;

/**
 * Says what drove the difference of total tickets between two periods. Of each dimension the parts add up to the whole
 * difference; named are the few that went its way most. Parts that went the other way made it smaller, and explain
 * nothing.
 *
 * @example
 * // 25 tickets, then 40: Performance went from 4 to 14
 * explainChange({ total: 40, by_category: { Performance: 14, … }, … }, { total: 25, by_category: { Performance: 4, … }, … })
 * // { change: 15, drivers: [{ dimension: 'category', name: 'Performance', previous: 4, current: 14, change: 10 }, …] }
 */
export function explainChange(current: ChangeSide, previous: ChangeSide): ChangeExplanation {
  const change = current.total - previous.total;
  const driversOf = (dimension: ChangeDriver['dimension'], now: Counts, before: Counts): ChangeDriver[] =>
    [...new Set([...Object.keys(now), ...Object.keys(before)])]
      .map((name) => ({ dimension, name, previous: before[name] ?? 0, current: now[name] ?? 0 }))
      .map((each) => ({ ...each, change: each.current - each.previous }))
      .filter((each) => Math.sign(each.change) === Math.sign(change) && change !== 0)
      .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.name.localeCompare(b.name))
      .slice(0, MOST_DRIVERS);
  return {
    change,
    drivers: [
      ...driversOf('category', current.by_category, previous.by_category),
      ...driversOf('priority', current.by_priority, previous.by_priority),
    ],
  };
}
