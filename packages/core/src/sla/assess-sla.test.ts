import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { BusinessCalendar } from '../model/business-calendar.js';
import { DEFAULT_SLA_POLICY, type SlaPolicy, type SlaTarget } from '../model/sla-policy.js';
import type { TicketRecord } from '../model/support-ticket.js';
import type { TicketEvent } from '../model/ticket-event.js';
import type { TicketPriority } from '../model/ticket-priority.js';
import type { TicketStatus } from '../model/ticket-status.js';
import { buildStatusEvents } from '../testing/build-status-events.js';
import { buildTicket } from '../testing/build-ticket.js';
import { assessSla } from './assess-sla.js';

const { ticket_id } = buildTicket();

const assess = (ticket: TicketRecord, now: string, policy: SlaPolicy = DEFAULT_SLA_POLICY) =>
  assessSla(ticket, { policy, now });

/** The default policy with other terms for medium tickets, and whatever else. */
const policyWith = (medium: Partial<SlaTarget>, terms: Partial<SlaPolicy> = {}): SlaPolicy => ({
  ...DEFAULT_SLA_POLICY,
  ...terms,
  targets: { ...DEFAULT_SLA_POLICY.targets, medium: { ...DEFAULT_SLA_POLICY.targets.medium, ...medium } },
});

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Monday to Friday, 09:00–17:00 UTC. */
const officeHours: BusinessCalendar = {
  timezone: 'UTC',
  weekly: Object.fromEntries(weekdays.map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
};

const withStatuses = (statuses: [string, TicketStatus][], facts: Partial<TicketRecord> = {}): TicketRecord => {
  const [at, status] = statuses.at(-1) ?? ['2026-11-02T09:00:00Z', 'open'];
  return buildTicket({ status, events: buildStatusEvents(ticket_id, statuses), source_updated_at: at, ...facts });
};

/** Open from 09:00, on hold by the vendor's word from 10:00 to 20:00. */
const onHold = (raw_to: string): TicketRecord => {
  const [created, held, back] = buildStatusEvents(ticket_id, [
    ['2026-11-02T09:00:00Z', 'open'],
    ['2026-11-02T10:00:00Z', 'pending'],
    ['2026-11-02T20:00:00Z', 'open'],
  ]) as [TicketEvent, TicketEvent, TicketEvent];
  return buildTicket({ events: [created, { ...held, raw_to } as TicketEvent, back] });
};

const priorityChange = (at: string, from: TicketPriority, to: TicketPriority): TicketEvent => ({
  ticket_id,
  event_id: `priority:${at}`,
  at,
  type: 'priority_changed',
  from,
  to,
});

const slaBreached = (at: string): TicketEvent => ({
  ticket_id,
  event_id: `breach:${at}`,
  at,
  type: 'sla_breached',
  metric: 'resolution',
});

describe('assessSla', () => {
  it('has the targets of the requirements as its defaults', () => {
    expect(DEFAULT_SLA_POLICY.targets).toEqual({
      critical: { first_response_hours: 1, resolution_hours: 4 },
      high: { first_response_hours: 4, resolution_hours: 24 },
      medium: { first_response_hours: 8, resolution_hours: 48 },
      low: { first_response_hours: 24, resolution_hours: 72 },
    });
    expect(assessSla(buildTicket(), { now: '2026-11-02T10:00:00Z' })).toMatchObject({
      first_response: { target_hours: 8, remaining_hours: 7 },
      resolution: { target_hours: 48, remaining_hours: 47 },
    });
  });

  it('is at risk from 80 % of a target on', () => {
    const ticket = buildTicket({ priority: 'critical', created_at: '2026-11-02T09:00:00Z' });
    expect(assess(ticket, '2026-11-02T09:47:59Z').first_response.verdict).toBe('pending');
    expect(assess(ticket, '2026-11-02T09:48:00Z').first_response.verdict).toBe('at_risk');
  });

  it('is at risk from so many minutes before the target on, where a policy says so', () => {
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, at_risk_ratio: 1, at_risk_within_minutes: 30 };
    expect(assess(buildTicket(), '2026-11-02T16:29:59Z', policy).first_response.verdict).toBe('pending');
    expect(assess(buildTicket(), '2026-11-02T16:30:00Z', policy).first_response.verdict).toBe('at_risk');
  });

  it('decides a breach at the first overshoot, not at the late reply', () => {
    const ticket = buildTicket({
      created_at: '2026-11-02T09:00:00Z',
      first_response_at: '2026-11-05T09:00:00Z',
    });
    expect(assess(ticket, '2026-11-06T00:00:00Z').first_response).toMatchObject({
      verdict: 'breached',
      breached_at: '2026-11-02T17:00:00Z',
      decided_at: '2026-11-02T17:00:00Z',
      fulfilled_at: '2026-11-05T09:00:00Z',
      elapsed_hours: 72,
    });
  });

  it('breaches an open overdue ticket now, and not when the target is just used up', () => {
    expect(assess(buildTicket(), '2026-11-02T17:00:00Z').first_response.verdict).toBe('at_risk');
    expect(assess(buildTicket(), '2026-11-02T17:00:01Z').first_response.verdict).toBe('breached');
  });

  it('does not see a reply that came after the moment asked about', () => {
    const ticket = buildTicket({ first_response_at: '2026-11-02T10:00:00Z' });
    expect(assess(ticket, '2026-11-02T09:59:59Z').first_response.verdict).toBe('pending');
    expect(assess(ticket, '2026-11-02T10:00:00Z').first_response.verdict).toBe('met');
  });

  it('ends the first-response clock of a ticket without a reply at its resolution', () => {
    const ticket = buildTicket({ status: 'resolved', resolved_at: '2026-11-02T11:00:00Z' });
    expect(assess(ticket, '2026-11-03T00:00:00Z').first_response).toMatchObject({
      verdict: 'met',
      fulfilled_at: '2026-11-02T11:00:00Z',
      fulfilled_by: 'resolution',
    });
  });

  it('has no verdict on a metric without a target', () => {
    const { resolution } = assess(buildTicket(), '2026-12-02T00:00:00Z', policyWith({ resolution_hours: null }));
    expect(resolution).toMatchObject({
      verdict: 'not_applicable',
      computed_verdict: 'not_applicable',
      target_hours: null,
      remaining_hours: null,
      due_at: null,
      decided_at: null,
    });
  });

  it('counts whole seconds: a fraction of one breaches nothing', () => {
    const answered = (first_response_at: string) => assess(buildTicket({ first_response_at }), '2026-11-03T00:00:00Z');
    expect(answered('2026-11-02T17:00:00.999Z').first_response).toMatchObject({ verdict: 'met', elapsed_hours: 8 });
    expect(answered('2026-11-02T17:00:01Z').first_response.verdict).toBe('breached');
  });
});

describe('a first reply at or before the creation', () => {
  const answered = (opened_by: 'agent' | 'requester' | null) =>
    assess(buildTicket({ opened_by, first_response_at: '2026-11-02T09:00:00Z' }), '2026-11-02T10:00:00Z');

  it('of a ticket that an agent opened is its opening message, so no target applies', () => {
    const { first_response, resolution } = answered('agent');
    expect(first_response).toMatchObject({ verdict: 'not_applicable', target_hours: null });
    expect(resolution.verdict).toBe('pending');
  });

  it.each(['requester', null] as const)('is none where the ticket was opened by: %s', (openedBy) => {
    const { first_response } = answered(openedBy);
    expect(first_response).toMatchObject({ verdict: 'pending', fulfilled_at: null, elapsed_hours: 1 });
    expect(first_response.explanation).toContain('a reply at or before the creation is none');
  });

  it('leaves a later reply of an agent-opened ticket alone', () => {
    const ticket = buildTicket({ opened_by: 'agent', first_response_at: '2026-11-02T09:30:00Z' });
    expect(assess(ticket, '2026-11-02T10:00:00Z').first_response).toMatchObject({ verdict: 'met', elapsed_hours: 0.5 });
  });
});

describe('pauses', () => {
  it('show no due date while they last, and freeze what is used', () => {
    const ticket = withStatuses([
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T19:00:00Z', 'pending'],
    ]);
    expect(assess(ticket, '2026-11-20T00:00:00Z').resolution).toMatchObject({
      verdict: 'paused',
      due_at: null,
      elapsed_hours: 10,
      remaining_hours: 38,
    });
  });

  it('never stop the first-response clock', () => {
    const ticket = withStatuses([
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T09:10:00Z', 'pending'],
    ]);
    expect(assess(ticket, '2026-11-02T18:00:00Z').first_response).toMatchObject({
      verdict: 'breached',
      elapsed_hours: 9,
    });
  });

  it('leave out the time between a resolution and its reopening', () => {
    const ticket = withStatuses(
      [
        ['2026-11-02T09:00:00Z', 'open'],
        ['2026-11-02T19:00:00Z', 'resolved'],
        ['2026-11-12T19:00:00Z', 'open'],
        ['2026-11-12T21:00:00Z', 'resolved'],
      ],
      { resolved_at: '2026-11-12T21:00:00Z' },
    );
    expect(assess(ticket, '2026-11-20T00:00:00Z').resolution).toMatchObject({
      verdict: 'met',
      elapsed_hours: 12,
      fulfilled_at: '2026-11-12T21:00:00Z',
    });
  });

  it('move the due date by the business time they take, and by nothing outside of it', () => {
    const policy: SlaPolicy = { ...policyWith({ resolution_hours: 8 }), calendar: officeHours };
    const paused = (from: string, to: string) =>
      assess(
        withStatuses([
          ['2026-11-02T09:00:00Z', 'open'],
          [from, 'pending'],
          [to, 'open'],
        ]),
        to,
        policy,
      ).resolution.due_at;
    expect(paused('2026-11-02T10:00:00Z', '2026-11-02T12:00:00Z')).toBe('2026-11-03T11:00:00Z');
    expect(paused('2026-11-02T10:00:00Z', '2026-11-03T10:00:00Z')).toBe('2026-11-03T17:00:00Z');
    expect(paused('2026-11-02T16:00:00Z', '2026-11-02T23:00:00Z')).toBe('2026-11-03T10:00:00Z');
  });

  it('while pending are none where the policy says so', () => {
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, pause_on_pending: false };
    const ticket = withStatuses([
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T19:00:00Z', 'pending'],
    ]);
    expect(assess(ticket, '2026-11-02T21:00:00Z', policy).resolution).toMatchObject({
      verdict: 'pending',
      elapsed_hours: 12,
      due_at: '2026-11-04T09:00:00Z',
    });
  });

  it.each(['hold', 'on-hold', 'On Hold', 'on_hold'])('while the vendor says %s are told from other waits', (raw) => {
    const hours = (policy: Partial<SlaPolicy>) =>
      assess(onHold(raw), '2026-11-02T21:00:00Z', { ...DEFAULT_SLA_POLICY, ...policy }).resolution.elapsed_hours;
    expect(hours({})).toBe(2);
    expect(hours({ pause_on_hold: false })).toBe(12);
    expect(hours({ pause_on_pending: false })).toBe(2);
    expect(hours({ pause_on_pending: false, pause_on_hold: false })).toBe(12);
  });

  it('while pending go on where only those on hold do not count', () => {
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, pause_on_hold: false };
    expect(assess(onHold('pending'), '2026-11-02T21:00:00Z', policy).resolution.elapsed_hours).toBe(2);
  });

  it('end when a ticket passes from hold to a wait that does not pause', () => {
    const [created, held] = buildStatusEvents(ticket_id, [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-02T10:00:00Z', 'pending'],
    ]) as [TicketEvent, TicketEvent];
    const events = [
      created,
      { ...held, raw_to: 'hold' } as TicketEvent,
      { ...held, event_id: 'waiting', at: '2026-11-02T12:00:00Z', raw_to: 'pending' } as TicketEvent,
    ];
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, pause_on_pending: false };
    const { resolution } = assess(buildTicket({ status: 'pending', events }), '2026-11-02T15:00:00Z', policy);
    expect(resolution).toMatchObject({ verdict: 'pending', elapsed_hours: 4 });
  });

  it('are known with a history of statuses and not without', () => {
    const known = withStatuses([['2026-11-02T09:00:00Z', 'open']]);
    const pausesKnown = (ticket: TicketRecord) => {
      const { first_response, resolution } = assess(ticket, '2026-11-02T10:00:00Z');
      return [first_response.pauses_known, resolution.pauses_known];
    };
    expect(pausesKnown(known)).toEqual([true, true]);
    expect(pausesKnown(buildTicket())).toEqual([true, false]);
  });

  it('of a ticket that waits now and has no history may have lasted for ever, so it is no breach', () => {
    const ticket = buildTicket({ status: 'pending' });
    expect(assess(ticket, '2026-12-02T00:00:00Z').resolution).toMatchObject({ verdict: 'paused', elapsed_hours: 0 });
  });

  it('longer than ten years leave a due date', () => {
    const ticket = withStatuses(
      [
        ['2012-11-02T09:00:00Z', 'open'],
        ['2012-11-02T10:00:00Z', 'resolved'],
        ['2026-11-02T09:00:00Z', 'open'],
      ],
      { created_at: '2012-11-02T09:00:00Z', first_response_at: '2012-11-02T09:30:00Z' },
    );
    expect(assess(ticket, '2026-11-02T10:00:00Z').resolution.due_at).toBe('2026-11-04T08:00:00Z');
  });
});

describe('a resolution', () => {
  it('that is left over on a ticket that is open again is none', () => {
    const ticket = buildTicket({ status: 'open', resolved_at: '2026-11-02T12:00:00Z' });
    expect(assess(ticket, '2026-11-05T09:00:00Z').resolution).toMatchObject({
      verdict: 'breached',
      fulfilled_at: null,
      decided_at: '2026-11-04T09:00:00Z',
    });
  });

  it('is where the ticket was closed, if it never was resolved before', () => {
    const ticket = buildTicket({ status: 'closed', closed_at: '2026-11-03T09:00:00Z' });
    expect(assess(ticket, '2026-11-05T09:00:00Z').resolution).toMatchObject({ verdict: 'met', elapsed_hours: 24 });
  });

  it('is not moved by the closing after it', () => {
    const ticket = withStatuses([
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-03T09:00:00Z', 'resolved'],
      ['2026-11-08T09:00:00Z', 'closed'],
    ]);
    expect(assess(ticket, '2026-11-20T00:00:00Z').resolution).toMatchObject({
      verdict: 'met',
      fulfilled_at: '2026-11-03T09:00:00Z',
    });
  });
});

describe('remaining hours', () => {
  const resolved = (resolved_at: string) =>
    assess(buildTicket({ status: 'resolved', resolved_at }), '2026-11-20T00:00:00Z').resolution;

  it('are the margin of a target that was met', () => {
    expect(resolved('2026-11-03T09:00:00Z')).toMatchObject({ verdict: 'met', remaining_hours: 24 });
  });

  it('are below 0 by how much a target was exceeded', () => {
    expect(resolved('2026-11-05T09:00:00Z')).toMatchObject({ verdict: 'breached', remaining_hours: -24 });
  });

  it('fall while the clock runs, business hours only', () => {
    const policy: SlaPolicy = { ...policyWith({ resolution_hours: 10 }), calendar: officeHours };
    const remaining = (now: string) => assess(buildTicket(), now, policy).resolution.remaining_hours;
    expect(remaining('2026-11-02T12:00:00Z')).toBe(7);
    expect(remaining('2026-11-03T09:00:00Z')).toBe(2);
    expect(remaining('2026-11-03T12:00:00Z')).toBe(-1);
  });

  it.each([
    ['2026-11-02T12:00:00Z', 3],
    ['2026-11-02T16:00:00Z', -1],
  ])("go by the vendor's due date, at %s", (now, hours) => {
    const due_at = '2026-11-02T15:00:00Z';
    const ticket = buildTicket({ vendor_sla: { resolution: { is_breached: false, due_at } } });
    expect(assess(ticket, now).resolution).toMatchObject({ remaining_hours: hours, due_at });
  });
});

describe('a calendar', () => {
  /** A Friday, an hour before the office closes. */
  const friday = { created_at: '2026-11-06T16:00:00Z', priority: 'critical' as const };

  it('is given with the policy or in place of its own; null is around the clock', () => {
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, calendar: officeHours };
    const due = (options: { policy?: SlaPolicy; calendar?: BusinessCalendar | null }) =>
      assessSla(buildTicket(friday), { now: friday.created_at, ...options }).resolution.due_at;
    expect(due({ policy })).toBe('2026-11-09T12:00:00Z');
    expect(due({ calendar: officeHours })).toBe('2026-11-09T12:00:00Z');
    expect(due({ policy, calendar: null })).toBe('2026-11-06T20:00:00Z');
  });

  it('does not hold for a priority that runs around the clock', () => {
    const critical = { ...DEFAULT_SLA_POLICY.targets.critical, business_hours: false };
    const targets = { ...DEFAULT_SLA_POLICY.targets, critical };
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, targets, calendar: officeHours };
    const at = (priority: TicketPriority) =>
      assess(buildTicket({ ...friday, priority }), '2026-11-06T21:00:00Z', policy).resolution;
    expect(at('critical')).toMatchObject({ verdict: 'breached', elapsed_hours: 5, due_at: '2026-11-06T20:00:00Z' });
    expect(at('high')).toMatchObject({ verdict: 'pending', elapsed_hours: 1, due_at: '2026-11-11T16:00:00Z' });
  });

  it('without an open window is refused, by the name of the field', () => {
    const calendar: BusinessCalendar = { timezone: 'UTC', weekly: { mon: [] }, holidays: [] };
    const refused = () => assessSla(buildTicket(), { calendar, now: '2026-11-03T00:00:00Z' });
    expect(refused).toThrow(InvalidInputError);
    expect(refused).toThrow(/calendar: weekly: expected at least one open window/);
  });
});

describe('a target', () => {
  it.each([0, -1, Number.NaN])('of %s hours is refused, by the name of the field', (resolution_hours) => {
    const refused = () => assess(buildTicket(), '2026-11-03T00:00:00Z', policyWith({ resolution_hours }));
    expect(refused).toThrow(InvalidInputError);
    expect(refused).toThrow(/target/);
  });
});

describe('a priority', () => {
  it('without a history is taken to have held throughout, which is said', () => {
    const assumed = (ticket: TicketRecord) => assess(ticket, '2026-11-02T10:00:00Z').resolution.priority_assumed;
    expect(assumed(buildTicket())).toBe(true);
    expect(assumed(buildTicket({ events: [priorityChange('2026-11-02T09:00:00Z', 'low', 'medium')] }))).toBe(false);
  });

  it('raised past the time already used breaches at the change', () => {
    const events = [priorityChange('2026-11-02T15:00:00Z', 'medium', 'critical')];
    const ticket = buildTicket({ priority: 'critical', events, source_updated_at: '2026-11-02T15:00:00Z' });
    expect(assess(ticket, '2026-11-02T14:59:59Z').resolution).toMatchObject({ verdict: 'pending', target_hours: 48 });
    expect(assess(ticket, '2026-11-02T15:00:01Z').resolution).toMatchObject({
      verdict: 'breached',
      target_hours: 4,
      breached_at: '2026-11-02T15:00:00Z',
    });
  });

  it('raised in time leaves the clock running from the creation', () => {
    const events = [priorityChange('2026-11-02T10:00:00Z', 'medium', 'critical')];
    const ticket = buildTicket({ priority: 'critical', events });
    expect(assess(ticket, '2026-11-02T11:00:00Z').resolution).toMatchObject({
      verdict: 'pending',
      elapsed_hours: 2,
      due_at: '2026-11-02T13:00:00Z',
    });
  });

  it('lowered after a breach does not undo it', () => {
    const events = [priorityChange('2026-11-02T15:00:00Z', 'critical', 'low')];
    const ticket = buildTicket({ priority: 'low', events });
    expect(assess(ticket, '2026-11-02T16:00:00Z').resolution).toMatchObject({
      verdict: 'breached',
      breached_at: '2026-11-02T13:00:00Z',
      target_hours: 72,
    });
  });

  it('lowered in time gives the longer target', () => {
    const events = [priorityChange('2026-11-02T12:00:00Z', 'critical', 'low')];
    const ticket = buildTicket({ priority: 'low', events });
    expect(assess(ticket, '2026-11-02T16:00:00Z').resolution).toMatchObject({ verdict: 'pending', target_hours: 72 });
  });

  it('changed after the clock stopped changes nothing of what the clock says', () => {
    const events = [priorityChange('2026-11-04T09:00:00Z', 'medium', 'critical')];
    const answered = { first_response_at: '2026-11-02T11:00:00Z', source_updated_at: '2026-11-04T09:00:00Z' };
    const raised = buildTicket({ ...answered, priority: 'critical', events });
    expect(assess(raised, '2026-11-05T00:00:00Z').first_response).toMatchObject({
      verdict: 'met',
      target_hours: 8,
      remaining_hours: 6,
      due_at: '2026-11-02T17:00:00Z',
    });
  });
});

describe("the vendor's verdict", () => {
  it('of a breach counts from the moment the vendor says, not before', () => {
    const ticket = buildTicket({
      vendor_sla: { resolution: { is_breached: true, breached_at: '2026-11-02T12:00:00Z' } },
    });
    expect(assess(ticket, '2026-11-02T11:00:00Z').resolution.verdict).toBe('pending');
    expect(assess(ticket, '2026-11-02T12:00:00Z').resolution).toMatchObject({
      verdict: 'breached',
      source: 'vendor',
      decided_at: '2026-11-02T12:00:00Z',
    });
  });

  it('of a breach without a time stays where it is, however late one looks', () => {
    const ticket = buildTicket({
      vendor_sla: { resolution: { is_breached: true } },
      source_updated_at: '2026-11-02T15:00:00Z',
    });
    for (const now of ['2026-11-02T20:00:00Z', '2026-11-03T20:00:00Z']) {
      expect(assess(ticket, now).resolution).toMatchObject({
        verdict: 'breached',
        decided_at: '2026-11-02T15:00:00Z',
      });
    }
  });

  it('never makes an open ticket met because it is not breached yet', () => {
    const ticket = buildTicket({ vendor_sla: { resolution: { is_breached: false } } });
    expect(assess(ticket, '2026-12-02T09:00:00Z').resolution.verdict).toBe('at_risk');
  });

  it('wins over the computed one, which is kept beside it', () => {
    const late = { status: 'resolved' as const, resolved_at: '2026-11-10T09:00:00Z' };
    const told = (is_breached: boolean, facts: Partial<TicketRecord>) =>
      assess(buildTicket({ ...facts, vendor_sla: { resolution: { is_breached } } }), '2026-11-20T00:00:00Z').resolution;
    expect(told(false, late)).toMatchObject({
      verdict: 'met',
      computed_verdict: 'breached',
      source: 'vendor',
      breached_at: null,
      decided_at: '2026-11-10T09:00:00Z',
    });
    expect(told(true, { ...late, resolved_at: '2026-11-02T10:00:00Z' })).toMatchObject({
      verdict: 'breached',
      computed_verdict: 'met',
      source: 'vendor',
    });
  });

  it('of one metric leaves the other one computed', () => {
    const { first_response, resolution } = assess(
      buildTicket({ vendor_sla: { resolution: { is_breached: false } } }),
      '2026-11-02T10:00:00Z',
    );
    expect([first_response.source, resolution.source]).toEqual(['computed', 'vendor']);
  });

  it('counts towards its own due date when it comes to risk', () => {
    const due_at = '2026-11-02T19:00:00Z';
    const ticket = buildTicket({ vendor_sla: { resolution: { is_breached: false, due_at } } });
    expect(assess(ticket, '2026-11-02T16:59:59Z').resolution.verdict).toBe('pending');
    expect(assess(ticket, '2026-11-02T17:00:00Z').resolution.verdict).toBe('at_risk');
  });

  it('in an event tells when the target was breached', () => {
    const ticket = buildTicket({ events: [slaBreached('2026-11-02T14:00:00Z')] });
    const { first_response, resolution } = assess(ticket, '2026-11-02T15:00:00Z');
    expect(resolution).toMatchObject({
      verdict: 'breached',
      computed_verdict: 'pending',
      source: 'vendor',
      breached_at: '2026-11-02T14:00:00Z',
      decided_at: '2026-11-02T14:00:00Z',
    });
    expect(first_response.source).toBe('computed');
  });

  it('in an event gives the time of a breach that the facts tell without one', () => {
    const vendor_sla = { resolution: { is_breached: true } };
    const ticket = buildTicket({ vendor_sla, events: [slaBreached('2026-11-02T14:00:00Z')] });
    expect(assess(ticket, '2026-11-02T15:00:00Z').resolution.breached_at).toBe('2026-11-02T14:00:00Z');
  });

  it('in a later event is not seen yet', () => {
    const facts = { created_at: '2026-11-02T09:00:00Z', source_updated_at: '2026-11-09T09:00:00Z' };
    const before = assess(buildTicket(facts), '2026-11-05T09:00:00Z');
    const ticket = buildTicket({ ...facts, events: [slaBreached('2026-11-09T09:00:00Z')] });
    expect(assess(ticket, '2026-11-05T09:00:00Z')).toEqual(before);
  });

  it('in several events is the first of them, in whatever order they come', () => {
    const events = [slaBreached('2026-11-02T16:00:00Z'), slaBreached('2026-11-02T14:00:00Z')];
    expect(assess(buildTicket({ events }), '2026-11-03T00:00:00Z').resolution.breached_at).toBe('2026-11-02T14:00:00Z');
  });
});

describe('any history', () => {
  const statuses = ['open', 'pending', 'resolved', 'closed'] as const;
  const priorities = ['low', 'medium', 'high', 'critical'] as const;
  const start = Date.parse('2026-11-02T09:00:00Z');
  const instant = (minutes: number) => new Date(start + minutes * 60_000).toISOString();

  const events = fc
    .uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 8 })
    .chain((moments) =>
      fc.tuple(
        ...moments.map((minutes) =>
          fc.tuple(
            fc.constant(instant(minutes)),
            fc.constantFrom('status', 'priority'),
            fc.constantFrom(...statuses),
            fc.constantFrom(...priorities),
          ),
        ),
      ),
    )
    .map((changes) =>
      changes.map(([at, kind, status, priority]): TicketEvent =>
        kind === 'status'
          ? { ticket_id, event_id: at, at, type: 'status_changed', from: null, to: status }
          : { ticket_id, event_id: at, at, type: 'priority_changed', from: null, to: priority },
      ),
    );

  it('ends in the same assessment whatever the order of its events', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 25_000 }), ([all, others], minutes) => {
        const now = instant(minutes);
        expect(assess(buildTicket({ events: others }), now)).toEqual(assess(buildTicket({ events: all }), now));
      }),
    );
  });

  it('uses no more business time than calendar time, and what is left is the target less what is used', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 25_000 }), (all, minutes) => {
        const ticket = buildTicket({ events: all });
        const around = assess(ticket, instant(minutes)).resolution;
        const office = assess(ticket, instant(minutes), { ...DEFAULT_SLA_POLICY, calendar: officeHours }).resolution;
        expect(office.elapsed_hours).toBeLessThanOrEqual(around.elapsed_hours);
        expect(around.elapsed_hours).toBeLessThanOrEqual(minutes / 60);
        expect(office.remaining_hours).toBeCloseTo((office.target_hours ?? Number.NaN) - office.elapsed_hours, 9);
      }),
    );
  });

  it('that has breached stays breached however late one looks, at the same moment', () => {
    const moments = fc.tuple(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 25_000 }));
    fc.assert(
      fc.property(events, moments, (all, [early, more]) => {
        const ticket = buildTicket({ events: all, source_updated_at: instant(20_000) });
        for (const metric of ['first_response', 'resolution'] as const) {
          const before = assess(ticket, instant(early))[metric];
          if (before.breached_at === null) continue;
          expect(assess(ticket, instant(early + more))[metric]).toMatchObject({
            verdict: 'breached',
            breached_at: before.breached_at,
          });
        }
      }),
    );
  });

  it('breaches with the first second that is too many, inside open hours', () => {
    const calendars = fc.constantFrom(officeHours, null);
    fc.assert(
      fc.property(events, calendars, (all, calendar) => {
        const told = all.filter(({ type }) => type === 'status_changed');
        const ticket = buildTicket({ events: told, source_updated_at: instant(20_000) });
        const at = (now: string) => assessSla(ticket, { now, calendar });
        for (const metric of ['first_response', 'resolution'] as const) {
          const { breached_at, target_hours } = at(instant(25_000))[metric];
          if (breached_at === null) continue;
          expect(at(breached_at)[metric]).toMatchObject({ breached_at: null, elapsed_hours: target_hours });
          const next = new Date(Date.parse(breached_at) + 1000).toISOString();
          expect(at(next)[metric]).toMatchObject({ verdict: 'breached', breached_at });
        }
      }),
    );
  });
});
