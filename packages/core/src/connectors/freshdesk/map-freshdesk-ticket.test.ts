import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { labelsOf } from './account-lists.js';
import { mapOne, ticketRow } from './__fixtures__/map-one.js';
import { mapFreshdeskRecords } from './map-freshdesk-records.js';

const fixture = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`__fixtures__/${name}.json`, import.meta.url), 'utf8'));

const labels = async () => ({ labels: labelsOf((await fixture('ticket-fields')) as unknown[]) });

test('the documented tickets become tickets (B8)', async () => {
  const { tickets, skipped } = mapFreshdeskRecords(await fixture('tickets'), { domain: 'acme' });
  expect(skipped).toEqual([]);
  expect(tickets).toMatchObject([
    {
      ticket_id: 'freshdesk:acme:18',
      external_url: 'https://acme.freshdesk.com/a/tickets/18',
      subject: 'Payment failed',
      category: 'Question',
      priority: 'medium',
      status: 'open',
      raw_status: 'Open',
      created_at: '2026-03-02T08:00:00Z',
      first_response_at: null,
      resolved_at: null,
      csat_offered: null,
      is_escalated: false,
      requester_email: 'ada@acme.example',
      source_updated_at: '2026-03-03T10:01:17Z',
    },
    { ticket_id: 'freshdesk:acme:21', status: 'closed', company: { id: '300', name: 'Acme' }, requester_email: null },
    { ticket_id: 'freshdesk:acme:24', priority: 'critical', raw_priority: 'Urgent', reopened_count: 1 },
  ]);
});

describe('statuses (B2.3)', () => {
  test.each([
    [2, 'open', 'Open'],
    [3, 'pending', 'Pending'],
    [4, 'resolved', 'Resolved'],
    [5, 'closed', 'Closed'],
    [6, 'pending', 'Waiting on Customer'],
    [7, 'pending', 'Waiting on Third Party'],
  ])('%i is %s', (status, ours, raw) => {
    const { ticket, warnings } = mapOne(ticketRow({ status }));
    expect(ticket).toMatchObject({ status: ours, raw_status: raw });
    expect(warnings).toEqual([]);
  });

  test("an account's own status keeps the agents' label, and is open with a warning until it is mapped", async () => {
    const row = ticketRow({ status: 12 });
    const directory = await labels();
    const { ticket, warnings } = mapOne(row, { directory });
    expect(ticket).toMatchObject({ status: 'open', raw_status: 'With Engineering' });
    expect(warnings).toEqual([{ code: 'unknown_status', field: 'status', value: 'With Engineering', count: 1 }]);
    for (const key of ['with engineering', '12']) {
      const mapped = mapOne(row, { directory, settings: { status_map: { [key]: 'pending' } } });
      expect(mapped.ticket?.status).toBe('pending');
      expect(mapped.warnings).toEqual([]);
    }
  });

  test('a label that an administrator gave to a built-in status changes its word, not its meaning', () => {
    const directory = { labels: labelsOf([{ type: 'default_status', choices: { 3: ['Warten', 'x'] } }]) };
    expect(mapOne(ticketRow({ status: 3 }), { directory }).ticket).toMatchObject({
      status: 'pending',
      raw_status: 'Warten',
    });
    const settings = { status_map: { Warten: 'open' } } as const;
    expect(mapOne(ticketRow({ status: 3 }), { directory, settings }).ticket?.status).toBe('open');
  });

  test('choices of a priority are the other way round than those of a status', async () => {
    const { statuses, priorities } = labelsOf((await fixture('ticket-fields')) as unknown[]);
    expect(statuses.get('12')).toBe('With Engineering');
    expect(priorities.get('4')).toBe('Urgent');
  });
});

test.each([
  [1, 'low', 'Low'],
  [2, 'medium', 'Medium'],
  [3, 'high', 'High'],
  [4, 'critical', 'Urgent'],
  [null, 'medium', null],
])('priority %s is %s (B2.1)', (priority, ours, raw_priority) => {
  expect(mapOne(ticketRow({ priority })).ticket).toMatchObject({ priority: ours, raw_priority });
});

test('an unknown priority is medium with a warning; an override decides', () => {
  expect(mapOne(ticketRow({ priority: 9 })).warnings).toMatchObject([{ code: 'unknown_priority', value: '9' }]);
  expect(mapOne(ticketRow({ priority: 4 }), { settings: { priority_map: { Urgent: 'high' } } }).ticket?.priority).toBe(
    'high',
  );
});

describe('fields (B2.1)', () => {
  test('lists may be null or empty, and custom fields of any type', () => {
    const { ticket, skipped } = mapOne(
      ticketRow({
        tags: null,
        cc_emails: null,
        custom_fields: { cf_vip: true, cf_seats: 7, cf_plan: ' Gold ', cf_none: null },
      }),
      { settings: { customer_field: 'cf_seats', category_field: 'cf_plan' } },
    );
    expect(skipped).toEqual([]);
    expect(ticket).toMatchObject({ tags: [], category: 'Gold', company: { id: null, custom_field: '7' } });
  });

  test('the category is that of a rule, else of a field, else the type, else none', () => {
    const row = ticketRow({ type: 'Incident', tags: ['vpn'], custom_fields: { cf_topic: 'Network' } });
    const category_rules = [{ when: [{ field: 'field:cf_topic', equals: 'network' }], category: 'connectivity' }];
    expect(mapOne(row, { settings: { category_rules, category_field: 'cf_topic' } }).ticket?.category).toBe(
      'connectivity',
    );
    expect(mapOne(row, { settings: { category_field: 'cf_topic' } }).ticket?.category).toBe('Network');
    expect(mapOne(row).ticket?.category).toBe('Incident');
    expect(mapOne(ticketRow()).ticket?.category).toBe('uncategorized');
  });

  test('an address that is none is left out, visibly', () => {
    const { ticket, warnings } = mapOne(ticketRow({ requester: { email: 'no address' } }));
    expect(ticket?.requester_email).toBeNull();
    expect(warnings).toMatchObject([{ code: 'not_an_email', value: null }]);
  });

  test('an assignee is a name, and nobody where the name is unknown', () => {
    const row = ticketRow({ responder_id: 55 });
    expect(mapOne(row).ticket?.assignee).toBeNull();
    expect(
      mapOne(row, { directory: { agent: (id) => (id === 55 ? { name: 'Bo' } : undefined) } }).ticket?.assignee,
    ).toBe('Bo');
  });

  test('a ticket that an agent requested is internal', () => {
    const { removed, tickets } = mapOne(ticketRow(), { directory: { agent: () => ({ name: 'Bo' }) } });
    expect(tickets).toEqual([]);
    expect(removed).toMatchObject([{ ticket_id: 'freshdesk:acme:1', reason: 'internal' }]);
  });

  test.each([
    [{ deleted: true }, 'deleted'],
    [{ spam: true }, 'spam'],
    [{ spam: 1 }, 'spam'],
  ])('%o is removed', (flags, reason) => {
    expect(mapOne(ticketRow(flags)).removed).toEqual([
      { ticket_id: 'freshdesk:acme:1', reason, source_updated_at: '2026-03-02T09:00:00Z' },
    ]);
  });

  test('a company of the ticket is known by its own field, one that is missing by the requester (B2.1)', () => {
    const directory = {
      company: (id: number) => (id === 300 ? { name: 'Acme', external_id: 'cust_1' } : undefined),
      companyOf: (id: number | null) => (id === 9001 ? 300 : null),
    };
    const company = { id: '300', name: 'Acme', external_id: 'cust_1', custom_field: null };
    expect(mapOne(ticketRow({ company_id: 300 }), { directory }).ticket?.company).toEqual(company);
    expect(mapOne(ticketRow({ company_id: null }), { directory }).ticket?.company).toEqual(company);
    expect(mapOne(ticketRow({ requester_id: 1 }), { directory }).ticket).not.toHaveProperty('company');
  });
});

describe('moments', () => {
  const done = { status: 4, updated_at: '2026-03-04T00:00:00Z' };

  test('a resolution counts only while it stands', () => {
    const stats = { resolved_at: '2026-03-03T08:00:00Z', reopened_at: '2026-03-03T10:00:00Z' };
    expect(mapOne(ticketRow({ stats })).ticket).toMatchObject({
      resolved_at: null,
      first_resolved_at: null,
      reopened_count: 1,
    });
    expect(mapOne(ticketRow({ ...done, stats })).ticket).toMatchObject({
      resolved_at: '2026-03-03T08:00:00Z',
      first_resolved_at: null,
    });
  });

  test('a ticket that was closed without being resolved was resolved then', () => {
    const { ticket } = mapOne(ticketRow({ ...done, status: 5, stats: { closed_at: '2026-03-03T08:00:00Z' } }));
    expect(ticket).toMatchObject({ resolved_at: '2026-03-03T08:00:00Z', closed_at: '2026-03-03T08:00:00Z' });
  });

  test("an account's own status for resolved counts from when it was set", () => {
    const row = ticketRow({ ...done, status: 12, stats: { status_updated_at: '2026-03-03T08:00:00Z' } });
    const { ticket } = mapOne(row, { settings: { status_map: { 12: 'resolved' } } });
    expect(ticket?.resolved_at).toBe('2026-03-03T08:00:00Z');
  });

  test('what lies before the creation is left out, visibly', () => {
    const stats = { resolved_at: '2026-03-01T00:00:00Z', first_responded_at: '2026-03-02T08:00:00Z' };
    const { ticket, warnings } = mapOne(ticketRow({ ...done, stats }));
    expect(ticket).toMatchObject({ resolved_at: null, first_response_at: null });
    expect(warnings.map(({ code, field }) => [code, field])).toEqual([
      ['not_after_creation', 'stats.first_responded_at'],
      ['before_creation', 'stats.resolved_at'],
    ]);
  });

  test.each(['created_at', 'updated_at'])('a ticket without a readable %s is kept aside', (field) => {
    expect(mapOne(ticketRow({ [field]: '2026-03-02 08:00' })).skipped).toMatchObject([{ position: '1', field }]);
  });
});

describe('escalations (B6)', () => {
  test('a missed target is no escalation by a person, unless a rule says so', () => {
    const row = ticketRow({ is_escalated: true, fr_escalated: true, nr_escalated: true });
    expect(mapOne(row).ticket?.is_escalated).toBe(false);
    const escalation_rules = [{ when: [{ field: 'sla', equals: 'resolution_overdue' }], reason: 'overdue', level: 2 }];
    expect(mapOne(row, { settings: { escalation_rules } }).ticket).toMatchObject({
      is_escalated: true,
      escalation_reason: 'overdue',
      escalation_level: 2,
      escalation_status: 'open',
    });
  });

  test.each([
    [{ tags: ['vip', 'Escalated'] }, 'tag for escalations'],
    [{ group_id: 72 }, 'group for escalations'],
    [{ type: 'Escalation' }, 'type Escalation'],
  ])('%o is one', (fields, escalation_reason) => {
    const directory = { groupName: (id: number) => (id === 72 ? 'Escalations' : null) };
    expect(mapOne(ticketRow(fields), { directory }).ticket).toMatchObject({ is_escalated: true, escalation_reason });
  });

  test('without rules nobody knows', () => {
    expect(mapOne(ticketRow(), { settings: { escalation_rules: [] } }).ticket).toMatchObject({
      is_escalated: false,
      escalation_known: false,
    });
  });
});
