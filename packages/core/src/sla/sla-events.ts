import type { SlaMetric } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { epochOf, HOUR_MS } from '../time/instant.js';

/** What a ticket's events tell of one SLA metric up to a moment; moments and durations in milliseconds. */
export interface SlaEvents {
  /** Whether the support system applied a target. Without one its clock runs all the same, and a stop means nothing. */
  isApplied: boolean;
  /** The target applied last. */
  target: number | null;
  /** The first breach that was not withdrawn. */
  breachedAt: number | null;
  /** The same, seen or still to come: a breach that lies ahead is the support system's forecast. */
  dueAt: number | null;
  fulfilments: readonly number[];
}

const NONE: SlaEvents = { isApplied: false, target: null, breachedAt: null, dueAt: null, fulfilments: [] };

/** Collects the SLA events of one metric, in whatever order they come. */
export const slaEvents = ({ events }: TicketRecord, metric: SlaMetric, asOf: number): SlaEvents => {
  if (!events) return NONE;
  let appliedAt: number | null = null;
  let target: number | null = null;
  let dueAt: number | null = null;
  let fulfilments: number[] | null = null;
  for (const event of events) {
    if (!('metric' in event) || event.metric !== metric) continue;
    const at = epochOf(event.at);
    if (event.type === 'sla_breached') {
      if (event.is_withdrawn !== true) dueAt = Math.min(at, dueAt ?? at);
    } else if (at > asOf) {
      continue;
    } else if (event.type === 'sla_fulfilled') {
      (fulfilments ??= []).push(at);
    } else if (appliedAt === null || at >= appliedAt) {
      appliedAt = at;
      target = event.target_hours == null ? null : event.target_hours * HOUR_MS;
    }
  }
  const isApplied = appliedAt !== null;
  if (!isApplied && dueAt === null) return NONE;
  return {
    isApplied,
    target,
    breachedAt: dueAt !== null && dueAt <= asOf ? dueAt : null,
    dueAt: isApplied ? dueAt : null,
    fulfilments: (isApplied && fulfilments) || NONE.fulfilments,
  };
};
