import { type TicketHistory, ticketHistory } from '../history/ticket-history.js';
import type { BusinessCalendar } from '../model/business-calendar.js';
import type { Instant } from '../model/instant.js';
import type { MetricAssessment, SlaAssessment } from '../model/sla-assessment.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy } from '../model/sla-policy.js';
import type { SlaMetric } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { epochOf, HOUR_MS, hoursOrNull, instantOrNull } from '../time/instant.js';
import { explainSla } from './explain-sla.js';
import { dueMoment, readSla, remainingTime, type SlaReading } from './sla-reading.js';

/** What a ticket is assessed against. */
export interface SlaOptions {
  /** What was promised. @default DEFAULT_SLA_POLICY */
  policy?: SlaPolicy | undefined;
  /** Hours of the desk; null is around the clock. @default the policy's */
  calendar?: BusinessCalendar | null | undefined;
  now: Instant;
}

/** A policy with another calendar, if one is given. */
export const policyWith = ({ policy = DEFAULT_SLA_POLICY, calendar }: Omit<SlaOptions, 'now'>): SlaPolicy =>
  calendar === undefined ? policy : { ...policy, calendar };

const describe = (reading: SlaReading, metric: SlaMetric, history: TicketHistory, asOf: number): MetricAssessment => {
  return {
    verdict: reading.verdict,
    computed_verdict: reading.computedVerdict,
    source: reading.source,
    target_hours: hoursOrNull(reading.target),
    elapsed_hours: reading.elapsed / HOUR_MS,
    remaining_hours: hoursOrNull(remainingTime(reading, asOf)),
    due_at: instantOrNull(dueMoment(reading, history)),
    breached_at: instantOrNull(reading.breachedAt),
    fulfilled_at: instantOrNull(reading.fulfilledAt),
    fulfilled_by: reading.fulfilledBy,
    decided_at: instantOrNull(reading.decidedAt),
    pauses_known: metric === 'first_response' || history.hasStatusHistory,
    priority_assumed: !history.hasPriorityHistory,
    explanation: explainSla(reading, metric, history, asOf),
  };
};

/**
 * Where both SLA clocks of a ticket stand at a moment.
 *
 * First response runs from creation to the first public reply by a person, or to the resolution of a ticket that never
 * got one, and is never paused. Resolution runs from creation to the last resolution, pausing while the ticket is pending
 * and between a resolution and its reopening. Equal to the target is met; an open overdue ticket is breached now; a breach
 * is never undone. The support system's own verdict wins over ours. Definitions: Zendesk, Salesforce, Frappe and
 * dbt_zendesk agree on these; Chatwoot counts "equal" as missed, Zammad pauses the first response too.
 *
 * @param ticket - the ticket's facts, its history where known, and the vendor's verdicts
 * @param options - policy, calendar, and the moment; later facts are invisible
 * @returns for each metric the verdict and how it was found
 * @throws InvalidInputError for a calendar that is not valid, and for a target that is not used up within ten years
 * @example
 * assessSla(ticket, { now: '2026-11-23T09:00:00Z' }).resolution.explanation;
 * // '4 h 12 min of 4 h time used; paused 26 h while pending'
 */
export const assessSla = (ticket: TicketRecord, { now, ...terms }: SlaOptions): SlaAssessment => {
  const asOf = epochOf(now);
  const history = ticketHistory(ticket, asOf);
  const readings = readSla(ticket, history, { policy: policyWith(terms), asOf });
  return {
    first_response: describe(readings.first_response, 'first_response', history, asOf),
    resolution: describe(readings.resolution, 'resolution', history, asOf),
  };
};
