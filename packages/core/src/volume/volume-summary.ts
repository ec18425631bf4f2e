import { isOpenAt, priorityAt, statusAt, type TicketWithHistory } from '../history/ticket-history.js';
import type { VolumeSummary } from '../model/customer-support-metrics.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { isWithin, type TimeRange } from '../time/time-range.js';

const noPriorities = (): Record<TicketPriority, number> => ({
  low: 0,
  medium: 0,
  high: 0,
  critical: 0,
});

/** Tickets open or pending at a moment, whenever they were created. */
export const backlogAt = (tickets: readonly TicketWithHistory[], at: number): number =>
  tickets.filter(({ history }) => isOpenAt(history, at)).length;

/** Tickets created in a range. */
export const createdIn = (tickets: readonly TicketWithHistory[], range: TimeRange): number =>
  tickets.filter(({ history }) => isWithin(history.createdAt, range)).length;

/** Resolutions in a range; a ticket that was reopened and resolved again counts each time. */
export const resolvedIn = (tickets: readonly TicketWithHistory[], range: TimeRange): number =>
  tickets.reduce((sum, { history }) => sum + history.resolutions.filter((at) => isWithin(at, range)).length, 0);

/**
 * The tickets of a period, and what is left at its end.
 *
 * `total`, `by_priority` and `by_category` are tickets created in the period; `resolved` counts
 * resolutions in it and `reopened` returns from them; `open` is the backlog at the end of the period
 * or now, whenever those tickets came, and `backlog_change` its difference to the start, so that
 * `backlog_change = total + reopened − resolved`.
 *
 * @param options.range - the period, milliseconds since the epoch
 * @param options.asOf - the end of the period, or now if that is earlier
 */
export const volumeSummary = (
  tickets: readonly TicketWithHistory[],
  { range, asOf }: { range: TimeRange; asOf: number },
): VolumeSummary => {
  const byPriority = noPriorities();
  const openByPriority = noPriorities();
  const byCategory: Record<string, number> = {};
  let total = 0;
  let open = 0;
  let pending = 0;
  let reopened = 0;
  for (const { ticket, history } of tickets) {
    if (isWithin(history.createdAt, range)) {
      total += 1;
      byPriority[ticket.priority] += 1;
      byCategory[ticket.category] = (byCategory[ticket.category] ?? 0) + 1;
    }
    if (isOpenAt(history, asOf)) {
      open += 1;
      if (statusAt(history, asOf) === 'pending') pending += 1;
      openByPriority[priorityAt(history, asOf) ?? ticket.priority] += 1;
    }
    reopened += history.reopenings.filter((at) => isWithin(at, range)).length;
  }
  return {
    total,
    open,
    pending,
    resolved: resolvedIn(tickets, range),
    by_priority: byPriority,
    by_category: byCategory,
    open_by_priority: openByPriority,
    reopened,
    backlog_change: open - backlogAt(tickets, range.from),
  };
};
