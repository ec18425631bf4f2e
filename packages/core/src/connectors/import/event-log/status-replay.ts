import { isUnresolved, type TicketStatus } from '../../../model/ticket-status.js';
import type { TicketHistoryFacts } from '../snapshot/history-facts.js';

/** Where the replay of one ticket's status stands. */
export type StatusReplay = Readonly<Omit<TicketHistoryFacts, 'is_deescalated'>>;

/** A ticket as it is born: open. */
export const BORN_OPEN: StatusReplay = {
  status: 'open',
  resolved_at: null,
  first_resolved_at: null,
  closed_at: null,
  reopened_count: 0,
};

/**
 * Moves a ticket to another status. Resolved to closed moves no resolution; back to open or pending
 * is a reopening, and takes the resolution away.
 *
 * @param at milliseconds since the epoch
 */
export const enterStatus = (replay: StatusReplay, status: TicketStatus, at: number): StatusReplay => {
  const wasUnresolved = isUnresolved(replay.status);
  if (isUnresolved(status)) {
    const reopened_count = replay.reopened_count + (wasUnresolved ? 0 : 1);
    return { ...replay, status, reopened_count, resolved_at: null, closed_at: null };
  }
  return {
    ...replay,
    status,
    resolved_at: wasUnresolved ? at : replay.resolved_at,
    first_resolved_at: replay.first_resolved_at ?? at,
    closed_at: status === 'closed' ? at : null,
  };
};
