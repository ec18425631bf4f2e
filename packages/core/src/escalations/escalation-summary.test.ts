import { describe, expect, it } from 'vitest';
import { ticketHistory } from '../history/ticket-history.js';
import type { TicketRecord } from '../model/support-ticket.js';
import { buildTicket } from '../testing/build-ticket.js';
import { epochOf } from '../time/instant.js';
import { escalationSummary, openEscalations } from './escalation-summary.js';

const asOf = epochOf('2026-11-20T00:00:00Z');
const range = { from: epochOf('2026-11-01T00:00:00Z'), to: epochOf('2026-12-01T00:00:00Z') };

const withHistory = (tickets: TicketRecord[]) =>
  tickets.map((ticket) => ({ ticket, history: ticketHistory(ticket, asOf) }));

const escalated = (facts: Partial<TicketRecord> = {}) =>
  buildTicket({ is_escalated: true, escalated_at: '2026-11-05T00:00:00Z', ...facts });

describe('escalationSummary', () => {
  it('knows 3 escalated of 30 as a rate of 0.1', () => {
    const tickets = Array.from({ length: 30 }, (_, index) =>
      index < 3 ? escalated({ external_id: String(index) }) : buildTicket({ external_id: String(index) }),
    );
    expect(escalationSummary(withHistory(tickets), { range, asOf })).toMatchObject({
      total: 3,
      open: 3,
      rate: 0.1,
    });
  });

  it('has no rate without tickets', () => {
    expect(escalationSummary([], { range, asOf }).rate).toBeNull();
  });

  it('ends an escalation with its ticket but does not forget it', () => {
    const ticket = escalated({ status: 'resolved', resolved_at: '2026-11-10T00:00:00Z' });
    expect(escalationSummary(withHistory([ticket]), { range, asOf })).toMatchObject({
      total: 1,
      open: 0,
      rate: 1,
    });
  });

  it('ends an escalation when the ticket is de-escalated', () => {
    const base = { ticket_id: 'import:desk:1', event_id: '1' };
    const ticket = escalated({
      events: [
        { ...base, type: 'escalated', at: '2026-11-05T00:00:00Z', reason: 'vip', level: 1 },
        { ...base, event_id: '2', type: 'deescalated', at: '2026-11-06T00:00:00Z' },
      ],
    });
    expect(escalationSummary(withHistory([ticket]), { range, asOf })).toMatchObject({
      open: 0,
      by_reason: { vip: 1 },
    });
  });

  it('counts an escalation when it was raised, not when its ticket was created', () => {
    const ticket = escalated({ created_at: '2026-10-01T00:00:00Z' });
    expect(escalationSummary(withHistory([ticket]), { range, asOf })).toMatchObject({
      total: 1,
      open: 1,
      rate: null,
    });
  });

  it('does not see one that was raised later', () => {
    const ticket = escalated({ escalated_at: '2026-11-21T00:00:00Z' });
    expect(openEscalations(withHistory([ticket]), asOf)).toEqual([]);
  });
});
