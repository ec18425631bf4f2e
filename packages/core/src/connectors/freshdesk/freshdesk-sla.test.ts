import { describe, expect, test } from 'vitest';
import { mapOne, ticketRow } from './__fixtures__/map-one.js';

const DUE = '2026-03-05T10:00:00Z';
const FIRST_DUE = '2026-03-02T12:00:00Z';
const LATER = '2026-03-09T00:00:00Z';

const slaOf = (fields: Record<string, unknown>) =>
  mapOne(ticketRow({ updated_at: LATER, ...fields })).ticket?.vendor_sla;

describe('first response (B2.4)', () => {
  test.each([
    ['a reply in time is met', { stats: { first_responded_at: FIRST_DUE } }, { is_breached: false, due_at: FIRST_DUE }],
    [
      'a late reply is a breach, though no flag says so',
      { stats: { first_responded_at: '2026-03-02T12:00:01Z' } },
      { is_breached: true, breached_at: FIRST_DUE, due_at: FIRST_DUE },
    ],
    ['the flag is a breach', { fr_escalated: true }, { is_breached: true, breached_at: FIRST_DUE, due_at: FIRST_DUE }],
    ['an open ticket is decided by the clock', {}, { is_breached: null, due_at: FIRST_DUE }],
    ['while the timer stands still nothing is due', { status: 6 }, { is_breached: false, due_at: null }],
    [
      'a ticket resolved late without a reply waited until then',
      { status: 4, stats: { resolved_at: '2026-03-03T00:00:00Z' } },
      { is_breached: true, breached_at: FIRST_DUE, due_at: FIRST_DUE },
    ],
  ])('%s', (_, fields, verdict) => {
    expect(slaOf(fields)?.first_response).toEqual(verdict);
  });

  test('nobody waits for an answer to an outbound message: source 10', () => {
    const { ticket } = mapOne(ticketRow({ source: 10, fr_escalated: true }));
    expect(ticket?.vendor_sla).not.toHaveProperty('first_response');
    expect(ticket).toMatchObject({ opened_by: 'agent', first_response_at: '2026-03-02T08:00:00Z' });
  });

  test('a ticket that was closed in the moment of its creation is no breach (B2.1)', () => {
    const at = '2026-03-02T08:00:00Z';
    const sla = slaOf({ status: 5, stats: { resolved_at: at, closed_at: at } });
    expect(sla).toEqual({
      first_response: { is_breached: false, due_at: FIRST_DUE },
      resolution: { is_breached: false, due_at: DUE },
    });
  });
});

describe('resolution (B2.4)', () => {
  test.each([
    ['in time is met', { status: 4, stats: { resolved_at: DUE } }, { is_breached: false, due_at: DUE }],
    [
      'late is a breach',
      { status: 4, stats: { resolved_at: '2026-03-05T10:00:01Z' } },
      { is_breached: true, breached_at: DUE, due_at: DUE },
    ],
    [
      'a ticket that was only closed ended then',
      { status: 5, stats: { closed_at: LATER } },
      { is_breached: true, breached_at: DUE, due_at: DUE },
    ],
    ['the flag is a breach', { is_escalated: true }, { is_breached: true, breached_at: DUE, due_at: DUE }],
    ['an open ticket is decided by the clock', {}, { is_breached: null, due_at: DUE }],
    ['in a stopped status "past due" is no breach', { status: 3 }, { is_breached: false, due_at: null }],
    [
      'a breach stays one in a stopped status',
      { status: 7, is_escalated: true },
      { is_breached: true, breached_at: DUE, due_at: null },
    ],
  ])('%s', (_, fields, verdict) => {
    expect(slaOf(fields)?.resolution).toEqual(verdict);
  });

  test('a due time that was put off does not take a flagged breach back', () => {
    const sla = slaOf({ is_escalated: true, due_by: '2026-04-01T00:00:00Z' });
    expect(sla?.resolution).toMatchObject({ is_breached: true, breached_at: LATER });
  });
});

test('the statuses in which the timer stands still are a setting, by label or number', () => {
  const stopped = (timer_stopped_statuses: string[]) =>
    mapOne(ticketRow({ status: 3 }), { settings: { timer_stopped_statuses } }).ticket?.vendor_sla?.resolution?.due_at;
  expect(stopped([])).toBe(DUE);
  expect(stopped(['pending'])).toBeNull();
  expect(stopped(['3'])).toBeNull();
});

test('due times are always filled: whether there is an SLA at all is a setting', () => {
  expect(mapOne(ticketRow(), { settings: { sla: 'none' } }).ticket).not.toHaveProperty('vendor_sla');
});

test('a due time that cannot be read is left out, visibly', () => {
  const { ticket, warnings } = mapOne(ticketRow({ due_by: 'soon', fr_due_by: null }));
  expect(ticket?.vendor_sla).toEqual({});
  expect(warnings).toMatchObject([{ code: 'unreadable_time', field: 'due_by' }]);
});
