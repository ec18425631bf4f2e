import { type TicketWithHistory, withHistory } from '../history/ticket-history.js';
import type { EscalationSummary } from '../model/customer-support-metrics.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { measure, type MetricPart } from '../report/metric-part.js';
import { type ReportContext, reportContext, type ReportOptions } from '../report/report-options.js';
import { byCount, increment, namedCounts } from '../stats/counts.js';
import { addDuration, type DurationSample, durationSummary, emptyDurations } from '../stats/duration-sample.js';
import { isWithin } from '../time/time-range.js';

/** What escalations have counted. */
export type EscalationTally = {
  total: number;
  open: number;
  /** Of the tickets created in the period: those of which it is known, and those of these that were escalated. */
  known: number;
  escalated: number;
  by_reason: Record<string, number>;
  by_level: Record<string, number>;
  time_to_escalation: DurationSample;
  time_to_resolution: DurationSample;
};

/** See {@link escalationSummary}. */
export const escalationPart: MetricPart<
  TicketWithHistory,
  Pick<ReportContext, 'range' | 'asOf'>,
  EscalationTally,
  EscalationSummary
> = {
  start: () => ({
    total: 0,
    open: 0,
    known: 0,
    escalated: 0,
    by_reason: namedCounts(),
    by_level: namedCounts(),
    time_to_escalation: emptyDurations(),
    time_to_resolution: emptyDurations(),
  }),
  add(tally, { ticket, history: { createdAt, escalations } }, { range, asOf }) {
    if (isWithin(createdAt, range) && ticket.escalation_known !== false) {
      tally.known += 1;
      if (escalations.length > 0) tally.escalated += 1;
    }
    for (const { from, to, reason, level } of escalations) {
      if (to > asOf) tally.open += 1;
      if (to <= asOf && isWithin(to, range)) addDuration(tally.time_to_resolution, to - from);
      if (!isWithin(from, range)) continue;
      tally.total += 1;
      increment(tally.by_reason, reason);
      increment(tally.by_level, level);
      addDuration(tally.time_to_escalation, Math.max(0, from - createdAt));
    }
  },
  result: ({ total, open, known, escalated, by_reason, by_level, time_to_escalation, time_to_resolution }) => ({
    total,
    open,
    rate: known === 0 ? null : escalated / known,
    by_reason: byCount(by_reason),
    by_level: byCount(by_level),
    time_to_escalation: durationSummary(time_to_escalation),
    time_to_resolution: durationSummary(time_to_resolution),
  }),
};

/**
 * The escalations of a period.
 *
 * `total` counts those raised in it, by reason and by level; `open` those that stand at its end or now, whenever raised.
 * `rate` is the share of the tickets created in the period that were escalated, over those of which the source tells;
 * null without any. Escalations are latched: a vendor that clears its flag on close undoes nothing. Times run around the
 * clock. Example: 3 of 30 tickets → 0.1.
 *
 * @param tickets - of one customer or of many
 * @throws InvalidInputError for a period that is none
 */
export const escalationSummary = (tickets: Iterable<TicketRecord>, options: ReportOptions): EscalationSummary => {
  const context = reportContext(options);
  return measure(escalationPart, withHistory(tickets, context.asOf), context);
};
