import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';
import { type CsatResponse, csatResponses } from './csat-responses.js';
import { type Span, spanAt } from './span.js';
import { type Escalation, ticketEscalations } from './ticket-escalations.js';

/** What happened to a ticket, as far as it was known at one moment. */
export interface TicketHistory {
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** The first public reply by a person; null before it came. */
  repliedAt: number | null;
  statuses: readonly Span<TicketStatus>[];
  /** Whether the source told each status, or only the facts' last one is known. */
  hasStatusHistory: boolean;
  priorities: readonly Span<TicketPriority>[];
  hasPriorityHistory: boolean;
  /** Entries into resolved or closed from open or pending, in order. */
  resolutions: readonly number[];
  /** The first of them, which a source may know without knowing the others. */
  firstResolvedAt: number | null;
  /** Returns from resolved or closed to open or pending, in order. */
  reopenings: readonly number[];
  escalations: readonly Escalation[];
  csatResponses: readonly CsatResponse[];
}

interface Change<Value> {
  at: number;
  from: Value | null;
  to: Value;
  raw: string | null;
}

const NO_MOMENTS: readonly number[] = [];

/**
 * Turns changes into spans from `createdAt` on; what lies before it is clipped, what lies after `asOf` is not seen.
 * Changes of one instant leave empty spans, so that a resolution and a reopening that a coarse clock puts into the same
 * minute both count.
 */
const spansOf = <Value>(
  initial: Pick<Span<Value>, 'value' | 'raw'>,
  changes: readonly Change<Value>[],
  createdAt: number,
  asOf: number,
): Span<Value>[] => {
  let last: Span<Value> = { value: initial.value, raw: initial.raw, from: createdAt, to: Infinity };
  const spans = [last];
  for (const { at, to, raw } of changes) {
    if (at > asOf) break;
    if (to === last.value && (raw === null || raw === last.raw)) continue;
    if (at <= createdAt) {
      last.value = to;
      last.raw = raw;
      continue;
    }
    last.to = at;
    last = { value: to, raw, from: at, to: Infinity };
    spans.push(last);
  }
  return spans;
};

const inOrder = <Value>(changes: Change<Value>[]): Change<Value>[] =>
  changes.length > 1 ? changes.sort((a, b) => a.at - b.at) : changes;

/** What a ticket's events tell of its status and priority, each in the order of time. */
const changesOf = ({
  events,
}: TicketRecord): { statusChanges: Change<TicketStatus>[]; priorityChanges: Change<TicketPriority>[] } => {
  const statusChanges: Change<TicketStatus>[] = [];
  const priorityChanges: Change<TicketPriority>[] = [];
  for (const event of events ?? []) {
    if (event.type === 'status_changed') {
      const { from, to, raw_to = null } = event;
      statusChanges.push({ at: epochOf(event.at), from, to, raw: raw_to });
    } else if (event.type === 'priority_changed') {
      const { from, to } = event;
      priorityChanges.push({ at: epochOf(event.at), from, to, raw: null });
    }
  }
  return { statusChanges: inOrder(statusChanges), priorityChanges: inOrder(priorityChanges) };
};

/** When a ticket that is resolved by its facts came to be so. */
const resolvedAt = ({ resolved_at, closed_at, source_updated_at }: TicketRecord): number =>
  epochOf(resolved_at ?? closed_at ?? source_updated_at);

/** The change to the status of the facts, where the changes told end with another. */
const lastStatusChange = (ticket: TicketRecord, told: Change<TicketStatus> | undefined): Change<TicketStatus> => {
  const at = isUnresolved(ticket.status) ? epochOf(ticket.source_updated_at) : resolvedAt(ticket);
  return {
    at: told ? Math.max(at, told.at) : at,
    from: told?.to ?? 'open',
    to: ticket.status,
    raw: ticket.raw_status ?? null,
  };
};

/**
 * The statuses that a ticket's events tell or, without any, its facts imply: open until it was resolved. A ticket that is
 * pending now, since nobody knows when, counts as pending throughout: its clock is then not held against anyone. Facts
 * that are newer than the events are appended.
 */
const statusSpans = (
  ticket: TicketRecord,
  changes: Change<TicketStatus>[],
  createdAt: number,
  asOf: number,
): Span<TicketStatus>[] => {
  const { status, raw_status = null } = ticket;
  const first = changes[0];
  if (!first && isUnresolved(status)) return spansOf({ value: status, raw: raw_status }, changes, createdAt, asOf);
  const last = changes.at(-1);
  if (last?.to !== status) changes.push(lastStatusChange(ticket, last));
  const initial: TicketStatus = first ? (first.from ?? first.to) : 'open';
  return spansOf({ value: initial, raw: first?.from === null ? first.raw : null }, changes, createdAt, asOf);
};

const prioritySpans = (
  { priority, source_updated_at }: TicketRecord,
  changes: Change<TicketPriority>[],
  createdAt: number,
  asOf: number,
): Span<TicketPriority>[] => {
  const first = changes[0];
  const last = changes.at(-1);
  if (last && last.to !== priority) {
    changes.push({ at: Math.max(epochOf(source_updated_at), last.at), from: last.to, to: priority, raw: null });
  }
  const initial = first ? (first.from ?? first.to) : priority;
  return spansOf({ value: initial, raw: null }, changes, createdAt, asOf);
};

/** The moments at which a ticket came into one side, unresolved or not, from the other. */
const entries = (spans: readonly Span<TicketStatus>[], into: 'resolved' | 'unresolved'): readonly number[] => {
  let moments = NO_MOMENTS as number[];
  let wasUnresolved = true;
  for (const { value, from } of spans) {
    const isNowUnresolved = isUnresolved(value);
    if (isNowUnresolved !== wasUnresolved && isNowUnresolved === (into === 'unresolved')) {
      if (moments === NO_MOMENTS) moments = [];
      moments.push(from);
    }
    wasUnresolved = isNowUnresolved;
  }
  return moments;
};

const seen = (instant: string | null | undefined, asOf: number): number | null => {
  if (instant == null) return null;
  const at = epochOf(instant);
  return at <= asOf ? at : null;
};

/**
 * Replays what is known of a ticket up to a moment. Later facts are invisible.
 *
 * @param asOf - milliseconds since the epoch
 */
export const ticketHistory = (ticket: TicketRecord, asOf: number): TicketHistory => {
  const createdAt = epochOf(ticket.created_at);
  const { statusChanges, priorityChanges } = changesOf(ticket);
  const hasStatusHistory = statusChanges.length > 0;
  const hasPriorityHistory = priorityChanges.length > 0;
  const statuses = statusSpans(ticket, statusChanges, createdAt, asOf);
  const resolutions = entries(statuses, 'resolved');
  const first = resolutions[0] ?? null;
  return {
    createdAt,
    repliedAt: seen(ticket.first_response_at, asOf),
    statuses,
    hasStatusHistory,
    priorities: prioritySpans(ticket, priorityChanges, createdAt, asOf),
    hasPriorityHistory,
    resolutions,
    firstResolvedAt: hasStatusHistory ? first : (seen(ticket.first_resolved_at, asOf) ?? first),
    reopenings: hasStatusHistory ? entries(statuses, 'unresolved') : NO_MOMENTS,
    escalations: ticketEscalations(ticket, { statuses, resolutions }, asOf),
    csatResponses: csatResponses(ticket, asOf),
  };
};

/** A ticket beside its history. */
export interface TicketWithHistory {
  ticket: TicketRecord;
  history: TicketHistory;
}

/** The status a ticket had at a moment; undefined before it was created. */
export const statusAt = ({ statuses }: TicketHistory, at: number): TicketStatus | undefined => spanAt(statuses, at);

/** Says whether a ticket was open or pending at a moment: created then counts, resolved then does not. */
export const isOpenAt = (history: TicketHistory, at: number): boolean => {
  const status = statusAt(history, at);
  return status !== undefined && isUnresolved(status);
};

/** The priority a ticket had at a moment. */
export const priorityAt = ({ priorities }: TicketHistory, at: number): TicketPriority | undefined =>
  spanAt(priorities, at);

/** The last resolution, if the ticket still is resolved; else null. */
export const standingResolution = ({ statuses, resolutions }: TicketHistory): number | null => {
  const last = statuses[statuses.length - 1];
  return last && !isUnresolved(last.value) ? (resolutions[resolutions.length - 1] ?? null) : null;
};

/** Replays tickets as of a moment. Those created later are left out. */
export function* withHistory(tickets: Iterable<TicketRecord>, asOf: number): Generator<TicketWithHistory> {
  for (const ticket of tickets) {
    const history = ticketHistory(ticket, asOf);
    if (history.createdAt <= asOf) yield { ticket, history };
  }
}
