import { describe, expect, it } from 'vitest';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { slaCountdowns } from './sla-countdowns.js';

const now = '2026-11-02T16:00:00Z';

describe('slaCountdowns', () => {
  it('lists the clocks that run, the one with the least time left first', () => {
    const tickets = [
      buildTicket({ external_id: 'a' }),
      buildTicket({ external_id: 'b', priority: 'high', created_at: '2026-11-02T15:00:00Z' }),
    ];
    expect(slaCountdowns(tickets, { now })).toEqual([
      {
        ticket_id: 'import:desk:a',
        customer_id: 'acme',
        metric: 'first_response',
        verdict: 'at_risk',
        due_at: '2026-11-02T17:00:00Z',
        remaining_hours: 1,
      },
      expect.objectContaining({ ticket_id: 'import:desk:b', metric: 'first_response', remaining_hours: 3 }),
      expect.objectContaining({ ticket_id: 'import:desk:b', metric: 'resolution', remaining_hours: 23 }),
      expect.objectContaining({ ticket_id: 'import:desk:a', metric: 'resolution', remaining_hours: 41 }),
    ]);
  });

  it('leaves out what is met, what is breached and what is not created yet', () => {
    const tickets = [
      buildTicket({ external_id: 'met', first_response_at: '2026-11-02T10:00:00Z' }),
      buildTicket({ external_id: 'breached', priority: 'critical' }),
      buildTicket({ external_id: 'later', created_at: '2026-11-03T00:00:00Z' }),
    ];
    expect(slaCountdowns(tickets, { now }).map(({ ticket_id, metric }) => [ticket_id, metric])).toEqual([
      ['import:desk:met', 'resolution'],
    ]);
  });

  it('lists a paused clock with what is left and without a due date', () => {
    const events = buildStatusEvents('import:desk:1', [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T11:00:00Z', 'pending'],
    ]);
    const ticket = buildTicket({ status: 'pending', first_response_at: '2026-11-02T10:00:00Z', events });
    expect(slaCountdowns([ticket], { now })).toMatchObject([
      { metric: 'resolution', verdict: 'paused', due_at: null, remaining_hours: 46 },
    ]);
  });

  it("counts down to the vendor's due date", () => {
    const due_at = '2026-11-02T18:30:00Z';
    const ticket = buildTicket({
      first_response_at: '2026-11-02T10:00:00Z',
      vendor_sla: { resolution: { is_breached: false, due_at } },
    });
    expect(slaCountdowns([ticket], { now })).toMatchObject([{ metric: 'resolution', due_at, remaining_hours: 2.5 }]);
  });

  it('leaves out a metric that has no target', () => {
    const ticket = buildTicket({ opened_by: 'agent', first_response_at: '2026-11-02T09:00:00Z' });
    expect(slaCountdowns([ticket], { now }).map(({ metric }) => metric)).toEqual(['resolution']);
  });
});
