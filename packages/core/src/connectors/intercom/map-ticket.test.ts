import { describe, expect, test } from 'vitest';
import { draftOf, map, ticket } from './__fixtures__/map-records.js';
import { CONVERSATION, TICKET } from './__fixtures__/payloads.js';

describe('tickets (1.4; 7.4)', () => {
  test('state may be an object or, up to 2.11, a word with labels beside it', () => {
    const older = { ticket_state: 'resolved', ticket_state_internal_label: 'Shipped', admin_assignee_id: '0' };
    expect(draftOf(ticket(older))).toEqual(draftOf(TICKET));
    expect(draftOf(TICKET)).toMatchObject({ status: 'resolved', raw_status: 'Shipped', assignee: null });
  });
  test.each([
    ['submitted', true, 'open'],
    ['in_progress', true, 'open'],
    ['waiting_on_customer', true, 'pending'],
    ['resolved', true, 'resolved'],
    ['resolved', false, 'closed'],
  ])('%s with open %s is %s', (category, open, status) => {
    expect(draftOf(ticket({ ticket_state: { category }, open })).status).toBe(status);
  });
  test('the label of a state can be decided on', () => {
    expect(draftOf(TICKET, { status_map: { shipped: 'closed' } }).status).toBe('closed');
  });
  test('alone take their times from their parts: a note is no reply', () => {
    const { tickets, events } = map(TICKET);
    expect(tickets[0]).toMatchObject({
      external_number: '53',
      subject: 'Export stops',
      created_at: '2025-08-20T09:00:00Z',
      first_response_at: '2025-08-20T09:15:00Z',
      first_resolved_at: '2025-08-20T09:43:20Z',
      resolved_at: '2025-08-20T11:06:40Z',
      reopened_count: 1,
    });
    expect(events).toMatchObject([
      { event_id: 'created', at: '2025-08-20T09:00:00Z', from: null, to: 'open', raw_to: 'submitted' },
      { event_id: 'part:3', from: 'open', to: 'resolved' },
      { event_id: 'part:4', from: 'resolved', to: 'open' },
      { event_id: 'part:5', at: '2025-08-20T11:06:40Z', from: 'open', to: 'resolved' },
    ]);
  });
  test('with more than 500 parts do not tell the first reply', () => {
    const parts = { ...TICKET.ticket_parts, total_count: 812 };
    expect(draftOf(ticket({ ticket_parts: parts }))).toMatchObject({
      first_response_at: null,
      first_resolved_at: null,
      resolved_at: '2025-08-20T11:06:40Z',
    });
  });
  test.each(['Back-office', 'Tracker'])('of the category %s are internal', (category) => {
    expect(map(ticket({ category })).removed).toMatchObject([{ reason: 'internal' }]);
    expect(draftOf(ticket({ category }), { ticket_categories: ['Customer', 'Back-office', 'Tracker'] })).toBeDefined();
  });
  test('and the conversation of the same id are one: times, SLA, rating and company of the one, state and type of the other', () => {
    for (const document of [
      [CONVERSATION, TICKET],
      [TICKET, CONVERSATION],
    ]) {
      expect(draftOf(document)).toMatchObject({
        ticket_id: 'intercom:abc123:215474207312016',
        subject: 'Export stops',
        category: 'Bug report',
        status: 'resolved',
        raw_status: 'Shipped',
        created_at: '2025-08-20T08:00:00Z',
        first_response_at: '2025-08-20T09:15:00Z',
        resolved_at: '2025-08-20T11:06:40Z',
        csat_score: 2,
        vendor_sla: { resolution: { is_breached: true } },
        company: { external_id: 'cust_42' },
        source_updated_at: '2025-08-20T11:41:50Z',
      });
    }
  });
  test('have the priority of an attribute, where a connection names one', () => {
    expect(draftOf(TICKET, { priority_field: 'Urgency' }).priority).toBe('critical');
    expect(draftOf(TICKET).priority).toBe('medium');
  });
});
