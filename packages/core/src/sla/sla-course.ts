import type { Span } from '../history/span.js';
import { standingResolution, type TicketHistory } from '../history/ticket-history.js';
import type { SlaPolicy } from '../model/sla-policy.js';
import type { SlaMetric } from '../model/sla-status.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';

/** What stops a clock, and which time it leaves out. */
export interface Course {
  fulfilledAt: number | null;
  fulfilledBy: SlaMetric | null;
  isPaused: boolean;
  /** The stretches of time that are left out, with the status through which each lasted. */
  pauses: readonly Span<TicketStatus>[];
}

const NO_PAUSES: readonly Span<TicketStatus>[] = [];

const HOLD = /^on[-_ ]?hold$|^hold$/i;

/** The first reply, by the ticket's facts or the support system's events; one at or before the creation is none. */
const firstReply = ({ repliedAt, createdAt }: TicketHistory, told: readonly number[]): number | null => {
  let reply = repliedAt !== null && repliedAt > createdAt ? repliedAt : null;
  for (const at of told) if (at > createdAt && (reply === null || at < reply)) reply = at;
  return reply;
};

/** The first public reply by a person, or the first resolution where there was none; never paused. */
const firstResponseCourse = (history: TicketHistory, told: readonly number[]): Course => {
  const reply = firstReply(history, told);
  const fulfilledAt = reply ?? history.resolutions[0] ?? null;
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

/**
 * The last resolution that a support system tells although the ticket's facts do not, unless the ticket was reopened since:
 * by its history or, without one, by facts that are newer and say that it is open.
 */
const toldResolution = (
  told: readonly number[],
  { reopenings, hasStatusHistory }: TicketHistory,
  { source_updated_at }: TicketRecord,
): number | null => {
  if (told.length === 0) return null;
  const last = Math.max(...told);
  const isReopened = hasStatusHistory ? reopenings.some((at) => at >= last) : last < epochOf(source_updated_at);
  return isReopened ? null : last;
};

/** A wait that the support system ended by a resolution, although the ticket's facts have it go on. */
const endedBy = (span: Span<TicketStatus>, end: number): Span<TicketStatus> =>
  span.to > end ? { ...span, to: end } : span;

/** The last resolution; paused while pending, and between a resolution and its reopening. */
const resolutionCourse = (
  ticket: TicketRecord,
  history: TicketHistory,
  policy: SlaPolicy,
  told: readonly number[],
): Course => {
  const { statuses } = history;
  const fulfilledAt = standingResolution(history) ?? toldResolution(told, history, ticket);
  const last = statuses[statuses.length - 1];
  const end = fulfilledAt ?? Infinity;
  const isPause = (span: Span<TicketStatus>): boolean => span.from < end && isPausing(span, policy);
  return {
    fulfilledAt,
    fulfilledBy: fulfilledAt === null ? null : 'resolution',
    isPaused: fulfilledAt === null && last !== undefined && isPausing(last, policy),
    pauses: statuses.some(isPause) ? statuses.filter(isPause).map((span) => endedBy(span, end)) : NO_PAUSES,
  };
};

/**
 * The course of one clock of a ticket.
 *
 * @param told - when the support system says that the target was fulfilled
 */
export const courseOf = (
  ticket: TicketRecord,
  history: TicketHistory,
  metric: SlaMetric,
  { policy, told }: { policy: SlaPolicy; told: readonly number[] },
): Course =>
  metric === 'first_response' ? firstResponseCourse(history, told) : resolutionCourse(ticket, history, policy, told);
