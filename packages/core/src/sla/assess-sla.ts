import { type TicketHistory, standingResolution } from '../history/ticket-history.js';
import type { MetricAssessment, SlaAssessment } from '../model/sla-assessment.js';
import type { SlaPolicy } from '../model/sla-policy.js';
import type { SlaMetric, SlaStatus } from '../model/sla-status.js';
import type { TicketRecord, VendorVerdict } from '../model/support-ticket.js';
import { type BusinessClock, dueAt, elapsedBusinessTime } from '../time/business-time.js';
import { epochOf, HOUR_MS, instantOf } from '../time/instant.js';
import type { TimeRange } from '../time/time-range.js';

/** What stops a clock, and which time it leaves out. */
interface Course {
  fulfilledAt: number | null;
  fulfilledBy: SlaMetric | null;
  isPaused: boolean;
  pauses: TimeRange[];
}

interface Situation {
  history: TicketHistory;
  policy: SlaPolicy;
  asOf: number;
  metric: SlaMetric;
  course: Course;
  clock: BusinessClock;
  /** When the support system last said anything of the ticket. */
  lastWord: number;
}

/** The first public reply by a person, or the first resolution where there was none; never paused. */
const firstResponseCourse = (ticket: TicketRecord, history: TicketHistory, asOf: number): Course => {
  const reply = ticket.first_response_at ? epochOf(ticket.first_response_at) : null;
  const isReplied = reply !== null && reply > history.createdAt && reply <= asOf;
  const fulfilledAt = isReplied ? reply : (history.resolutions[0] ?? null);
  return {
    fulfilledAt,
    fulfilledBy: isReplied ? 'first_response' : fulfilledAt === null ? null : 'resolution',
    isPaused: false,
    pauses: [],
  };
};

/** The last resolution; paused while pending, and between a resolution and its reopening. */
const resolutionCourse = (history: TicketHistory): Course => {
  const fulfilledAt = standingResolution(history);
  const pauses = history.statuses.filter(
    ({ value, from }) => value !== 'open' && (fulfilledAt === null || from < fulfilledAt),
  );
  return {
    fulfilledAt,
    fulfilledBy: fulfilledAt === null ? null : 'resolution',
    isPaused: history.statuses.at(-1)?.value === 'pending',
    pauses,
  };
};

const targetHours = ({ targets }: SlaPolicy, metric: SlaMetric, priority: keyof SlaPolicy['targets']): number | null =>
  targets[priority][metric === 'first_response' ? 'first_response_hours' : 'resolution_hours'];

const elapsedUntil = ({ history, clock }: Situation, to: number): number =>
  elapsedBusinessTime(clock, { from: history.createdAt, to });

/**
 * When the time used first exceeded the target in force. The target follows the priority of each
 * moment while the clock runs from creation, so raising the priority past the time already used
 * breaches at the change.
 */
const breachedAt = (situation: Situation): number | null => {
  const { history, policy, metric, clock, course, asOf } = situation;
  const stop = course.fulfilledAt ?? asOf;
  for (const { value, from, to } of history.priorities) {
    const target = targetHours(policy, metric, value);
    const end = Math.min(to, stop);
    if (target !== null && from < to && elapsedUntil(situation, end) > target * HOUR_MS) {
      return Math.max(from, dueAt(clock, history.createdAt, target * HOUR_MS));
    }
    if (to >= stop) break;
  }
  return null;
};

/**
 * When the vendor breached the target, as far as that was known at the moment; null while it has not. A vendor that gives
 * no time is taken to have breached when the target was used up, else when the clock stopped, else at its last word.
 */
const vendorBreach = (
  { is_breached, breached_at, due_at }: VendorVerdict,
  { asOf, course, lastWord }: Situation,
  computedBreach: number | null,
): number | null => {
  if (!is_breached) return null;
  const stated = breached_at ?? due_at;
  const at = stated ? epochOf(stated) : (computedBreach ?? course.fulfilledAt ?? lastWord);
  return at <= asOf ? at : null;
};

const statusOf = (
  { course, policy }: Situation,
  breach: number | null,
  target: number | null,
  hasVerdict: boolean,
  elapsed: number,
): SlaStatus => {
  if (target === null && !hasVerdict) return 'not_applicable';
  if (breach !== null) return 'breached';
  if (course.fulfilledAt !== null) return 'met';
  if (course.isPaused) return 'paused';
  if (target !== null && elapsed >= policy.at_risk_ratio * target * HOUR_MS) return 'at_risk';
  return 'pending';
};

const dueInstant = (situation: Situation, target: number | null): number | null =>
  target === null || (situation.course.isPaused && situation.course.fulfilledAt === null)
    ? null
    : dueAt(situation.clock, situation.history.createdAt, target * HOUR_MS);

const assessMetric = (situation: Situation, vendor: VendorVerdict | undefined): MetricAssessment => {
  const { history, policy, metric, course, asOf } = situation;
  const priority = history.priorities.at(-1)?.value ?? 'medium';
  const target = targetHours(policy, metric, priority);
  const elapsed = elapsedUntil(situation, course.fulfilledAt ?? asOf);
  const computed = breachedAt(situation);
  const breach = vendor ? vendorBreach(vendor, situation, computed) : computed;
  const status = statusOf(situation, breach, target, vendor !== undefined, elapsed);
  const decided = status === 'breached' ? breach : status === 'met' ? course.fulfilledAt : null;
  const due = dueInstant(situation, target);
  return {
    status,
    target_hours: target,
    elapsed_hours: elapsed / HOUR_MS,
    due_at: vendor?.due_at ?? (due === null ? null : instantOf(due)),
    fulfilled_at: course.fulfilledAt === null ? null : instantOf(course.fulfilledAt),
    fulfilled_by: course.fulfilledBy,
    decided_at: decided === null ? null : instantOf(decided),
    source: vendor ? 'vendor' : 'computed',
  };
};

/**
 * Where both SLA clocks of a ticket stand at a moment.
 *
 * First response runs from creation to the first public reply by a person, or to the resolution of
 * a ticket that never got one, and is never paused. Resolution runs from creation to the last
 * resolution, pausing while the ticket is pending and between a resolution and its reopening. Equal
 * to the target is met; an open overdue ticket is breached now; a breach is never undone. The
 * support system's own verdict wins over ours. Definitions: Zendesk, Salesforce, Frappe and
 * dbt_zendesk agree on these; Chatwoot counts "equal" as missed.
 *
 * @param ticket - the ticket's facts and the vendor's verdicts
 * @param options.history - the ticket's history up to `asOf`
 * @param options.asOf - milliseconds since the epoch
 */
export const assessSla = (
  ticket: TicketRecord,
  { history, policy, asOf }: { history: TicketHistory; policy: SlaPolicy; asOf: number },
): SlaAssessment => {
  const assess = (metric: SlaMetric, course: Course): MetricAssessment => {
    const clock = { calendar: policy.calendar ?? null, pauses: course.pauses };
    const vendor = ticket.vendor_sla?.[metric];
    const lastWord = epochOf(ticket.source_updated_at);
    return assessMetric({ history, policy, asOf, metric, course, clock, lastWord }, vendor);
  };
  return {
    first_response: assess('first_response', firstResponseCourse(ticket, history, asOf)),
    resolution: assess('resolution', resolutionCourse(history)),
  };
};
