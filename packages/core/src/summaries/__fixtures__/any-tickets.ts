import fc from 'fast-check';
import type { TicketRecord } from '../../model/support-ticket.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import { TICKET_PRIORITIES } from '../../model/ticket-priority.js';
import { isUnresolved, TICKET_STATUSES } from '../../model/ticket-status.js';
import { buildTicket } from '../../testing/build-ticket.js';
import { epochOf, HOUR_MS, instantOf } from '../../time/instant.js';

/** The moment that the tickets lie around: a Wednesday. */
export const NOW = '2026-11-25T10:00:00Z';

const nowMs = epochOf(NOW);

/** Hours after the creation, so coarse that things happen at one moment; a few with a fraction of a second. */
const later = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(0, 0, 0, 1, 999))
  .map(([hours, ms]) => hours * HOUR_MS + ms);

const instantAfter = (created: number, ms: number): string => instantOf(created + ms);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 });

const metric = fc.constantFrom('first_response', 'resolution');

const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('status_changed' as const),
      to: fc.constantFrom(...TICKET_STATUSES),
      raw_to: maybe(fc.constant('hold')),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('priority_changed' as const), to: fc.constantFrom(...TICKET_PRIORITIES) }),
  },
  fc.record({ type: fc.constant('assignee_changed' as const), to: maybe(fc.constantFrom('maya', 'tom')) }),
  fc.record({
    type: fc.constant('escalated' as const),
    reason: maybe(fc.constantFrom('vip', 'constructor')),
    level: maybe(fc.integer({ min: 1, max: 3 })),
  }),
  fc.record({ type: fc.constant('deescalated' as const) }),
  fc.record({
    type: fc.constant('csat_received' as const),
    score: fc.constantFrom(1, 2, 7 / 3, 3, 11 / 3, 4, 5),
    scale: fc.constantFrom(undefined, null, 'seven_point', 'binary'),
  }),
  fc.record({
    type: fc.constant('sla_breached' as const),
    metric,
    is_withdrawn: fc.constantFrom(undefined, false, true),
  }),
  fc.record({ type: fc.constant('sla_applied' as const), metric, target_hours: maybe(fc.constantFrom(1, 30)) }),
  fc.record({ type: fc.constant('sla_fulfilled' as const), metric }),
);

const history = fc.array(fc.tuple(later, change), { maxLength: 8 });

const eventsAfter = (created: number, changes: readonly (readonly [number, object])[]): TicketEvent[] =>
  changes.map(
    ([ms, what], index) =>
      ({
        ticket_id: 'any',
        event_id: String(index),
        at: instantAfter(created, ms),
        from: null,
        ...what,
      }) as TicketEvent,
  );

/** A ticket as connectors may give it: facts that fit together, an event history or none, some of it later than now. */
const anyTicket = fc
  .record({
    createdHours: fc.integer({ min: -100, max: 24 * 200 }),
    reply: maybe(later),
    work: later,
    answered: later,
    escalatedAfter: maybe(later),
    changes: maybe(history),
    vendor: maybe(
      fc.record({
        is_breached: fc.constantFrom(true, false, null),
        breachedAfter: maybe(later),
        dueAfter: maybe(later),
      }),
    ),
    facts: fc.record({
      status: fc.constantFrom(...TICKET_STATUSES),
      priority: fc.constantFrom(...TICKET_PRIORITIES),
      category: fc.constantFrom('billing', 'how_to', 'constructor', 'exact', 'toString'),
      opened_by: fc.constantFrom('agent' as const, 'requester' as const, null),
      csat_score: fc.constantFrom(null, null, 1, 2, 3, 4, 5),
      csat_scale: fc.constantFrom(null, 'five_point' as const, 'binary' as const),
      csat_offered: fc.constantFrom(null, true, false),
      is_escalated: fc.boolean(),
      escalation_known: fc.boolean(),
      escalation_level: maybe(fc.integer({ min: 1, max: 3 })),
      escalation_status: fc.constantFrom(null, 'open' as const, 'resolved' as const),
    }),
  })
  .map(({ createdHours, reply, work, answered, escalatedAfter, changes, vendor, facts }): TicketRecord => {
    const created = nowMs - createdHours * HOUR_MS;
    const isResolved = !isUnresolved(facts.status);
    const told = [reply, escalatedAfter, vendor?.breachedAfter, vendor?.dueAfter].map((ms) => ms ?? 0);
    const moments = [work, answered, ...told, ...(changes ?? []).map(([ms]) => ms)];
    const at = (ms: number | null | undefined) => (ms == null ? null : instantAfter(created, ms));
    return buildTicket({
      ...facts,
      created_at: instantOf(created),
      first_response_at: at(reply),
      resolved_at: isResolved ? at(work) : null,
      csat_responded_at: facts.csat_score === null ? null : at(answered),
      escalated_at: facts.is_escalated ? at(escalatedAfter) : null,
      source_updated_at: instantAfter(created, Math.max(...moments)),
      ...(changes && { events: eventsAfter(created, changes) }),
      ...(vendor && {
        vendor_sla: {
          resolution: {
            is_breached: vendor.is_breached,
            breached_at: at(vendor.breachedAfter),
            due_at: at(vendor.dueAfter),
          },
        },
      }),
    });
  });

const named = (ticket: TicketRecord, index: number, customer_id: string): TicketRecord => ({
  ...ticket,
  customer_id,
  ticket_id: `t${index}`,
  external_id: `${index}`,
  ...(ticket.events && { events: ticket.events.map((event) => ({ ...event, ticket_id: `t${index}` })) }),
});

/** Tickets of customer `acme`. */
export const ticketsOfOne: fc.Arbitrary<TicketRecord[]> = fc
  .array(anyTicket, { maxLength: 20 })
  .map((tickets) => tickets.map((ticket, index) => named(ticket, index, 'acme')));

/** Tickets of three customers, one of them with an awkward name. */
export const ticketsOfMany: fc.Arbitrary<TicketRecord[]> = fc
  .array(fc.tuple(anyTicket, fc.constantFrom('acme', 'globex', 'constructor')), { maxLength: 20 })
  .map((tickets) => tickets.map(([ticket, customer_id], index) => named(ticket, index, customer_id)));

/** The same tickets in another order, dealt out to one to four hands. */
export const dealt = (
  tickets: fc.Arbitrary<TicketRecord[]>,
): fc.Arbitrary<{ tickets: TicketRecord[]; hands: TicketRecord[][] }> =>
  tickets.chain((all) =>
    fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([shuffled, keys, count]) => ({
        tickets: all,
        hands: Array.from({ length: count }, (_, hand) =>
          shuffled.filter((__, index) => (keys[index] ?? 0) % count === hand),
        ),
      })),
  );

/** Running, past, short and long periods. */
export const anyPeriod: fc.Arbitrary<string> = fc.constantFrom(
  'this_month',
  'this_week',
  'last_week',
  'last_90_days',
  '2026-10',
  '2026-W40',
  'this_year',
);
