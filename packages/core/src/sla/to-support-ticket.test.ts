import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supportTicketSchema } from '../model/support-ticket.js';
import { buildTicket } from '../testing/build-ticket.js';
import { assessSla } from './assess-sla.js';
import { toSupportTicket } from './to-support-ticket.js';

const now = '2026-11-02T16:00:00Z';

describe('toSupportTicket', () => {
  it('adds targets, verdicts and due dates as of now', () => {
    expect(toSupportTicket(buildTicket({ first_response_at: '2026-11-02T10:00:00Z' }), { now })).toMatchObject({
      ticket_id: 'import:desk:1',
      sla_first_response_target: 8,
      sla_first_response_status: 'met',
      sla_first_response_met: true,
      sla_resolution_target: 48,
      sla_resolution_status: 'pending',
      sla_resolution_met: true,
      sla_resolution_due_at: '2026-11-04T09:00:00Z',
      sla_source: 'computed',
    });
  });

  it('calls a target missed only where it is breached', () => {
    const met = (at: string) => toSupportTicket(buildTicket(), { now: at }).sla_first_response_met;
    expect(met('2026-11-02T17:00:00Z')).toBe(true);
    expect(met('2026-11-02T17:00:01Z')).toBe(false);
  });

  it("keeps the vendor's verdicts and the events to itself, but says that the vendor gave one", () => {
    const ticket = buildTicket({ events: [], vendor_sla: { resolution: { is_breached: true } } });
    const sent = toSupportTicket(ticket, { now });
    expect(sent).not.toHaveProperty('events');
    expect(sent).not.toHaveProperty('vendor_sla');
    expect(sent).toMatchObject({ sla_source: 'vendor', sla_resolution_met: false });
  });

  it('says what assessSla says, in the form of the contract', () => {
    const hours = fc.integer({ min: 0, max: 100 });
    const after = (count: number) => new Date(Date.parse('2026-11-02T09:00:00Z') + count * 3_600_000).toISOString();
    const statuses = fc.constantFrom('open' as const, 'pending' as const, 'resolved' as const, 'closed' as const);
    fc.assert(
      fc.property(hours, hours, hours, statuses, (reply, work, at, status) => {
        const ticket = buildTicket({ status, first_response_at: after(reply), resolved_at: after(work) });
        const sent = supportTicketSchema.parse(toSupportTicket(ticket, { now: after(at) }));
        const { first_response, resolution } = assessSla(ticket, { now: after(at) });
        expect(sent.sla_first_response_status).toBe(first_response.verdict);
        expect(sent.sla_resolution_status).toBe(resolution.verdict);
        expect(sent.sla_first_response_due_at).toBe(first_response.due_at);
        expect(sent.sla_resolution_due_at).toBe(resolution.due_at);
      }),
    );
  });
});
