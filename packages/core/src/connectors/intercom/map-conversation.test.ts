import { describe, expect, test } from 'vitest';
import { conversation, draftOf, map } from './__fixtures__/map-records.js';
import { CONVERSATION, TICKET } from './__fixtures__/payloads.js';

describe('a conversation of version 2.16 (1.9)', () => {
  test('becomes a ticket with all that it tells', () => {
    expect(draftOf(CONVERSATION)).toEqual({
      ticket_id: 'intercom:abc123:215474207312016',
      subject: 'Export fails',
      category: 'uncategorized',
      priority: 'high',
      raw_priority: 'high',
      status: 'resolved',
      raw_status: 'closed',
      created_at: '2025-08-20T08:00:00Z',
      opened_by: 'requester',
      first_response_at: '2025-08-20T09:15:00Z',
      resolved_at: '2025-08-20T11:40:00Z',
      first_resolved_at: '2025-08-20T10:50:00Z',
      closed_at: null,
      csat_score: 2,
      csat_feedback: 'Slow',
      csat_responded_at: '2025-08-20T11:41:45Z',
      csat_scale: 'five_point',
      csat_offered: true,
      is_escalated: true,
      escalation_reason: 'tag "escalated"',
      escalation_level: null,
      escalated_at: '2025-08-20T09:00:00Z',
      escalation_status: 'resolved',
      reopened_count: 1,
      source_system: 'intercom',
      external_id: '215474207312016',
      external_number: null,
      external_url: 'https://app.intercom.com/a/inbox/abc123/inbox/conversation/215474207312016',
      requester_email: 'ana@globex.example',
      assignee: null,
      tags: ['escalated'],
      source_updated_at: '2025-08-20T11:41:45Z',
      vendor_sla: { resolution: { is_breached: true } },
      company: { id: '68aa01f2c0ffee0000000001', external_id: 'cust_42', name: 'Globex', custom_field: null },
    });
  });

  test.each([
    ['eu', 'https://app.eu.intercom.com/'],
    ['au', 'https://app.au.intercom.com/'],
  ] as const)('of the region %s links into %s (1.6)', (region, host) => {
    expect(draftOf(CONVERSATION, { region }).external_url).toContain(host);
  });
});

describe('the status of a conversation (1.3, 1.6; 7.2)', () => {
  test('is pending while snoozed, although `open` is true', () => {
    expect(draftOf(conversation({ state: 'snoozed', open: true })).status).toBe('pending');
  });
  test('open again after a close is not resolved, although last_close_at stays', () => {
    expect(draftOf(conversation({ state: 'open', open: true }))).toMatchObject({
      status: 'open',
      resolved_at: null,
      first_resolved_at: '2025-08-20T10:50:00Z',
      reopened_count: 1,
      escalation_status: 'open',
    });
  });
  test('closed can be final for a connection', () => {
    expect(draftOf(CONVERSATION, { status_map: { closed: 'closed' } })).toMatchObject({
      status: 'closed',
      closed_at: '2025-08-20T11:40:00Z',
    });
  });
  test('that nobody has heard of is open, with a warning', () => {
    const { tickets, warnings } = map(conversation({ state: 'limbo' }));
    expect(tickets[0]).toMatchObject({ status: 'open', raw_status: 'limbo' });
    expect(warnings).toContainEqual({ code: 'unknown_status', field: 'status', value: 'limbo', count: 1 });
  });
});

describe('what may be absent (7.3)', () => {
  test('is absent: statistics, source, title, SLA and rating', () => {
    const bare = { statistics: null, source: null, title: '', sla_applied: null, conversation_rating: null };
    const draft = draftOf(conversation(bare));
    expect(draft).toMatchObject({
      subject: '',
      first_response_at: null,
      resolved_at: null,
      csat_score: null,
      csat_offered: null,
      opened_by: null,
      requester_email: null,
    });
    expect(draft).not.toHaveProperty('vendor_sla');
  });
  test('a rating that was asked for and not given was offered', () => {
    expect(draftOf(conversation({ conversation_rating: { rating: null, created_at: 1755690001 } }))).toMatchObject({
      csat_score: null,
      csat_offered: true,
    });
  });
  test.each([0, null, '0'])('nobody is assigned: %j', (admin_assignee_id) => {
    expect(draftOf(conversation({ admin_assignee_id, team_assignee_id: admin_assignee_id })).assignee).toBeNull();
  });
  test('last_closed_by_id may be a number or a text', () => {
    const { statistics } = CONVERSATION;
    const texts = { ...statistics, last_closed_by_id: '991267715' };
    expect(draftOf(conversation({ statistics: texts })).resolved_at).toBe('2025-08-20T11:40:00Z');
  });
});

describe('the subject (1.3)', () => {
  const source = { ...CONVERSATION.source, subject: null };
  test.each([
    ['title', { title: 'Billing & VAT' }, 'Billing & VAT'],
    ['mail', {}, 'Export fails'],
    ['AI title', { source, custom_attributes: { 'AI Title': 'Nightly export' } }, 'Nightly export'],
  ])('is that of the %s', (_, fields, subject) => {
    expect(draftOf(conversation(fields)).subject).toBe(subject);
  });
  test('is nothing rather than what a contact wrote, unless the connection says so', () => {
    const chat = conversation({ source: { ...source, subject: '' } });
    expect(draftOf(chat).subject).toBe('');
    expect(draftOf(chat, { subject_from_message: true }).subject).toBe('Our nightly export stops at 90%.');
    const long = conversation({ source: { ...source, body: `<p>${'word '.repeat(90)}</p>` } });
    expect(draftOf(long, { subject_from_message: true }).subject).toHaveLength(80);
  });
});

describe('priorities in both vocabularies (1.1; 7.4)', () => {
  test.each([
    ['none', 'medium'],
    ['low', 'low'],
    ['medium', 'medium'],
    ['high', 'high'],
    ['urgent', 'critical'],
    ['priority', 'high'],
    ['not_priority', 'medium'],
    [null, 'medium'],
  ])('%s is %s', (word, priority) => {
    const { tickets, warnings } = map(conversation({ priority: word }));
    expect(tickets[0]).toMatchObject({ priority, raw_priority: word });
    expect(warnings).toEqual([]);
  });
});

describe('ratings (1.3)', () => {
  test('`created_at` is when it was asked for, never when it was answered', () => {
    const { updated_at: _, ...older } = CONVERSATION.conversation_rating;
    expect(draftOf(conversation({ conversation_rating: older }))).toMatchObject({
      csat_score: 2,
      csat_responded_at: null,
    });
  });
  test('those of the AI agent and of the model are not counted', () => {
    const draft = draftOf(
      conversation({
        conversation_rating: null,
        ai_agent: { rating: 1, rating_remark: 'bad', resolution_state: 'escalated' },
        custom_attributes: { 'CX Score rating': 1 },
        tags: { tags: [] },
        linked_objects: null,
      }),
    );
    expect(draft).toMatchObject({ csat_score: null, csat_offered: null, is_escalated: false });
  });
  test('a score off the scale is none, visibly', () => {
    const { tickets, warnings } = map(conversation({ conversation_rating: { rating: 7 } }));
    expect(tickets[0]).toMatchObject({ csat_score: null, csat_offered: true });
    expect(warnings.map(({ code }) => code)).toEqual(['unknown_csat_score']);
  });
});

describe('the SLA of a conversation (1.3)', () => {
  test.each([
    ['hit', { resolution: { is_breached: false } }],
    ['missed', { resolution: { is_breached: true } }],
    ['active', undefined],
    ['cancelled', undefined],
    [null, undefined],
    ['constructor', undefined],
  ])('%s', (sla_status, vendor_sla) => {
    expect(draftOf(conversation({ sla_applied: { sla_status } })).vendor_sla).toEqual(vendor_sla);
  });
});

describe('outbound messages (1.3)', () => {
  const outbound = (fields: object, delivered_as = 'admin_initiated') =>
    conversation({
      source: { ...CONVERSATION.source, delivered_as, author: { type: 'admin', id: '1', email: 'lee@desk.example' } },
      ...fields,
    });
  const silence = { statistics: { ...CONVERSATION.statistics, first_contact_reply_at: null } };

  test.each(['admin_initiated', 'automated', 'operator_initiated'])('%s without an answer are internal', (how) => {
    const { tickets, removed } = map(outbound(silence, how));
    expect(tickets).toEqual([]);
    expect(removed).toMatchObject([{ ticket_id: 'intercom:abc123:215474207312016', reason: 'internal' }]);
  });
  test('with an answer count, and their author is not the requester', () => {
    expect(draftOf(outbound({}))).toMatchObject({ opened_by: 'agent', requester_email: null });
  });
  test('can be kept', () => {
    expect(draftOf(outbound(silence), { unanswered_outbound: 'keep' }).opened_by).toBe('agent');
  });
});

describe('escalations (1.6)', () => {
  test('a linked tracker ticket is one, at an unknown time', () => {
    expect(draftOf(conversation({ tags: { tags: [] } }))).toMatchObject({
      is_escalated: true,
      escalation_reason: 'linked to a tracker ticket',
      escalated_at: null,
    });
  });
  test('rules may look at the team, the priority and any attribute', () => {
    const rule = (field: string, equals: string) => ({
      escalation_rules: [{ when: [{ field, equals }], reason: 'by rule', level: 2 }],
    });
    const escalated = { is_escalated: true, escalation_reason: 'by rule', escalation_level: 2 };
    expect(draftOf(conversation({ team_assignee_id: 77 }), rule('group', '77'))).toMatchObject(escalated);
    expect(draftOf(conversation({ priority: 'urgent' }), rule('priority', 'urgent'))).toMatchObject(escalated);
    expect(draftOf(CONVERSATION, rule('field:Language', 'english'))).toMatchObject(escalated);
    expect(draftOf(CONVERSATION, rule('field:constructor', 'x')).is_escalated).toBe(false);
  });
});

describe('categories', () => {
  test('come from the first rule, then an attribute, then the topic', () => {
    const topics = { topics: { type: 'topic.list', topics: [{ type: 'topic', id: 1, name: 'Exports' }] } };
    const category_rules = [{ when: [{ field: 'channel', equals: 'email' }], category: 'mail' }];
    expect(draftOf(conversation(topics)).category).toBe('Exports');
    expect(draftOf(conversation(topics), { category_field: 'Language' }).category).toBe('English');
    expect(draftOf(conversation(topics), { category_field: 'Language', category_rules }).category).toBe('mail');
  });
  test('a ticket is of its type', () => {
    expect(draftOf(TICKET).category).toBe('Bug report');
  });
});

describe('moments', () => {
  test('before the ticket was opened are dropped, visibly', () => {
    const statistics = { ...CONVERSATION.statistics, first_admin_reply_at: 1755600000, last_close_at: 1755600001 };
    const { tickets, warnings } = map(conversation({ statistics }));
    expect(tickets[0]).toMatchObject({ first_response_at: null, resolved_at: null });
    expect(warnings).toMatchObject([{ code: 'impossible_moment' }, { code: 'impossible_moment' }]);
  });
  test('0 is never', () => {
    expect(map(conversation({ created_at: 0 })).skipped).toMatchObject([
      { position: '215474207312016', field: 'created_at', reason: 'expected seconds since the epoch' },
    ]);
  });
});
