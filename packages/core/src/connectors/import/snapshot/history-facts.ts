import { isUnresolved, type TicketStatus } from '../../../model/ticket-status.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import type { TicketSnapshot } from './ticket-snapshot.js';
import type { Warn } from './warning-counter.js';

/** What only a history tells; without one it follows from the snapshot. */
export interface TicketHistoryFacts {
  status: TicketStatus;
  resolved_at: number | null;
  first_resolved_at: number | null;
  closed_at: number | null;
  reopened_count: number;
  /** Whether the last escalation was taken back before the ticket was resolved. */
  is_deescalated: boolean;
}

const impliedStatus = ({ closed_at, resolved_at }: TicketSnapshot, { constants, values }: ImportMapping) => {
  if (closed_at !== undefined) return 'closed';
  if (resolved_at !== undefined) return 'resolved';
  return constants.status ?? values.fallback.status;
};

/** The history that one row implies. Open with a left-over resolution: it was reopened. */
export const historyFacts = (snapshot: TicketSnapshot, mapping: ImportMapping, warn: Warn): TicketHistoryFacts => {
  const status = snapshot.status ?? impliedStatus(snapshot, mapping);
  const { resolved_at = null, closed_at = null } = snapshot;
  const is_deescalated = false;
  const reopened_count = Math.max(0, snapshot.reopened_count ?? 0);
  if (!isUnresolved(status)) {
    if (resolved_at === null && closed_at === null) warn('resolution_time_unknown', 'resolved_at');
    const first_resolved_at = reopened_count === 0 ? (resolved_at ?? closed_at) : null;
    return { status, resolved_at, first_resolved_at, closed_at, reopened_count, is_deescalated };
  }
  const leftOver = resolved_at ?? closed_at;
  if (leftOver === null)
    return { status, resolved_at, first_resolved_at: null, closed_at, reopened_count, is_deescalated };
  warn('left_over_resolution', 'resolved_at');
  const first_resolved_at = reopened_count <= 1 ? leftOver : null;
  return {
    status,
    resolved_at: null,
    first_resolved_at,
    closed_at: null,
    reopened_count: Math.max(1, reopened_count),
    is_deescalated,
  };
};
