import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supportTicketSchema } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
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

  it('shows the last answer to the survey where only the history tells it', () => {
    const told = (hour: string, score: number, more: object): TicketEvent => ({
      ticket_id: 'import:desk:1',
      event_id: hour,
      at: `2026-11-02T${hour}:00:00Z`,
      type: 'csat_received',
      score,
      ...more,
    });
    const ticket = buildTicket({
      csat_offered: false,
      events: [told('15', 2, { scale: 'five_point', feedback: 'Too slow' }), told('11', 5, { scale: 'binary' })],
    });
    const answer = (at: string) => {
      const { csat_score, csat_scale, csat_feedback, csat_responded_at, csat_offered } = toSupportTicket(ticket, {
        now: at,
      });
      return [csat_score, csat_scale, csat_feedback, csat_responded_at, csat_offered];
    };
    expect(answer(now)).toEqual([2, 'five_point', 'Too slow', '2026-11-02T15:00:00Z', true]);
    expect(answer('2026-11-02T12:00:00Z')).toEqual([5, 'binary', undefined, '2026-11-02T11:00:00Z', true]);
    expect(answer('2026-11-02T10:00:00Z')).toEqual([undefined, undefined, undefined, undefined, false]);
  });

  it('leaves the answer of the facts alone where it is the later one, or the only one', () => {
    const facts = { csat_score: 4, csat_feedback: 'Thanks', csat_responded_at: '2026-11-02T15:30:00Z' };
    const undated = { csat_score: 4, status: 'resolved' as const, resolved_at: '2026-11-02T15:30:00Z' };
    for (const ticket of [facts, undated]) {
      expect(toSupportTicket(buildTicket(ticket), { now })).toMatchObject({ ...ticket, csat_offered: null });
    }
    expect(toSupportTicket(buildTicket(undated), { now })).not.toHaveProperty('csat_responded_at');
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
