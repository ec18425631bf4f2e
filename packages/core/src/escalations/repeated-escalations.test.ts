import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildTicket } from '../testing/build-ticket.js';
import { repeatedEscalations } from './repeated-escalations.js';

const options = { period: '2026-11', now: '2026-11-25T10:00:00Z' };

const escalated = (customer_id: string, ...days: string[]) =>
  days.map((day) =>
    buildTicket({
      customer_id,
      external_id: `${customer_id}-${day}`,
      created_at: '2026-10-01T00:00:00Z',
      is_escalated: true,
      escalated_at: `2026-${day}T00:00:00Z`,
    }),
  );

describe('repeatedEscalations', () => {
  it('are the customers who escalated twice or more in the period, most first', () => {
    const tickets = [
      ...escalated('once', '11-02'),
      ...escalated('twice', '11-02', '11-09'),
      ...escalated('thrice', '11-03', '11-04', '11-05'),
    ];
    expect(repeatedEscalations(tickets, options)).toEqual([
      { customer_id: 'thrice', escalations: 3, tickets: 3, last_at: '2026-11-05T00:00:00Z' },
      { customer_id: 'twice', escalations: 2, tickets: 2, last_at: '2026-11-09T00:00:00Z' },
    ]);
  });

  it('count a ticket that was escalated again', () => {
    const base = { ticket_id: 'import:desk:1', reason: null, level: null };
    const events: TicketEvent[] = [
      { ...base, event_id: '1', at: '2026-11-03T00:00:00Z', type: 'escalated' },
      { ...base, event_id: '2', at: '2026-11-04T00:00:00Z', type: 'deescalated' },
      { ...base, event_id: '3', at: '2026-11-05T00:00:00Z', type: 'escalated' },
    ];
    expect(repeatedEscalations([buildTicket({ events })], options)).toEqual([
      { customer_id: 'acme', escalations: 2, tickets: 1, last_at: '2026-11-05T00:00:00Z' },
    ]);
  });

  it('are not made of escalations of other periods, or of later ones', () => {
    expect(repeatedEscalations(escalated('acme', '10-30', '11-02', '11-26'), options)).toEqual([]);
  });

  it('come by name where they are as many, whatever the order of the tickets', () => {
    const tickets = [...escalated('b', '11-02', '11-03'), ...escalated('a', '11-02', '11-03')];
    const ids = (given: typeof tickets) => repeatedEscalations(given, options).map(({ customer_id }) => customer_id);
    expect(ids(tickets)).toEqual(['a', 'b']);
    expect(ids(tickets.toReversed())).toEqual(['a', 'b']);
  });
});
