import { ticketEscalations } from '../history/ticket-escalations.js';
import type { TicketWithHistory } from '../history/ticket-history.js';
import type { EscalationSummary } from '../model/customer-support-metrics.js';
import { isWithin, type TimeRange } from '../time/time-range.js';

/** An escalation that stands, and since when. */
export interface OpenEscalation {
  ticket_id: string;
  /** Milliseconds since the epoch. */
  since: number;
  reason: string;
}

/** The escalations that stand at a moment, longest first. */
export const openEscalations = (tickets: readonly TicketWithHistory[], asOf: number): OpenEscalation[] =>
  tickets
    .flatMap(({ ticket, history }) =>
      ticketEscalations(ticket, history, asOf)
        .filter(({ from, to }) => from <= asOf && to > asOf)
        .map(({ from, reason }) => ({ ticket_id: ticket.ticket_id, since: from, reason })),
    )
    .sort((a, b) => a.since - b.since);

/** How many escalations were raised in a range. */
export const escalationsRaised = (tickets: readonly TicketWithHistory[], range: TimeRange): number =>
  reasonsRaised(tickets, range).length;

const reasonsRaised = (tickets: readonly TicketWithHistory[], range: TimeRange): string[] =>
  tickets.flatMap(({ ticket, history }) =>
    ticketEscalations(ticket, history, range.to)
      .filter(({ from }) => isWithin(from, range))
      .map(({ reason }) => reason),
  );

/**
 * The escalations of a period.
 *
 * `total` counts those raised in it, `open` those that stand at its end or now, whenever raised.
 * `rate` is the share of the tickets created in the period that were escalated; null without
 * tickets. Escalations are latched: a vendor that clears its flag on close undoes nothing. Example:
 * 3 of 30 tickets → 0.1.
 *
 * @param options.range - the period, milliseconds since the epoch
 * @param options.asOf - the moment up to which things are known
 */
export const escalationSummary = (
  tickets: readonly TicketWithHistory[],
  { range, asOf }: { range: TimeRange; asOf: number },
): EscalationSummary => {
  const reasons = reasonsRaised(tickets, range);
  const byReason: Record<string, number> = {};
  for (const reason of reasons) byReason[reason] = (byReason[reason] ?? 0) + 1;
  const created = tickets.filter(({ history }) => isWithin(history.createdAt, range));
  const escalated = created.filter(({ ticket, history }) => ticketEscalations(ticket, history, asOf).length > 0);
  return {
    total: reasons.length,
    open: openEscalations(tickets, asOf).length,
    rate: created.length === 0 ? null : escalated.length / created.length,
    by_reason: byReason,
  };
};
