import type { Span } from '../history/span.js';
import { priorityAt, standingResolution, type TicketHistory } from '../history/ticket-history.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { BusinessCalendar } from '../model/business-calendar.js';
import type { SlaPolicy } from '../model/sla-policy.js';
import type { SlaMetric, SlaSource, SlaStatus } from '../model/sla-status.js';
import type { TicketRecord, VendorVerdict } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { type BusinessClock, dueAt, elapsedBusinessTime } from '../time/business-time.js';
import { epochOf, HOUR_MS, instantOf } from '../time/instant.js';

/** What the clocks of a ticket are held against. */
export interface SlaTerms {
  policy: SlaPolicy;
  /** Milliseconds since the epoch. */
  asOf: number;
}

/** What stops a clock, and which time it leaves out. */
interface Course {
  fulfilledAt: number | null;
  fulfilledBy: SlaMetric | null;
  isPaused: boolean;
  /** The stretches of time that are left out, with the status through which each lasted. */
  pauses: readonly Span<TicketStatus>[];
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

const NO_PAUSES: readonly Span<TicketStatus>[] = [];

const HOLD = /^on[-_ ]?hold$|^hold$/i;

/**
 * The first public reply by a person, or the first resolution where there was none; never paused. A reply at or before
 * the creation is none.
 */
const firstResponseCourse = ({ repliedAt, createdAt, resolutions }: TicketHistory): Course => {
  const reply = repliedAt !== null && repliedAt > createdAt ? repliedAt : null;
  const fulfilledAt = reply ?? resolutions[0] ?? null;
  return {
    fulfilledAt,
    fulfilledBy: reply !== null ? 'first_response' : fulfilledAt === null ? null : 'resolution',
    isPaused: false,
    pauses: NO_PAUSES,
  };
};

const isPausing = ({ value, raw }: Span<TicketStatus>, policy: SlaPolicy): boolean => {
  if (!isUnresolved(value)) return true;
  if (value === 'open') return false;
  return raw !== null && HOLD.test(raw) ? policy.pause_on_hold !== false : policy.pause_on_pending !== false;
};

/** The last resolution; paused while pending, and between a resolution and its reopening. */
const resolutionCourse = (history: TicketHistory, policy: SlaPolicy): Course => {
  const { statuses } = history;
  const fulfilledAt = standingResolution(history);
  const last = statuses[statuses.length - 1];
  const isPause = (span: Span<TicketStatus>): boolean =>
    span.from < (fulfilledAt ?? Infinity) && isPausing(span, policy);
  return {
    fulfilledAt,
    fulfilledBy: fulfilledAt === null ? null : 'resolution',
    isPaused: fulfilledAt === null && last !== undefined && isPausing(last, policy),
    pauses: statuses.some(isPause) ? statuses.filter(isPause) : NO_PAUSES,
  };
};

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

/** The vendor's word on a metric: its verdict, or that an event of the history tells of a breach. */
const vendorVerdictOf = (ticket: TicketRecord, metric: SlaMetric, asOf: number): VendorVerdict | undefined => {
  const verdict = ticket.vendor_sla?.[metric];
  if (!ticket.events || verdict?.breached_at) return verdict;
  const moments = ticket.events
    .filter((event) => event.type === 'sla_breached' && event.metric === metric)
    .map(({ at }) => epochOf(at));
  const first = Math.min(...moments);
  return first <= asOf ? { ...verdict, is_breached: true, breached_at: instantOf(first) } : verdict;
};

/**
 * When the vendor breached the target, as far as that was known at the moment; null while it has not. A vendor that gives
 * no time is taken to have breached when the target was used up, else when the clock stopped, else at its last word; never
 * after the clock stopped.
 */
const vendorBreach = (
  { is_breached, breached_at, due_at }: VendorVerdict,
  computed: number | null,
  { fulfilledAt }: Course,
  { source_updated_at }: TicketRecord,
  asOf: number,
): number | null => {
  if (!is_breached) return null;
  const stated = breached_at ?? due_at;
  const told = stated ? epochOf(stated) : (computed ?? fulfilledAt ?? epochOf(source_updated_at));
  const at = Math.min(told, fulfilledAt ?? Infinity);
  return at <= asOf ? at : null;
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
  const { createdAt, priorities } = history;
  const course = metric === 'first_response' ? firstResponseCourse(history) : resolutionCourse(history, policy);
  const { fulfilledAt, pauses } = course;
  const priority = priorityAt(history, Math.max(createdAt, fulfilledAt ?? asOf)) ?? ticket.priority;
  const isUnknown = metric === 'first_response' && isReplyUnknown(ticket, history);
  const target = isUnknown ? null : targetOf(policy, metric, priority);
  const clock = { calendar: calendarOf(policy, priority), pauses };
  const elapsed = elapsedBusinessTime(clock, { from: createdAt, to: fulfilledAt ?? asOf });
  // With one priority throughout, the end of the clock tells whether it was ever over.
  const mayBeOver = priorities.length > 1 || (target !== null && elapsed > target);
  const computed = mayBeOver && !isUnknown ? computedBreach(history, metric, course, terms) : null;
  const computedVerdict =
    target === null && computed === null ? 'not_applicable' : verdictOf(computed, course, { elapsed, target, policy });
  const vendor = ticket.vendor_sla || ticket.events ? vendorVerdictOf(ticket, metric, asOf) : undefined;
  const vendorDueAt = vendor?.due_at ? epochOf(vendor.due_at) : null;
  const breachedAt = vendor ? vendorBreach(vendor, computed, course, ticket, asOf) : computed;
  const allowance =
    vendorDueAt === null ? target : elapsedBusinessTime(clock, { from: createdAt, to: vendorDueAt }) || target;
  const verdict = vendor ? verdictOf(breachedAt, course, { elapsed, target: allowance, policy }) : computedVerdict;
  return {
    verdict,
    computedVerdict,
    source: vendor ? 'vendor' : 'computed',
    clock,
    target,
    elapsed,
    breachedAt,
    decidedAt: verdict === 'breached' ? breachedAt : verdict === 'met' ? fulfilledAt : null,
    vendorDueAt,
    fulfilledAt,
    fulfilledBy: course.fulfilledBy,
    isPaused: course.isPaused,
    pauses,
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
