import { describe, expect, it } from 'vitest';
import type { TicketRecord } from '../model/support-ticket.js';
import { buildTicket } from '../testing/build-ticket.js';
import { slaBreaches } from './sla-breaches.js';

const now = '2026-11-25T10:00:00Z';

const breachesOf = (tickets: TicketRecord[], period = '2026-11', at = now) => slaBreaches(tickets, { period, now: at });

/** Answered in time; resolved after so many hours of its 48. */
const resolvedAfter = (hours: number, external_id: string): TicketRecord =>
  buildTicket({
    external_id,
    status: 'resolved',
    first_response_at: '2026-11-02T09:30:00Z',
    resolved_at: new Date(Date.parse('2026-11-02T09:00:00Z') + hours * 3_600_000).toISOString(),
  });

describe('slaBreaches', () => {
  it('lists the targets missed, the worst overrun first', () => {
    const tickets = [resolvedAfter(72, 'late'), resolvedAfter(48, 'in-time'), resolvedAfter(144, 'later')];
    expect(breachesOf(tickets)).toEqual([
      {
        ticket_id: 'import:desk:later',
        customer_id: 'acme',
        metric: 'resolution',
        priority: 'medium',
        breached_at: '2026-11-04T09:00:00Z',
        target_hours: 48,
        elapsed_hours: 144,
        overrun_ratio: 2,
        is_running: false,
        is_open: false,
        source: 'computed',
      },
      expect.objectContaining({ ticket_id: 'import:desk:late', overrun_ratio: 0.5 }),
    ]);
  });

  it('tells clocks that still run, and open tickets, from those that ended', () => {
    const open = buildTicket({ created_at: '2026-11-20T09:00:00Z', first_response_at: '2026-11-21T09:00:00Z' });
    const states = breachesOf([open]).map(({ metric, is_running, is_open }) => [metric, is_running, is_open]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['first_response', false, true],
        ['resolution', true, true],
      ]),
    );
  });

  it('puts a breach where the target was exceeded, however late it ended', () => {
    const ticket = buildTicket({ created_at: '2026-10-20T09:00:00Z', first_response_at: '2026-10-20T10:00:00Z' });
    expect(breachesOf([ticket], '2026-11')).toEqual([]);
    expect(breachesOf([ticket], '2026-10')).toMatchObject([{ breached_at: '2026-10-22T09:00:00Z' }]);
  });

  it('grows with the time for as long as the clock runs', () => {
    const ticket = buildTicket({ first_response_at: '2026-11-02T10:00:00Z' });
    const ratio = (at: string) => breachesOf([ticket], '2026-11', at)[0]?.overrun_ratio;
    expect(ratio('2026-11-04T09:00:00Z')).toBeUndefined();
    expect(ratio('2026-11-06T09:00:00Z')).toBe(1);
    expect(ratio('2026-11-08T09:00:00Z')).toBe(2);
  });

  it('knows no overrun where only the vendor knows the target, and puts it last', () => {
    const policy = {
      targets: Object.fromEntries(
        ['low', 'medium', 'high', 'critical'].map((priority) => [
          priority,
          { first_response_hours: 8, resolution_hours: null },
        ]),
      ) as never,
      at_risk_ratio: 0.8,
    };
    const breached_at = '2026-11-03T09:00:00Z';
    const ticket = buildTicket({ vendor_sla: { resolution: { is_breached: true, breached_at } } });
    expect(slaBreaches([ticket], { period: '2026-11', now, policy })).toMatchObject([
      { metric: 'first_response', source: 'computed' },
      { metric: 'resolution', source: 'vendor', breached_at, target_hours: null, overrun_ratio: null },
    ]);
  });

  it('believes a vendor that does not call it a breach', () => {
    const ticket = { ...resolvedAfter(72, '1'), vendor_sla: { resolution: { is_breached: false } } };
    expect(breachesOf([ticket])).toEqual([]);
  });
});
