import { priorityAt, type TicketHistory } from '../history/ticket-history.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { BusinessCalendar } from '../model/business-calendar.js';
import type { SlaPolicy } from '../model/sla-policy.js';
import type { SlaMetric, SlaSource, SlaStatus } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { type BusinessClock, dueAt, elapsedBusinessTime } from '../time/business-time.js';
import { HOUR_MS } from '../time/instant.js';
import { type Course, courseOf } from './sla-course.js';
import { slaEvents } from './sla-events.js';
import { readVendor } from './vendor-verdict.js';

/** What the clocks of a ticket are held against. */
export interface SlaTerms {
  policy: SlaPolicy;
  /** Milliseconds since the epoch. */
  asOf: number;
}

/** Where one clock of one ticket stands; moments and durations in milliseconds. */
export interface SlaReading extends Course {
  verdict: SlaStatus;
  computedVerdict: SlaStatus;
  source: SlaSource;
  clock: BusinessClock;
  target: number | null;
  elapsed: number;
  breachedAt: number | null;
  decidedAt: number | null;
  /** When the support system says that the target is used up. */
  vendorDueAt: number | null;
}

/** Both clocks of a ticket. */
export type SlaReadings = Record<SlaMetric, SlaReading>;

/** The time from creation to the first resolution, pauses taken off; 0 without one. */
export const firstResolutionTime = ({ createdAt, firstResolvedAt }: TicketHistory, { clock }: SlaReading): number =>
  elapsedBusinessTime(clock, { from: createdAt, to: firstResolvedAt ?? createdAt });

const targetOf = (policy: SlaPolicy, metric: SlaMetric, priority: TicketPriority): number | null => {
  const target = policy.targets[priority];
  const hours = metric === 'first_response' ? target.first_response_hours : target.resolution_hours;
  if (hours === null) return null;
  if (hours > 0) return hours * HOUR_MS;
  throw new InvalidInputError('SLA policy', [
    { path: `targets.${priority}.${metric}_hours`, message: 'expected a target above 0 hours, or null for no target' },
  ]);
};

const calendarOf = ({ calendar, targets }: SlaPolicy, priority: TicketPriority): BusinessCalendar | null =>
  targets[priority].business_hours === false ? null : (calendar ?? null);

/**
 * When a target was first exceeded: the start of the second that is one too many. Where the target is used up at closing
 * time or at the start of a pause, that is when the clock goes on.
 */
const firstOvershoot = (clock: BusinessClock, createdAt: number, target: number): number =>
  dueAt(clock, createdAt, Math.floor(target / 1000) * 1000 + 1000) - 1000;

/**
 * When the time used first exceeded the target in force. The target follows the priority of each moment while the clock
 * runs from creation, so raising the priority past the time already used breaches at the change.
 */
const computedBreach = (
  { createdAt, priorities }: TicketHistory,
  metric: SlaMetric,
  { pauses, fulfilledAt }: Course,
  { policy, asOf }: SlaTerms,
): number | null => {
  const stop = fulfilledAt ?? asOf;
  for (const { value, from, to } of priorities) {
    const target = targetOf(policy, metric, value);
    const clock = { calendar: calendarOf(policy, value), pauses };
    if (
      target !== null &&
      from < to &&
      elapsedBusinessTime(clock, { from: createdAt, to: Math.min(to, stop) }) > target
    ) {
      return Math.max(from, firstOvershoot(clock, createdAt, target));
    }
    if (to >= stop) break;
  }
  return null;
};

const isAtRisk = (elapsed: number, target: number | null, { at_risk_ratio, at_risk_within_minutes }: SlaPolicy) =>
  target !== null &&
  (elapsed >= at_risk_ratio * target ||
    (at_risk_within_minutes !== undefined && target - elapsed <= at_risk_within_minutes * 60_000));

const verdictOf = (
  breach: number | null,
  { fulfilledAt, isPaused }: Course,
  { elapsed, target, policy }: { elapsed: number; target: number | null; policy: SlaPolicy },
): SlaStatus => {
  if (breach !== null) return 'breached';
  if (fulfilledAt !== null) return 'met';
  if (isPaused) return 'paused';
  return isAtRisk(elapsed, target, policy) ? 'at_risk' : 'pending';
};

/** An agent's opening message is no reply, and this source did not tell the next one. */
const isReplyUnknown = ({ opened_by }: TicketRecord, { repliedAt, createdAt }: TicketHistory): boolean =>
  opened_by === 'agent' && repliedAt !== null && repliedAt <= createdAt;

const readClock = (ticket: TicketRecord, history: TicketHistory, metric: SlaMetric, terms: SlaTerms): SlaReading => {
  const { policy, asOf } = terms;
  const { createdAt, priorities, statuses } = history;
  const events = slaEvents(ticket, metric, asOf);
  const course = courseOf(ticket, history, metric, { policy, told: events.fulfilments });
  const { fulfilledAt, pauses } = course;
  const priority = priorityAt(history, Math.max(createdAt, fulfilledAt ?? asOf)) ?? ticket.priority;
  const isUnknown = metric === 'first_response' && isReplyUnknown(ticket, history);
  const ownTarget = isUnknown ? null : targetOf(policy, metric, priority);
  const clock = { calendar: calendarOf(policy, priority), pauses };
  const elapsed = elapsedBusinessTime(clock, { from: createdAt, to: fulfilledAt ?? asOf });
  // With one priority throughout, the end of the clock tells whether it was ever over.
  const mayBeOver = priorities.length > 1 || (ownTarget !== null && elapsed > ownTarget);
  const computed = mayBeOver && !isUnknown ? computedBreach(history, metric, course, terms) : null;
  const computedVerdict =
    ownTarget === null && computed === null
      ? 'not_applicable'
      : verdictOf(computed, course, { elapsed, target: ownTarget, policy });
  const isWaiting = statuses[statuses.length - 1]?.value === 'pending';
  const vendor = readVendor(ticket, metric, { events, course, computed, isWaiting, isReplyUnknown: isUnknown, asOf });
  const target = vendor?.target ?? ownTarget;
  const vendorDueAt = vendor?.dueAt ?? null;
  const breachedAt = vendor ? vendor.breachedAt : computed;
  const allowance =
    vendorDueAt === null ? target : elapsedBusinessTime(clock, { from: createdAt, to: vendorDueAt }) || target;
  const verdict = vendor ? verdictOf(breachedAt, course, { elapsed, target: allowance, policy }) : computedVerdict;
  return {
    ...course,
    verdict,
    computedVerdict,
    source: vendor ? 'vendor' : 'computed',
    clock,
    target,
    elapsed,
    breachedAt,
    decidedAt: verdict === 'breached' ? breachedAt : verdict === 'met' ? fulfilledAt : null,
    vendorDueAt,
  };
};

/** Reads both clocks of a ticket; `history` is the ticket's up to `terms.asOf`. */
export const readSla = (ticket: TicketRecord, history: TicketHistory, terms: SlaTerms): SlaReadings => ({
  first_response: readClock(ticket, history, 'first_response', terms),
  resolution: readClock(ticket, history, 'resolution', terms),
});

/** When the target is used up, by the support system's word or ours; null while paused or where none applies. */
export const dueMoment = (
  { isPaused, vendorDueAt, target, clock }: SlaReading,
  { createdAt }: TicketHistory,
): number | null => {
  if (isPaused) return null;
  return vendorDueAt ?? (target === null ? null : dueAt(clock, createdAt, target));
};

/** Time left to the target, or up to the event; below 0 by how much it was exceeded. */
export const remainingTime = (reading: SlaReading, asOf: number): number | null => {
  const { vendorDueAt, clock, target, elapsed, fulfilledAt } = reading;
  if (vendorDueAt === null) return target === null ? null : target - elapsed;
  const until = fulfilledAt ?? asOf;
  return until <= vendorDueAt
    ? elapsedBusinessTime(clock, { from: until, to: vendorDueAt })
    : -elapsedBusinessTime(clock, { from: vendorDueAt, to: until });
};
