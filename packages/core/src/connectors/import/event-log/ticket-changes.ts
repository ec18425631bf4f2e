import type { TicketEvent } from '../../../model/ticket-event.js';
import { instantOf } from '../../../time/instant.js';

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** A ticket event before it has its id; `at` is milliseconds since the epoch. */
export type TicketChange = DistributiveOmit<TicketEvent, 'ticket_id' | 'event_id' | 'at'> & { at: number };

/**
 * Puts changes in order of time and gives them ids: the n-th change of its type. Reading the same log
 * again gives the same ids, and a longer log keeps those of its beginning.
 */
export const ticketEvents = (ticket_id: string, changes: readonly TicketChange[]): TicketEvent[] => {
  const counts = new Map<string, number>();
  return changes
    .toSorted((a, b) => a.at - b.at)
    .map((change): TicketEvent => {
      const count = (counts.get(change.type) ?? 0) + 1;
      counts.set(change.type, count);
      const event_id = `${ticket_id}:${change.type}:${count}`;
      return { ...change, ticket_id, event_id, at: instantOf(change.at) };
    });
};
