import type { TicketEvent } from '../model/ticket-event.js';
import type { TicketStatus } from '../model/ticket-status.js';

/**
 * The status events of a ticket from a list of moments and statuses, the first one at its creation.
 *
 * @example
 * buildStatusEvents('import:desk:1', [
 *   ['2026-11-02T09:00:00Z', 'open'],
 *   ['2026-11-03T09:00:00Z', 'resolved'],
 * ]);
 */
export const buildStatusEvents = (
  ticket_id: string,
  statuses: readonly (readonly [at: string, status: TicketStatus])[],
): TicketEvent[] =>
  statuses.map(([at, to], index) => ({
    ticket_id,
    event_id: `${ticket_id}:status:${index}`,
    at,
    type: 'status_changed',
    from: statuses[index - 1]?.[1] ?? null,
    to,
  }));
