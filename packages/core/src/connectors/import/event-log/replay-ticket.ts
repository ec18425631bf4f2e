import { isUnresolved } from '../../../model/ticket-status.js';
import type { TicketDraft } from '../../../model/support-ticket.js';
import type { TicketEvent } from '../../../model/ticket-event.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { draftTicket } from '../snapshot/draft-ticket.js';
import { importedTicketId } from '../snapshot/ticket-id.js';
import { isRejection, type Rejection, type TicketSnapshot } from '../snapshot/ticket-snapshot.js';
import type { Warn } from '../snapshot/warning-counter.js';
import { byTimeWritten, type LoggedRow } from './logged-row.js';
import { BORN_OPEN, enterStatus, type StatusReplay } from './status-replay.js';
import { type TicketChange, ticketEvents } from './ticket-changes.js';

/** A ticket as its log leaves it, and how it came there. */
export interface ReplayedTicket {
  ticket: TicketDraft;
  events: TicketEvent[];
}

interface Replay {
  createdAt: number;
  known: TicketSnapshot;
  status: StatusReplay;
  isEscalated: boolean;
  changes: TicketChange[];
}

const SLA_METRICS = ['first_response', 'resolution'] as const;

/** A moment that a row names for what it reports, where it can be true; else when the row was written. */
const happenedAt = (named: number | undefined, { createdAt }: Replay, at: number): number =>
  named !== undefined && named >= createdAt && named <= at ? named : at;

/**
 * A row that has a finished ticket open again while the desk's own count of reopenings stands still
 * was written late: it tells an older state.
 */
const isStale = ({ status, reopened_count }: TicketSnapshot, replay: Replay): boolean =>
  status !== undefined &&
  isUnresolved(status) &&
  !isUnresolved(replay.status.status) &&
  reopened_count !== undefined &&
  replay.known.reopened_count !== undefined &&
  reopened_count <= replay.known.reopened_count;

/** Waiting for the requester and being on hold are both pending, but a policy may let only one of them pause the clock. */
const isOtherWait = ({ status, raw_status }: TicketSnapshot, { known }: Replay): boolean =>
  status === 'pending' && raw_status !== undefined && raw_status !== known.raw_status;

const replayStatus = (replay: Replay, row: TicketSnapshot, at: number): void => {
  const { status, raw_status: raw_to } = row;
  const from = replay.status.status;
  if (status === undefined || (status === from && !isOtherWait(row, replay))) return;
  replay.changes.push({ type: 'status_changed', at, from, to: status, raw_to });
  if (status !== from) replay.status = enterStatus(replay.status, status, at);
};

const replayFields = (replay: Replay, { priority, assignee }: TicketSnapshot, at: number): void => {
  const { known, changes, createdAt } = replay;
  if (priority !== undefined && priority !== known.priority) {
    const from = known.priority ?? null;
    changes.push({ type: 'priority_changed', at: from === null ? createdAt : at, from, to: priority });
  }
  if (assignee !== undefined && assignee !== known.assignee)
    changes.push({ type: 'assignee_changed', at, from: known.assignee ?? null, to: assignee });
};

/** Latched: an escalation whose flag is cleared after the ticket was resolved did not end by it. */
const replayEscalation = (replay: Replay, row: TicketSnapshot, at: number): void => {
  const { known, changes } = replay;
  if (row.is_escalated === true && !replay.isEscalated) {
    const since = happenedAt(row.escalated_at, replay, at);
    const reason = row.escalation_reason ?? known.escalation_reason ?? null;
    changes.push({
      type: 'escalated',
      at: since,
      reason,
      level: row.escalation_level ?? known.escalation_level ?? null,
    });
    row.escalated_at = known.escalated_at ?? since;
  }
  if (row.is_escalated === false && replay.isEscalated && isUnresolved(replay.status.status))
    changes.push({ type: 'deescalated', at });
  replay.isEscalated = row.is_escalated ?? replay.isEscalated;
  if (known.is_escalated === true) {
    row.is_escalated = true;
    row.escalated_at = known.escalated_at ?? at;
  }
};

const replayVerdicts = (replay: Replay, row: TicketSnapshot, at: number): void => {
  for (const metric of SLA_METRICS) {
    const isBreached = row[`${metric}_breached`];
    const wasBreached = replay.known[`${metric}_breached`] === true;
    if (isBreached === true && !wasBreached) {
      const since = happenedAt(row[`${metric}_breached_at`], replay, at);
      replay.changes.push({ type: 'sla_breached', at: since, metric });
      row[`${metric}_breached_at`] = since;
    } else if (isBreached === true) {
      row[`${metric}_breached_at`] = replay.known[`${metric}_breached_at`] ?? at;
    } else if (isBreached === false && wasBreached) {
      // The desk took its verdict back, as if it had never been given.
      replay.changes = replay.changes.filter((change) => change.type !== 'sla_breached' || change.metric !== metric);
    }
  }
};

const replaySatisfaction = (replay: Replay, { csat_score, csat_responded_at }: TicketSnapshot, at: number): void => {
  if (csat_score === undefined || csat_score === replay.known.csat_score) return;
  // A log may repeat a final score on early rows; only its own date tells when it was given.
  replay.changes.push({
    type: 'csat_received',
    at: Math.max(csat_responded_at ?? at, replay.createdAt),
    score: csat_score,
  });
};

const replayRow = (replay: Replay, { snapshot, at: writtenAt }: LoggedRow, warn: Warn): void => {
  if (isStale(snapshot, replay)) {
    warn('stale_row', 'status');
    return;
  }
  if (writtenAt < replay.createdAt) warn('before_creation', 'event_at');
  const at = Math.max(writtenAt, replay.createdAt);
  const row = { ...snapshot };
  replayStatus(replay, row, at);
  replayFields(replay, row, at);
  replayEscalation(replay, row, at);
  replayVerdicts(replay, row, at);
  replaySatisfaction(replay, row, at);
  // The word belongs to the status: an unknown one leaves both as they were.
  const raw_status = row.status === undefined ? replay.known.raw_status : row.raw_status;
  replay.known = { ...replay.known, ...row, ...(raw_status !== undefined && { raw_status }) };
};

/** A ticket is born open, unless its log begins with its creation and says otherwise. */
const startOf = (first: LoggedRow | undefined, createdAt: number, external_id: string): Replay => {
  const born = first !== undefined && first.at <= createdAt ? first.snapshot : undefined;
  const to = born?.status ?? 'open';
  const raw_to = born?.status && born.raw_status;
  return {
    createdAt,
    known: { external_id, ...(raw_to !== undefined && { raw_status: raw_to }) },
    status: to === 'open' ? BORN_OPEN : enterStatus(BORN_OPEN, to, createdAt),
    isEscalated: false,
    changes: [{ type: 'status_changed', at: createdAt, from: null, to, raw_to }],
  };
};

/**
 * Replays the rows of one ticket in the order in which they were written: history becomes events,
 * what is known after the last row becomes the ticket.
 *
 * A row tells what was known when it was written, so no later value leaks into earlier history. An
 * absent value is unknown, and leaves what was known.
 *
 * @param rows every row of one ticket, in any order
 * @returns the ticket and its events in order of time, with ids that another reading gives again; or why it is no ticket
 */
export const replayTicket = (
  rows: readonly LoggedRow[],
  { mapping, warn }: { mapping: ImportMapping; warn: Warn },
): ReplayedTicket | Rejection => {
  const ordered = rows.toSorted(byTimeWritten);
  const createdAt = ordered.findLast(({ snapshot }) => snapshot.created_at !== undefined)?.snapshot.created_at;
  const external_id = ordered[0]?.external_id;
  if (createdAt === undefined || external_id === undefined)
    return { field: 'created_at', reason: 'required, but no row of the ticket has one' };
  const replay = startOf(ordered[0], createdAt, external_id);
  for (const row of ordered) replayRow(replay, row, warn);

  const { known, status, isEscalated, changes } = replay;
  if (known.reopened_count !== undefined && known.reopened_count !== status.reopened_count)
    warn('reopened_count_differs', 'reopened_count');
  const history = { ...status, is_deescalated: !isEscalated };
  const ticket = draftTicket({ ...known, created_at: createdAt }, { mapping, warn, history });
  if (isRejection(ticket)) return ticket;
  return { ticket, events: ticketEvents(importedTicketId(mapping.instance, external_id), changes) };
};
