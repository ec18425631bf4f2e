import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import { isUnresolved, type TicketStatus } from '../model/ticket-status.js';
import { epochOf } from '../time/instant.js';
import type { TimeRange } from '../time/time-range.js';

/** A value and the time through which it held; the last one's `to` is infinite. */
export interface Span<Value> extends TimeRange {
  value: Value;
}

/** What happened to a ticket, as far as it was known at one moment. */
export interface TicketHistory {
  /** Milliseconds since the epoch. */
  createdAt: number;
  statuses: Span<TicketStatus>[];
  priorities: Span<TicketPriority>[];
  /** Entries into resolved or closed from open or pending, in order. */
  resolutions: number[];
  /** Returns from resolved or closed to open or pending, in order. */
  reopenings: number[];
}

interface Change<Value> {
  at: number;
  from: Value | null;
  to: Value;
}

/**
 * Turns changes into spans from `createdAt` on; what lies before it is clipped. Changes of one instant leave empty
 * spans, so that a resolution and a reopening that a coarse clock puts into the same minute both count.
 */
const spansOf = <Value>(initial: Value, changes: readonly Change<Value>[], createdAt: number): Span<Value>[] => {
  const spans: Span<Value>[] = [{ value: initial, from: createdAt, to: Infinity }];
  for (const { at, to } of changes) {
    const last = spans.at(-1);
    if (!last || to === last.value) continue;
    if (at <= createdAt) {
      last.value = to;
      continue;
    }
    last.to = at;
    spans.push({ value: to, from: at, to: Infinity });
  }
  return spans;
};

const inOrder = <Value>(changes: Change<Value>[]): Change<Value>[] => changes.sort((a, b) => a.at - b.at);

const statusEvents = ({ events = [] }: TicketRecord): Change<TicketStatus>[] =>
  inOrder(
    events.flatMap((event) =>
      event.type === 'status_changed' ? [{ at: epochOf(event.at), from: event.from, to: event.to }] : [],
    ),
  );

const priorityEvents = ({ events = [] }: TicketRecord): Change<TicketPriority>[] =>
  inOrder(
    events.flatMap((event) =>
      event.type === 'priority_changed' ? [{ at: epochOf(event.at), from: event.from, to: event.to }] : [],
    ),
  );

/** When a ticket that is resolved by its facts came to be so. */
const resolvedAt = ({ resolved_at, closed_at, source_updated_at }: TicketRecord): number =>
  epochOf(resolved_at ?? closed_at ?? source_updated_at);

/**
 * The status changes that a ticket's events tell or, without any, its facts imply: open until it
 * was resolved. A ticket that is pending now, since nobody knows when, counts as pending throughout:
 * its clock is then not held against anyone. Facts that are newer than the events are appended.
 */
const statusChanges = (ticket: TicketRecord): Change<TicketStatus>[] => {
  const changes = statusEvents(ticket);
  const known = changes.at(-1)?.to ?? (ticket.status === 'pending' ? 'pending' : 'open');
  if (changes.length === 0) changes.push({ at: -Infinity, from: null, to: known });
  if (known === ticket.status) return changes;
  const at = isUnresolved(ticket.status) ? epochOf(ticket.source_updated_at) : resolvedAt(ticket);
  changes.push({ at: Math.max(at, changes.at(-1)?.at ?? at), from: known, to: ticket.status });
  return changes;
};

const priorityChanges = (ticket: TicketRecord): Change<TicketPriority>[] => {
  const changes = priorityEvents(ticket);
  const known = changes.at(-1)?.to;
  if (known === undefined) return [{ at: -Infinity, from: null, to: ticket.priority }];
  if (known === ticket.priority) return changes;
  return [...changes, { at: epochOf(ticket.source_updated_at), from: known, to: ticket.priority }];
};

const upTo = <Value>(changes: Change<Value>[], asOf: number): Change<Value>[] => changes.filter(({ at }) => at <= asOf);

const startingWith = <Value>(changes: readonly Change<Value>[], fallback: Value): Value =>
  changes[0]?.from ?? changes[0]?.to ?? fallback;

/**
 * Replays what is known of a ticket up to a moment. Later facts are invisible.
 *
 * @param asOf - milliseconds since the epoch
 */
export const ticketHistory = (ticket: TicketRecord, asOf: number): TicketHistory => {
  const createdAt = epochOf(ticket.created_at);
  const status = statusChanges(ticket);
  const priority = priorityChanges(ticket);
  const statuses = spansOf(startingWith(status, ticket.status), upTo(status, asOf), createdAt);
  const resolutions: number[] = [];
  const reopenings: number[] = [];
  statuses.forEach(({ value, from }, index) => {
    const before = statuses[index - 1];
    const wasUnresolved = !before || isUnresolved(before.value);
    if (wasUnresolved && !isUnresolved(value)) resolutions.push(from);
    if (!wasUnresolved && isUnresolved(value)) reopenings.push(from);
  });
  return {
    createdAt,
    statuses,
    priorities: spansOf(startingWith(priority, ticket.priority), upTo(priority, asOf), createdAt),
    resolutions,
    reopenings,
  };
};

/** A ticket beside its history. */
export interface TicketWithHistory {
  ticket: TicketRecord;
  history: TicketHistory;
}

/** The status a ticket had at a moment; undefined before it was created. */
export const statusAt = ({ statuses }: TicketHistory, at: number): TicketStatus | undefined =>
  statuses.findLast(({ from }) => from <= at)?.value;

/** Says whether a ticket was open or pending at a moment: created then counts, resolved then does not. */
export const isOpenAt = (history: TicketHistory, at: number): boolean => {
  const status = statusAt(history, at);
  return status !== undefined && isUnresolved(status);
};

/** The priority a ticket had at a moment. */
export const priorityAt = ({ priorities }: TicketHistory, at: number): TicketPriority | undefined =>
  priorities.findLast(({ from }) => from <= at)?.value;

/** The last resolution, if the ticket still is resolved; else null. */
export const standingResolution = ({ statuses, resolutions }: TicketHistory): number | null => {
  const last = statuses.at(-1);
  return last && !isUnresolved(last.value) ? (resolutions.at(-1) ?? null) : null;
};
