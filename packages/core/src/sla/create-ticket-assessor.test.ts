import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SLA_POLICY } from '../model/sla-policy.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildTicket } from '../testing/index.js';
import { DAY_MS, epochOf } from '../time/instant.js';
import { assessTicket } from './assessed-ticket.js';
import { createTicketAssessor } from './create-ticket-assessor.js';

const START = Date.parse('2026-11-02T09:00:00Z');

const instants = fc.integer({ min: 0, max: 20 * DAY_MS }).map((after) => new Date(START + after).toISOString());
const maybe = fc.option(instants);
const verdicts = fc.record({
  is_breached: fc.option(fc.boolean()),
  breached_at: maybe,
  due_at: maybe,
});
const events = (ticket_id: string) =>
  fc
    .array(
      fc.tuple(
        instants,
        fc.constantFrom(
          { type: 'status_changed' as const, from: 'open' as const, to: 'resolved' as const },
          { type: 'status_changed' as const, from: 'resolved' as const, to: 'open' as const },
          { type: 'sla_breached' as const, metric: 'resolution' as const },
          { type: 'sla_fulfilled' as const, metric: 'first_response' as const },
          { type: 'escalated' as const, reason: null, level: null },
          { type: 'csat_received' as const, score: 2 },
        ),
      ),
      { maxLength: 5 },
    )
    .map((told) => told.map(([at, fact], index): TicketEvent => ({ ticket_id, event_id: `${index}`, at, ...fact })));

const tickets = fc
  .record({
    created_at: instants,
    first_response_at: maybe,
    resolved_at: maybe,
    source_updated_at: instants,
    status: fc.constantFrom('open', 'pending', 'resolved', 'closed'),
    vendor_sla: fc.option(fc.record({ first_response: verdicts, resolution: verdicts }), { nil: undefined }),
    told: events('import:desk:1'),
  })
  .map(({ told, ...facts }) => buildTicket({ ...facts, events: told }));

const policies = [DEFAULT_SLA_POLICY, { ...DEFAULT_SLA_POLICY, pause_on_pending: false }];

test('what is remembered is what would be found anew, at any moment and under any policy', () => {
  fc.assert(
    fc.property(
      tickets,
      fc.array(fc.tuple(instants, fc.constantFrom(...policies)), { minLength: 1, maxLength: 8 }),
      (ticket, questions) => {
        const assess = createTicketAssessor();
        for (const [moment, policy] of questions) {
          const terms = { policy: { ...policy }, asOf: epochOf(moment) };
          expect(assess(ticket, terms)).toEqual(assessTicket(ticket, terms));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a ticket whose clocks have stopped is assessed once, one that is open each time', () => {
  const assess = createTicketAssessor();
  const at = (asOf: number) => ({ policy: { ...DEFAULT_SLA_POLICY }, asOf });
  const facts = { created_at: '2026-11-02T09:00:00Z', first_response_at: '2026-11-02T10:00:00Z' };
  const resolved = buildTicket({ ...facts, status: 'resolved', resolved_at: '2026-11-02T12:00:00Z' });
  const later = START + 30 * DAY_MS;
  expect(assess(resolved, at(later))).toBe(assess(resolved, at(later + 1)));
  const reopened = { ...resolved, status: 'open' as const, resolved_at: null };
  expect(assess(reopened, at(later))).toEqual(assessTicket(reopened, at(later)));
  expect(assess(Object.freeze({ ...resolved }), at(later))).toEqual(assess(resolved, at(later)));
  const open = buildTicket({ ...facts, status: 'open' });
  expect(assess(open, at(later))).not.toBe(assess(open, at(later + 1)));
});
