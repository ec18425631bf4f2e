import { describe, expect, test } from 'vitest';
import type { TicketPatch, WebhookChanges } from '../connector.js';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { createReceiving } from './__fixtures__/receiving.js';
import { CSAT_RECEIVED, CUSTOMER_UPSERTED, TICKET_UPSERTED } from './__fixtures__/sample-deliveries.js';
import type { WebhookSettings } from './webhook-options.js';

const { data } = TICKET_UPSERTED;

const changesOf = async (event: object, settings: Partial<WebhookSettings> = {}): Promise<WebhookChanges> => {
  const { sender, read } = createReceiving(settings);
  const reading = await read(await sender.deliver(TICKET_UPSERTED, { body: JSON.stringify(event) }));
  if (reading.kind !== 'accepted' || !reading.changes) throw new Error(JSON.stringify(reading));
  return reading.changes;
};

/** What becomes of a ticket's data, and the warnings about it. */
const patchOf = async (
  ticket: object,
  settings: Partial<WebhookSettings> = {},
): Promise<TicketPatch & { warned: string[] }> => {
  const { patches, warnings } = await changesOf({ ...TICKET_UPSERTED, data: ticket }, settings);
  const [patch] = patches;
  if (!patch) throw new Error('no patch');
  expect(ticketDraftSchema.safeParse(patch.draft).error).toBeUndefined();
  return { ...patch, warned: warnings.map(({ code, field }) => `${code} ${field}`) };
};

test('the sample of the facts is a whole ticket', async () => {
  const { draft, warned } = await patchOf(data);
  expect(draft).toEqual({
    ticket_id: 'webhook:helpdesk:T-1042',
    source_system: 'webhook',
    external_id: 'T-1042',
    external_number: '1042',
    source_updated_at: '2026-08-20T10:15:29Z',
    subject: 'Export fails',
    category: 'problem',
    status: 'open',
    raw_status: 'open',
    priority: 'high',
    raw_priority: 'high',
    created_at: '2026-08-18T09:12:44Z',
    first_response_at: '2026-08-18T14:01:10Z',
    resolved_at: null,
    closed_at: null,
    csat_offered: null,
    is_escalated: true,
    escalation_known: true,
    escalation_reason: 'marked as escalated by the sender',
    escalation_level: null,
    escalated_at: '2026-08-19T08:00:00Z',
    reopened_count: 0,
    external_url: 'https://helpdesk.example/t/1042',
    requester_email: 'ana@globex.example',
    assignee: 'Lee',
    tags: ['export'],
    vendor_sla: {
      first_response: { is_breached: true, due_at: '2026-08-18T13:12:44Z' },
      resolution: { is_breached: null, due_at: '2026-08-21T09:12:44Z' },
    },
    company: { id: null, external_id: 'cust_42', name: null, custom_field: null },
  });
  expect(warned).toEqual([]);
});

describe('an absent key keeps what is known, null clears it', () => {
  const identity = ['ticket_id', 'source_system', 'external_id', 'source_updated_at'];

  test('an id alone changes nothing but the version, which is then the time of the delivery', async () => {
    const { draft, given } = await patchOf({ id: '1' });
    expect(given).toEqual(identity);
    expect(draft).toMatchObject({ status: 'open', priority: 'medium', category: 'uncategorized', subject: '' });
    expect(draft).toMatchObject({ source_updated_at: '2026-08-20T10:15:30Z', created_at: '2026-08-20T10:15:30Z' });
    expect(draft.escalation_known).toBe(false);
  });

  test('null is given, as nothing', async () => {
    const { draft, given } = await patchOf({
      id: '1',
      assignee: null,
      priority: null,
      tags: null,
      firstResponseAt: null,
      sla: null,
      customer: null,
      url: null,
      type: null,
      escalated: null,
    });
    expect(new Set(given)).toEqual(
      new Set([
        ...identity,
        'assignee',
        'priority',
        'raw_priority',
        'tags',
        'first_response_at',
        'vendor_sla',
        'company',
        'external_url',
        'category',
        'is_escalated',
        'escalation_known',
        'escalation_reason',
        'escalation_level',
      ]),
    );
    expect(draft).toMatchObject({ assignee: null, priority: 'medium', raw_priority: null, tags: [], vendor_sla: {} });
    expect(draft).toMatchObject({ category: 'uncategorized', is_escalated: false, escalation_known: true });
  });

  test('a ticket that is open again has no resolution, also where the delivery does not say so', async () => {
    const { draft, given } = await patchOf({ id: '1', status: 'open' });
    expect(given).toEqual(expect.arrayContaining(['status', 'resolved_at', 'closed_at']));
    expect(draft).toMatchObject({ resolved_at: null, closed_at: null });
    const contradiction = await patchOf({ ...data, status: 'pending', resolvedAt: '2026-08-20T00:00:00Z' });
    expect(contradiction.draft.resolved_at).toBeNull();
  });
});

test('dates without a status say what a ticket is of which nothing is known, and change the status of no other', async () => {
  const { draft, given } = await patchOf({ id: '1', resolvedAt: '2026-08-20T00:00:00Z' });
  expect(draft).toMatchObject({ status: 'resolved', resolved_at: '2026-08-20T00:00:00Z', raw_status: null });
  expect(given).toContain('resolved_at');
  expect(given).not.toContain('status');
  expect((await patchOf({ id: '1', closedAt: '2026-08-20T00:00:00Z' })).draft.status).toBe('closed');
});

test('a deleted ticket is removed as of its last change', async () => {
  const { patches, removed } = await changesOf({ ...TICKET_UPSERTED, data: { ...data, deleted: true } });
  expect(patches).toEqual([]);
  expect(removed).toEqual([
    { ticket_id: 'webhook:helpdesk:T-1042', reason: 'deleted', source_updated_at: '2026-08-20T10:15:29Z' },
  ]);
});

test('words of the sender are read by the maps of the connection, and ours always', async () => {
  const settings: Partial<WebhookSettings> = {
    status_map: { 'In progress': 'open', done: 'resolved', closed: 'open' },
    priority_map: { P1: 'critical' },
  };
  const { draft } = await patchOf({ id: '1', status: 'in PROGRESS', priority: 'p1' }, settings);
  expect(draft).toMatchObject({ status: 'open', raw_status: 'in PROGRESS', priority: 'critical', raw_priority: 'p1' });
  expect((await patchOf({ id: '1', status: 'closed' }, settings)).draft.status).toBe('closed');
});

test('an instant with any offset is written in UTC', async () => {
  const { draft } = await patchOf({ ...data, createdAt: '2026-08-18T11:12:44+02:00' });
  expect(draft.created_at).toBe('2026-08-18T09:12:44Z');
});

test('what cannot be is left out and counted: a reply before the ticket, no address, no web page', async () => {
  const { draft, warned } = await patchOf({
    ...data,
    status: 'closed',
    firstResponseAt: '2026-08-18T09:12:43Z',
    resolvedAt: '2026-08-17T00:00:00Z',
    closedAt: '2026-08-19T00:00:00Z',
    requester: { email: 'front desk' },
    url: 'javascript:alert(1)',
  });
  expect(draft).toMatchObject({ first_response_at: null, resolved_at: null, closed_at: '2026-08-19T00:00:00Z' });
  expect(draft).toMatchObject({ requester_email: null, external_url: null });
  expect(warned).toEqual([
    'impossible_moment data.firstResponseAt',
    'impossible_moment data.resolvedAt',
    'unusable_url data.url',
    'invalid_email data.requester.email',
  ]);
});

describe('rules of the connection', () => {
  test('an escalation rule has its reason and level, and needs no flag', async () => {
    const settings: Partial<WebhookSettings> = {
      escalation_rules: [{ when: [{ field: 'tags', equals: 'exec' }], reason: 'tag "exec"', level: 2 }],
    };
    const { draft, given } = await patchOf({ id: '1', tags: ['exec'] }, settings);
    expect(draft).toMatchObject({ is_escalated: true, escalation_reason: 'tag "exec"', escalation_level: 2 });
    expect(given).toEqual(expect.arrayContaining(['is_escalated', 'escalation_reason', 'escalation_level']));
    const other = await patchOf({ id: '1', tags: [] }, settings);
    expect(other.given).not.toContain('is_escalated');
    expect(other.draft.escalation_known).toBe(true);
  });

  test('the category is that of a rule, else of the named field, else the type', async () => {
    const settings: Partial<WebhookSettings> = {
      category_field: 'area',
      category_rules: [{ when: [{ field: 'field:area', contains: 'invoice' }], category: 'billing' }],
    };
    const custom = { area: 'Invoices', seats: 7, flags: ['a', null] };
    expect((await patchOf({ id: '1', type: 'problem', custom }, settings)).draft.category).toBe('billing');
    expect((await patchOf({ id: '1', type: 'problem', custom: { area: 'Login' } }, settings)).draft.category).toBe(
      'Login',
    );
    const byType = await patchOf({ id: '1', type: 'problem', custom: { area: '' } }, settings);
    expect(byType.draft.category).toBe('problem');
  });

  test('the customer is named by the host, by the sender and by a custom field', async () => {
    const customer = { id: 'cust_42', externalId: 'C-9', name: 'Globex' };
    const { draft } = await patchOf({ id: '1', customer, custom: { account: 42 } }, { customer_field: 'account' });
    expect(draft.company).toEqual({ id: 'C-9', external_id: 'cust_42', name: 'Globex', custom_field: '42' });
  });
});

describe('SLA verdicts', () => {
  const due = { firstResponseDueAt: '2026-08-18T13:12:44Z', resolutionDueAt: '2026-08-21T09:12:44Z' };
  const verdicts = async (sla: object, facts: object = {}) =>
    (await patchOf({ ...data, ...facts, sla: { ...due, ...sla } })).draft.vendor_sla;
  const told = (is_breached: boolean | null, due_at: string | null) => ({ is_breached, due_at });

  test('met says so of both clocks, running leaves both to the due time', async () => {
    expect(await verdicts({ status: 'met' })).toEqual({
      first_response: told(false, due.firstResponseDueAt),
      resolution: told(false, due.resolutionDueAt),
    });
    for (const status of ['pending', 'at_risk', null]) {
      expect(await verdicts({ status })).toEqual({
        first_response: told(null, due.firstResponseDueAt),
        resolution: told(null, due.resolutionDueAt),
      });
    }
  });

  test('paused is not breached and has no due time; not applicable says nothing', async () => {
    expect(await verdicts({ status: 'paused' })).toEqual({
      first_response: told(false, null),
      resolution: told(false, null),
    });
    expect(await verdicts({ status: 'not_applicable' })).toEqual({});
  });

  test("a clock's own status wins", async () => {
    expect(await verdicts({ status: 'breached', firstResponseStatus: 'met', resolutionStatus: 'breached' })).toEqual({
      first_response: told(false, due.firstResponseDueAt),
      resolution: told(true, due.resolutionDueAt),
    });
  });

  test('breached means the only clock that has a due time', async () => {
    expect(await verdicts({ status: 'breached', firstResponseDueAt: null })).toEqual({
      resolution: told(true, due.resolutionDueAt),
    });
  });

  test('breached of nobody knows which clock is left to the due times', async () => {
    expect(await verdicts({ status: 'breached' }, { firstResponseAt: '2026-08-18T10:00:00Z' })).toEqual({
      first_response: told(null, due.firstResponseDueAt),
      resolution: told(null, due.resolutionDueAt),
    });
  });
});

describe('survey answers', () => {
  const answer = async (csat: object) =>
    (await changesOf({ ...CSAT_RECEIVED, data: { ...CSAT_RECEIVED.data, ...csat } })).events;

  test('7 of 0 to 10 is 3.8, on the ticket whether or not it is known', async () => {
    expect(await answer({})).toEqual([
      {
        ticket_id: 'webhook:helpdesk:T-1042',
        event_id: 'R-77',
        at: '2026-08-20T10:59:58Z',
        type: 'csat_received',
        score: 3.8,
        feedback: 'Slow',
        scale: null,
      },
    ]);
  });

  test('a scale that has a name keeps it, and an answer without a time has that of the delivery', async () => {
    const [event] = await answer({ score: 1, scale: { min: 0, max: 1 }, respondedAt: undefined, comment: null });
    expect(event).toMatchObject({ score: 5, scale: 'binary', at: '2026-08-20T11:00:00Z', feedback: null });
  });
});

test('of a customer, absent keys stay and null clears; an unknown system is counted', async () => {
  const { customers, warnings } = await changesOf({
    ...CUSTOMER_UPSERTED,
    data: {
      id: 'cust_42',
      domains: null,
      externalIds: { zendesk: ['1', '2'], freshdesk: null, jira: '7' },
      csmId: 'maya',
      arr: 1200,
      renewalDate: '2027-01-31',
      churnedAt: '2026-08-20T02:00:00+02:00',
    },
  });
  expect(customers).toEqual([
    {
      customer_id: 'cust_42',
      domains: [],
      external_ids: { zendesk: ['1', '2'], freshdesk: [] },
      csm_id: 'maya',
      arr: 1200,
      renewal_date: '2027-01-31',
      churned_at: '2026-08-20T00:00:00Z',
    },
  ]);
  expect(warnings).toEqual([{ code: 'unknown_source_system', field: 'data.externalIds', value: null, count: 1 }]);
});
