import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlaMetric } from '../model/sla-status.js';
import type { TicketRecord, VendorVerdict } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { assessSla } from './assess-sla.js';
import { toSupportTicket } from './to-support-ticket.js';

const { ticket_id } = buildTicket();

const at = (hour: string) => `2026-11-02T${hour}:00Z`;

type SlaEvent = Extract<TicketEvent, { metric: SlaMetric }>;

const slaEvent = (type: SlaEvent['type'], hour: string, more: Partial<SlaEvent> = {}) => {
  const event = { ticket_id, event_id: `${type}:${hour}`, at: at(hour), type, metric: 'resolution', ...more };
  return event as SlaEvent;
};

const applied = (hour: string, target_hours: number | null = 4) => slaEvent('sla_applied', hour, { target_hours });
const breached = (hour: string, is_withdrawn = false) => slaEvent('sla_breached', hour, { is_withdrawn });
const fulfilled = (hour: string) => slaEvent('sla_fulfilled', hour);

const resolution = (ticket: TicketRecord, hour: string) => assessSla(ticket, { now: at(hour) }).resolution;
const firstResponse = (ticket: TicketRecord, hour: string) => assessSla(ticket, { now: at(hour) }).first_response;

const resolvedAt = (hour: string): Partial<TicketRecord> => ({ status: 'resolved', resolved_at: at(hour) });

describe('a vendor that only says when a target is due', () => {
  const due = (facts: Partial<TicketRecord> = {}, verdict: Partial<VendorVerdict> = {}) =>
    buildTicket({ vendor_sla: { resolution: { is_breached: null, due_at: at('15:00'), ...verdict } }, ...facts });

  it('leaves it to the clock: breached once it runs past that time, and not just at it', () => {
    expect(resolution(due(), '12:00')).toMatchObject({ verdict: 'pending', source: 'vendor', due_at: at('15:00') });
    expect(resolution(due(), '15:00')).toMatchObject({ verdict: 'at_risk', breached_at: null });
    expect(resolution(due(), '15:01')).toMatchObject({
      verdict: 'breached',
      breached_at: at('15:00'),
      decided_at: at('15:00'),
      computed_verdict: 'pending',
    });
  });

  it('has its target met or missed by when the ticket was resolved, however late one looks', () => {
    expect(resolution(due(resolvedAt('15:00')), '23:00')).toMatchObject({ verdict: 'met', decided_at: at('15:00') });
    expect(resolution(due(resolvedAt('15:01')), '23:00')).toMatchObject({
      verdict: 'breached',
      decided_at: at('15:00'),
    });
  });

  it('does not breach while the ticket waits for the requester: the vendor moves the time when it goes on', () => {
    const waiting = due({ status: 'pending' });
    expect(resolution(waiting, '20:00')).toMatchObject({ verdict: 'paused', due_at: null, breached_at: null });
    const unanswered = buildTicket({
      status: 'pending',
      vendor_sla: { first_response: { is_breached: null, due_at: at('15:00') } },
    });
    expect(firstResponse(unanswered, '16:00').breached_at).toBeNull();
  });

  it('has a reply count for its first-response time', () => {
    const vendor_sla = { first_response: { is_breached: null, due_at: at('10:00') } };
    const verdict = (hour: string) =>
      firstResponse(buildTicket({ vendor_sla, first_response_at: at(hour) }), '20:00').verdict;
    expect(verdict('10:00')).toBe('met');
    expect(verdict('10:01')).toBe('breached');
  });

  it('says nothing of an agent’s ticket whose next reply is not told', () => {
    const ticket = buildTicket({
      opened_by: 'agent',
      first_response_at: at('09:00'),
      vendor_sla: { first_response: { is_breached: null, due_at: at('10:00') } },
    });
    expect(firstResponse(ticket, '20:00')).toMatchObject({ verdict: 'not_applicable', source: 'computed' });
  });

  it.each([
    [{}, 'pending'],
    [{ status: 'pending' as const }, 'paused'],
    [resolvedAt('20:00'), 'met'],
  ])('and not even that has the facts tell: %o is %s', (facts, verdict) => {
    expect(resolution(due(facts, { due_at: null }), '21:00')).toMatchObject({
      verdict,
      source: 'vendor',
      breached_at: null,
    });
  });
});

describe('an applied target', () => {
  const ticket = (events: TicketEvent[], facts: Partial<TicketRecord> = {}) => buildTicket({ events, ...facts });

  it('is the vendor’s word: pending while nothing else is told, with the target applied last', () => {
    const told = ticket([applied('09:00', 4), applied('10:00', 10)]);
    expect(resolution(told, '09:30')).toMatchObject({ verdict: 'pending', source: 'vendor', target_hours: 4 });
    expect(resolution(told, '13:30')).toMatchObject({ verdict: 'pending', source: 'vendor', target_hours: 10 });
    expect(firstResponse(told, '13:30').source).toBe('computed');
  });

  it('that is not applied yet is not seen', () => {
    expect(resolution(ticket([applied('12:00')]), '11:59')).toMatchObject({ source: 'computed', target_hours: 48 });
  });

  it('is missed at the breach, and due there before: a breach ahead is a forecast', () => {
    const told = ticket([applied('09:00'), breached('13:00')]);
    expect(resolution(told, '11:00')).toMatchObject({ verdict: 'pending', due_at: at('13:00'), remaining_hours: 2 });
    expect(resolution(told, '12:30').verdict).toBe('at_risk');
    expect(resolution(told, '13:00')).toMatchObject({ verdict: 'breached', breached_at: at('13:00') });
    expect(resolution(told, '14:00').remaining_hours).toBe(-1);
  });

  it('is met where it was fulfilled, and only then', () => {
    const told = ticket([applied('09:00'), fulfilled('12:00')]);
    expect(resolution(told, '11:59').verdict).toBe('pending');
    expect(resolution(told, '12:00')).toMatchObject({
      verdict: 'met',
      source: 'vendor',
      fulfilled_at: at('12:00'),
      decided_at: at('12:00'),
    });
  });

  it('is met where the breach would have come after the fulfilment', () => {
    const late = [applied('09:00'), breached('13:00')];
    expect(resolution(ticket([...late, fulfilled('12:59')]), '20:00').verdict).toBe('met');
    expect(resolution(ticket([...late, fulfilled('13:00')]), '20:00').verdict).toBe('breached');
    expect(resolution(ticket(late, resolvedAt('12:59')), '20:00').verdict).toBe('met');
    expect(resolution(ticket(late, resolvedAt('13:01')), '20:00').verdict).toBe('breached');
  });

  it('is not missed by a breach that the vendor took back', () => {
    expect(resolution(ticket([applied('09:00', 12), breached('13:00', true)]), '14:00')).toMatchObject({
      verdict: 'pending',
      source: 'vendor',
      breached_at: null,
    });
    const moved = ticket([applied('09:00'), breached('13:00', true), applied('12:00', 8), breached('17:00')]);
    expect(resolution(moved, '16:00')).toMatchObject({ verdict: 'at_risk', due_at: at('17:00'), target_hours: 8 });
  });

  it('runs again after a reopening, by the history or by facts that are newer', () => {
    const events = buildStatusEvents(ticket_id, [
      [at('09:00'), 'open'],
      [at('11:00'), 'resolved'],
      [at('12:00'), 'open'],
    ]);
    const sla = [applied('09:00'), fulfilled('11:00')];
    const reopened = ticket([...events, ...sla], { source_updated_at: at('12:00') });
    expect(resolution(reopened, '11:30').verdict).toBe('met');
    expect(resolution(reopened, '12:30')).toMatchObject({ verdict: 'pending', fulfilled_at: null, elapsed_hours: 2.5 });
    expect(resolution(ticket(sla, { source_updated_at: at('12:00') }), '12:30').fulfilled_at).toBeNull();
  });

  it('of a ticket that waits has its time go on after it was fulfilled, so that there is a due time', () => {
    const told = ticket([applied('09:00', 4), fulfilled('10:00')], { status: 'pending' });
    expect(resolution(told, '12:00')).toMatchObject({ verdict: 'met', due_at: at('14:00') });
  });

  it('takes the first reply from its fulfilment where the facts do not tell it', () => {
    const reply = (type: SlaEvent['type'], hour: string) => slaEvent(type, hour, { metric: 'first_response' });
    const told = ticket([
      reply('sla_applied', '09:00'),
      reply('sla_fulfilled', '09:30'),
      reply('sla_fulfilled', '11:00'),
    ]);
    expect(firstResponse(told, '12:00')).toMatchObject({
      verdict: 'met',
      fulfilled_at: at('09:30'),
      fulfilled_by: 'first_response',
    });
  });

  it('shows as the ticket’s target and due time', () => {
    expect(toSupportTicket(ticket([applied('09:00'), breached('13:00')]), { now: at('10:00') })).toMatchObject({
      sla_resolution_target: 4,
      sla_resolution_due_at: at('13:00'),
      sla_resolution_status: 'pending',
      sla_source: 'vendor',
    });
  });

  it('does not undo the breach that the vendor states in the ticket itself', () => {
    const vendor_sla = { resolution: { is_breached: true } };
    expect(resolution(ticket([applied('09:00'), breached('13:00')], { vendor_sla }), '14:00')).toMatchObject({
      verdict: 'breached',
      breached_at: at('13:00'),
    });
  });
});

describe('without an applied target', () => {
  it('a fulfilment means nothing: the clock runs in any account', () => {
    const ticket = buildTicket({ events: [fulfilled('10:00')] });
    expect(resolution(ticket, '12:00')).toEqual(resolution(buildTicket({ events: [] }), '12:00'));
  });

  it('a breach that was taken back means nothing', () => {
    const ticket = buildTicket({ events: [breached('10:00', true)] });
    expect(resolution(ticket, '12:00')).toEqual(resolution(buildTicket({ events: [] }), '12:00'));
  });

  it('a breach told late is one at the end of the clock', () => {
    const ticket = buildTicket({ ...resolvedAt('10:00'), events: [breached('11:00')] });
    expect(resolution(ticket, '12:00')).toMatchObject({ verdict: 'breached', breached_at: at('10:00') });
  });
});

describe('any SLA events', () => {
  const hours = fc.integer({ min: 9, max: 22 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const metric = fc.constantFrom('resolution' as const, 'first_response' as const);
  const event = fc.oneof(
    fc.record({ type: fc.constant('sla_applied' as const), metric, target_hours: fc.constantFrom(1, 4, 9, null) }),
    fc.record({ type: fc.constant('sla_breached' as const), metric, is_withdrawn: fc.boolean() }),
    fc.record({ type: fc.constant('sla_fulfilled' as const), metric }),
  );
  const events = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 13 * 60 }), event), {
      maxLength: 8,
      selector: ([minute]) => minute,
    })
    .map((all) =>
      all.map(([minute, what]): TicketEvent => {
        const moment = new Date(Date.parse(at('09:00')) + minute * 60_000).toISOString().replace('.000Z', 'Z');
        return { ticket_id, event_id: moment, at: moment, ...what };
      }),
    );
  const verdict = fc.record({
    is_breached: fc.constantFrom(true, false, null),
    breached_at: fc.option(hours.map(at), { nil: null }),
    due_at: fc.option(hours.map(at), { nil: null }),
  });
  const facts = fc
    .record({
      status: fc.constantFrom('open' as const, 'pending' as const, 'resolved' as const),
      first_response_at: fc.option(hours.map(at), { nil: null }),
      end: hours.map(at),
      vendor: fc.option(verdict, { nil: undefined }),
    })
    .map(({ status, first_response_at, end, vendor }) =>
      buildTicket({
        status,
        first_response_at,
        resolved_at: status === 'resolved' ? end : null,
        source_updated_at: end,
        ...(vendor && { vendor_sla: { resolution: vendor, first_response: vendor } }),
      }),
    );
  const assess = (ticket: TicketRecord, all: TicketEvent[], hour: string) =>
    assessSla({ ...ticket, events: all }, { now: at(hour) });

  it('say the same in any order', () => {
    const ordered = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(facts, ordered, hours, (ticket, [all, shuffled], hour) => {
        expect(assess(ticket, shuffled, hour)).toEqual(assess(ticket, all, hour));
      }),
      { numRuns: 300 },
    );
  });

  it('say the same without the breaches that were taken back', () => {
    fc.assert(
      fc.property(facts, events, hours, (ticket, all, hour) => {
        const standing = all.filter((each) => each.type !== 'sla_breached' || each.is_withdrawn !== true);
        expect(assess(ticket, all, hour)).toEqual(assess(ticket, standing, hour));
      }),
      { numRuns: 300 },
    );
  });

  it('are not seen before they happen, forecasts aside', () => {
    fc.assert(
      fc.property(facts, events, hours, (ticket, all, hour) => {
        const seen = all.filter((each) => each.type === 'sla_breached' || each.at <= at(hour));
        expect(assess(ticket, all, hour)).toEqual(assess(ticket, seen, hour));
        const past = all.filter((each) => each.at <= at(hour));
        for (const each of ['first_response', 'resolution'] as const) {
          const { breached_at, source, fulfilled_at } = assess(ticket, all, hour)[each];
          expect(assess(ticket, past, hour)[each]).toMatchObject({ source, fulfilled_at });
          // What is forecast may become a breach by a stated flag, never by itself.
          if (!ticket.vendor_sla) expect(assess(ticket, past, hour)[each].breached_at).toBe(breached_at);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never have a breach after the moment asked about, nor after the clock stopped', () => {
    fc.assert(
      fc.property(facts, events, hours, (ticket, all, hour) => {
        for (const each of Object.values(assess(ticket, all, hour))) {
          if (each.breached_at === null) continue;
          expect(each.breached_at <= at(hour)).toBe(true);
          if (each.fulfilled_at !== null && each.source === 'vendor') {
            expect(each.breached_at <= each.fulfilled_at).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('make the ticket that is sent say what the assessment says', () => {
    fc.assert(
      fc.property(facts, events, hours, (ticket, all, hour) => {
        const sent = toSupportTicket({ ...ticket, events: all }, { now: at(hour) });
        const { first_response, resolution: resolved } = assess(ticket, all, hour);
        expect([sent.sla_first_response_status, sent.sla_resolution_status]).toEqual([
          first_response.verdict,
          resolved.verdict,
        ]);
        expect(sent.sla_resolution_target).toBe(resolved.target_hours);
      }),
    );
  });
});
