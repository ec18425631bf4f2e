import { describe, expect, test } from 'vitest';
import caseQuery from './__fixtures__/case-query.json' with { type: 'json' };
import milestoneQuery from './__fixtures__/milestone-query.json' with { type: 'json' };
import { mapSalesforceRecords, type SalesforceOptions } from './index.js';
import { salesforceId } from './salesforce-id.js';
import { parseLimitInfo } from './salesforce-limits.js';
import { soqlString } from './soql-text.js';

const [sample] = caseQuery.records;
const [sampleMilestone] = milestoneQuery.records;
const ID = '500dM00003F2OMjQAN';

const settings = (options: Partial<SalesforceOptions> = {}): SalesforceOptions => ({ my_domain: 'Acme', ...options });

const map = (fields: Record<string, unknown> = {}, options: Partial<SalesforceOptions> = {}, more: unknown[] = []) =>
  mapSalesforceRecords([{ ...sample, ...fields }, ...more], settings(options));

const ticket = (...given: Parameters<typeof map>) => {
  const [mapped] = map(...given).tickets;
  if (!mapped) throw new Error('expected a ticket');
  return mapped;
};

const codes = (...given: Parameters<typeof map>) => map(...given).warnings.map(({ code }) => code);

const history = (index: number, at: string, Field: string, OldValue: unknown, NewValue: unknown) => ({
  attributes: { type: 'CaseHistory' },
  Id: `017dM0000000${String(index).padStart(3, '0')}AAA`,
  CaseId: ID,
  CreatedDate: at.replace('Z', '.000+0000'),
  Field,
  OldValue,
  NewValue,
});

const milestone = (fields: Record<string, unknown> = {}) => ({ ...sampleMilestone, ...fields });

test('the sample of the facts is read as documented (§2.9)', () => {
  const page = mapSalesforceRecords([caseQuery, milestoneQuery], settings());
  expect(page.skipped).toEqual([]);
  expect(page.warnings).toEqual([]);
  expect(page.tickets).toEqual([
    {
      ticket_id: `salesforce:acme:${ID}`,
      external_id: ID,
      external_number: '00001001',
      source_system: 'salesforce',
      external_url: `https://acme.my.salesforce.com/lightning/r/Case/${ID}/view`,
      subject: 'Invoice totals wrong',
      category: 'Problem',
      priority: 'high',
      raw_priority: 'High',
      status: 'open',
      raw_status: 'Working',
      created_at: '2026-08-18T09:12:44Z',
      first_response_at: '2026-08-18T14:01:10Z',
      resolved_at: null,
      first_resolved_at: null,
      closed_at: null,
      csat_score: null,
      csat_offered: null,
      is_escalated: true,
      escalation_reason: 'marked as escalated',
      escalation_level: null,
      escalated_at: null,
      escalation_status: 'open',
      reopened_count: 0,
      vendor_sla: {
        first_response: { is_breached: true, breached_at: '2026-08-18T13:12:44Z', due_at: '2026-08-18T13:12:44Z' },
      },
      requester_email: 'ana@globex.example',
      company: { id: '001dM00003jU9H2QAK', external_id: null, name: 'Globex', custom_field: null },
      assignee: null,
      tags: [],
      source_updated_at: '2026-08-20T07:25:37Z',
    },
  ]);
});

describe('status (§2.7)', () => {
  test.each([
    ['New', false, 'open'],
    ['Escalated', false, 'open'],
    ['On Hold', false, 'pending'],
    ['Waiting on Customer', false, 'pending'],
    ['Awaiting parts', false, 'pending'],
    ['Closed', true, 'closed'],
    ['Resolved', true, 'resolved'],
    ['Solved by partner', true, 'resolved'],
    ['Duplicate', true, 'closed'],
  ] as const)('%s, closed: %s → %s', (Status, IsClosed, expected) => {
    expect(ticket({ Status, IsClosed })).toMatchObject({ status: expected, raw_status: Status });
  });

  test('the connection wins, and a label that nobody has heard of is told', () => {
    expect(ticket({ Status: 'Parked' }, { status_map: { parked: 'pending' } }).status).toBe('pending');
    expect(codes({ Status: 'Parked' }, { status_map: { parked: 'pending' } })).toEqual([]);
    expect(codes({ Status: 'Parked' })).toEqual(['unknown_status']);
  });

  test('ClosedDate counts only while the case is closed', () => {
    const ClosedDate = '2026-08-19T10:00:00.000+0000';
    expect(ticket({ ClosedDate, Status: 'Working', IsClosed: false }).resolved_at).toBe(null);
    const closed = ticket({ ClosedDate, Status: 'Closed', IsClosed: true });
    expect(closed).toMatchObject({ resolved_at: '2026-08-19T10:00:00Z', closed_at: '2026-08-19T10:00:00Z' });
    expect(ticket({ ClosedDate, Status: 'Resolved', IsClosed: true }).closed_at).toBe(null);
  });

  test('a ClosedDate a year before CreatedDate is none (case 10)', () => {
    const given = { ClosedDate: '2025-08-19T10:00:00.000+0000', Status: 'Closed', IsClosed: true };
    expect(ticket(given)).toMatchObject({ status: 'closed', resolved_at: null, closed_at: null });
    expect(codes(given)).toEqual(['before_creation']);
  });
});

describe('priority (§2.7)', () => {
  test.each([
    ['High', 'high'],
    ['Medium', 'medium'],
    ['Low', 'low'],
    ['P1', 'critical'],
    ['Sev 1', 'critical'],
    ['Urgent', 'critical'],
    [null, 'medium'],
  ])('%s → %s', (Priority, expected) => {
    expect(ticket({ Priority })).toMatchObject({ priority: expected, raw_priority: Priority });
  });

  test('the connection wins; an unknown label is medium and told', () => {
    expect(ticket({ Priority: 'Gold' }, { priority_map: { gold: 'high' } }).priority).toBe('high');
    expect(ticket({ Priority: 'Gold' }).priority).toBe('medium');
    expect(codes({ Priority: 'Gold' })).toEqual(['unknown_priority']);
  });
});

describe('escalation (§2.7, case 11)', () => {
  const rows = [
    history(1, '2026-08-18T10:00:00Z', 'IsEscalated', 'false', 'true'),
    history(2, '2026-08-19T10:00:00Z', 'Status', 'Working', 'Closed'),
    history(3, '2026-08-19T10:00:00Z', 'IsEscalated', 'true', 'false'),
  ];
  const closed = {
    IsEscalated: false,
    Status: 'Closed',
    IsClosed: true,
    ClosedDate: '2026-08-19T10:00:00.000+0000',
  };

  test('a flag that falls back on close leaves the ticket escalated, with its time', () => {
    expect(ticket(closed, {}, rows)).toMatchObject({
      is_escalated: true,
      escalated_at: '2026-08-18T10:00:00Z',
      escalation_reason: 'marked as escalated',
      escalation_status: 'resolved',
    });
    const types = map(closed, {}, rows).events.map(({ type }) => type);
    expect(types).toContain('escalated');
    expect(types).not.toContain('deescalated');
  });

  test('a flag that is taken back from an open case ends the escalation', () => {
    const taken = [rows[0], history(4, '2026-08-18T12:00:00Z', 'IsEscalated', true, false)];
    expect(ticket({ IsEscalated: false }, {}, taken)).toMatchObject({
      is_escalated: true,
      escalation_status: 'resolved',
    });
    expect(map({ IsEscalated: false }, {}, taken).events.at(-1)?.type).toBe('deescalated');
  });

  test('ownerEscalated and the status Escalated are escalations too', () => {
    const owner = [history(1, '2026-08-18T11:00:00Z', 'ownerEscalated', null, null)];
    expect(ticket({}, {}, owner).escalated_at).toBe('2026-08-18T11:00:00Z');
    const given = { IsEscalated: false, Status: 'Escalated' };
    const status = [history(1, '2026-08-18T12:00:00Z', 'Status', 'Working', 'Escalated')];
    expect(ticket(given, {}, status)).toMatchObject({
      escalated_at: '2026-08-18T12:00:00Z',
      escalation_reason: 'status Escalated',
    });
  });

  test('rules of the connection take the place of the defaults, by any field', () => {
    const escalation_rules = [{ when: [{ field: 'field:Tier__c', equals: '2' }], reason: 'tier 2', level: 2 }];
    expect(ticket({ Tier__c: 2 }, { escalation_rules })).toMatchObject({
      escalation_reason: 'tier 2',
      escalation_level: 2,
    });
    expect(ticket({ Tier__c: 1 }, { escalation_rules }).is_escalated).toBe(false);
  });
});

describe('history (§2.7)', () => {
  const rows = [
    history(1, '2026-08-18T10:00:00Z', 'Status', 'New', 'Working'),
    history(2, '2026-08-18T12:00:00Z', 'Status', 'Working', 'Closed'),
    history(3, '2026-08-19T12:00:00Z', 'Status', 'Closed', 'Working'),
    history(4, '2026-08-19T12:00:00Z', 'Owner', '005dM0000000001', '005dM0000000002'),
  ];

  test('changes of status are events; returns from closed are reopenings', () => {
    const page = map({}, {}, rows);
    expect(page.events.map(({ at, type }) => `${type} ${at}`)).toEqual([
      'status_changed 2026-08-18T09:12:44Z',
      'status_changed 2026-08-18T10:00:00Z',
      'status_changed 2026-08-18T12:00:00Z',
      'status_changed 2026-08-19T12:00:00Z',
    ]);
    expect(page.events[0]).toMatchObject({ from: null, to: 'open', raw_to: 'New' });
    expect(page.tickets[0]).toMatchObject({
      reopened_count: 1,
      first_resolved_at: '2026-08-18T12:00:00Z',
      resolved_at: null,
    });
  });

  test('that does not end with what the case says is no history: the field was not tracked throughout', () => {
    expect(map({ Status: 'On Hold' }, {}, rows).events).toEqual([]);
  });

  test('that begins with a closed status lacks its beginning: rows are kept for 18 months', () => {
    expect(map({}, {}, rows.slice(2)).events).toEqual([]);
  });

  test('rows newer than the case as it was read wait for its next version', () => {
    const newer = history(5, '2026-08-21T00:00:00Z', 'Status', 'Working', 'Closed');
    expect(map({}, {}, [...rows, newer]).events).toHaveLength(4);
  });
});

describe('milestones (§2.5)', () => {
  const open = { CompletionDate: null, IsCompleted: false, IsViolated: false };
  const sla = (fields: Record<string, unknown>, ...milestones: unknown[]) => ticket(fields, {}, milestones).vendor_sla;

  test('an open one is not decided: its due time lets the clock decide', () => {
    expect(sla({}, milestone(open))).toEqual({
      first_response: { is_breached: null, due_at: '2026-08-18T13:12:44Z' },
    });
  });

  test('a stopped case has no due time', () => {
    expect(sla({ IsStopped: true }, milestone(open))).toEqual({ first_response: { is_breached: null, due_at: null } });
  });

  test('completed in time: met', () => {
    const done = { CompletionDate: '2026-08-18T10:00:00.000+0000', IsCompleted: true, IsViolated: false };
    expect(sla({}, milestone(done))?.first_response).toEqual({ is_breached: false, due_at: '2026-08-18T13:12:44Z' });
  });

  test.each([
    ['2026-08-18T12:00:00.000+0000', false],
    ['2026-08-18T15:00:00.000+0000', true],
  ])('one that is open on a case closed at %s is held against that: missed %s', (ClosedDate, missed) => {
    const violated = milestone({ ...open, IsViolated: true });
    const closed = { ClosedDate, IsClosed: true, Status: 'Closed' };
    expect(sla(closed, violated)?.first_response?.is_breached).toBe(missed);
  });

  test('names decide which clock it is, and are the connection’s to say', () => {
    const named = (Name: string) => milestone({ MilestoneType: { Name } });
    expect(Object.keys(sla({}, named('Resolution Time')) ?? {})).toEqual(['resolution']);
    expect(sla({}, named('Weekly update'))).toBe(undefined);
    const milestones = { resolution: [{ equals: 'Weekly update' }] };
    expect(Object.keys(ticket({}, { milestones }, [named('Weekly update')]).vendor_sla ?? {})).toEqual(['resolution']);
  });

  test('of several, one that was missed is enough', () => {
    const good = { CompletionDate: '2026-08-18T10:00:00.000+0000', IsCompleted: true, IsViolated: false };
    expect(sla({}, milestone(good), milestone())?.first_response?.is_breached).toBe(true);
  });

  test('milestones, history and e-mails may come nested in their case', () => {
    const { CaseId: _, ...nested } = { ...sampleMilestone };
    expect(ticket({ CaseMilestones: { records: [nested] } }).vendor_sla?.first_response?.is_breached).toBe(true);
  });
});

describe('first response (§2.6)', () => {
  const email = (MessageDate: string, fields: Record<string, unknown> = {}) => ({
    attributes: { type: 'EmailMessage' },
    ParentId: ID,
    Incoming: false,
    Status: '3',
    MessageDate,
    ...fields,
  });
  const comment = (CreatedDate: string, IsPublished: boolean, UserType = 'Standard') => ({
    attributes: { type: 'CaseComment' },
    ParentId: ID,
    IsPublished,
    CreatedDate,
    CreatedBy: { UserType },
  });
  const acknowledgement = email('2026-08-18T09:13:14.000+0000');
  const reply = email('2026-08-18T11:00:00.000+0000');
  const first = (options: Partial<SalesforceOptions>, fields: Record<string, unknown>, ...more: unknown[]) =>
    ticket(fields, options, more).first_response_at;

  test('the milestone is trusted most, then a field, then e-mails, then public comments', () => {
    const field = { First_Response__c: '2026-08-18T12:00:00.000+0000' };
    const options = { first_response: { field: 'First_Response__c' } };
    const written = comment('2026-08-18T10:00:00.000+0000', true);
    expect(first(options, field, milestone(), reply, written)).toBe('2026-08-18T14:01:10Z');
    expect(first(options, field, reply, written)).toBe('2026-08-18T12:00:00Z');
    expect(first(options, {}, reply, written)).toBe('2026-08-18T11:00:00Z');
    expect(first(options, {}, written)).toBe('2026-08-18T10:00:00Z');
  });

  test('an answer within a minute, an incoming mail, a draft and a machine are none', () => {
    const incoming = email('2026-08-18T10:00:00.000+0000', { Incoming: true });
    const draft = email('2026-08-18T10:00:00.000+0000', { Status: '5' });
    const machine = email('2026-08-18T10:00:00.000+0000', { CreatedBy: { UserType: 'AutomatedProcess' } });
    expect(first({}, {}, acknowledgement, incoming, draft, machine, reply)).toBe('2026-08-18T11:00:00Z');
  });

  test('an internal comment and one of a portal user are none', () => {
    const internal = comment('2026-08-18T10:00:00.000+0000', false);
    const portal = comment('2026-08-18T10:00:00.000+0000', true, 'CspLitePortal');
    expect(first({}, {}, internal, portal)).toBe(null);
  });

  test('the order is the connection’s to say', () => {
    expect(first({ first_response: { sources: ['emails'] } }, {}, milestone(), reply)).toBe('2026-08-18T11:00:00Z');
  });
});

describe('CSAT (§2.7)', () => {
  const csat = { field: 'CSAT_Score__c', scale: { min: 1, max: 5 } };

  test('is read only from the field that is named, on the scale that is declared', () => {
    expect(ticket({ CSAT_Score__c: 4 }).csat_score).toBe(null);
    expect(ticket({ CSAT_Score__c: 4 }, { csat })).toMatchObject({
      csat_score: 4,
      csat_scale: 'five_point',
      csat_offered: true,
    });
    expect(ticket({ CSAT_Score__c: null }, { csat })).toMatchObject({ csat_score: null, csat_offered: null });
  });

  test('an NPS of 0 to 10 is a score only where its scale is declared; out of range it is none', () => {
    expect(ticket({ CSAT_Score__c: 9 }, { csat }).csat_score).toBe(null);
    expect(codes({ CSAT_Score__c: 9 }, { csat })).toEqual(['unknown_csat_score']);
    const nps = { field: 'CSAT_Score__c', scale: { min: 0, max: 10 } };
    expect(ticket({ CSAT_Score__c: 7 }, { csat: nps })).toMatchObject({ csat_score: 3.8, csat_scale: null });
  });
});

describe('whose it is (§2.7)', () => {
  test('AccountId, the account’s own field and e-mail in order', () => {
    const given = { AccountId: '001dM00003jU9H2', Account: { Name: 'Globex', CSCX_Id__c: 'cust_42' } };
    const options = { account_external_id_field: 'CSCX_Id__c', customer_field: 'Tenant__c' };
    expect(ticket({ ...given, Tenant__c: 'T-9' }, options).company).toEqual({
      id: '001dM00003jU9H2QAK',
      external_id: 'cust_42',
      name: 'Globex',
      custom_field: 'T-9',
    });
    const mails = { ContactEmail: null, Contact: { Email: 'c@globex.example' }, SuppliedEmail: 's@globex.example' };
    expect(ticket(mails).requester_email).toBe('c@globex.example');
  });

  test('without account and contact, web-to-case still tells an address (case 11)', () => {
    const web = { AccountId: null, Account: null, ContactEmail: null, Contact: null };
    const given = { ...web, SuppliedEmail: 'web@globex.example', SuppliedCompany: 'Globex' };
    expect(ticket(given)).toMatchObject({
      requester_email: 'web@globex.example',
      company: { id: null, name: 'Globex' },
    });
    expect(codes({ ...web, SuppliedEmail: 'no address' })).toEqual(['invalid_email']);
  });

  test('a queue is a group, not an assignee', () => {
    const queue = { OwnerId: '00GdM0000000001AAA', Owner: { Name: 'Tier 2' } };
    const category_rules = [{ when: [{ field: 'group', equals: 'tier 2' }], category: 'hardware' }];
    expect(ticket(queue, { category_rules })).toMatchObject({ assignee: null, category: 'hardware' });
    expect(ticket({ OwnerId: '005dM0000000001AAA', Owner: { Name: 'Lee' } }).assignee).toBe('Lee');
  });
});

test('deleted, merged and foreign record types are removed', () => {
  const reasons = (fields: Record<string, unknown>, options = {}) =>
    map(fields, options).removed.map(({ reason }) => reason);
  expect(reasons({ IsDeleted: true })).toEqual(['deleted']);
  expect(reasons({ IsDeleted: true, MasterRecordId: '500dM00003F2OMkQAN' })).toEqual(['merged']);
  const own = { record_type_ids: ['012dM0000000001'] };
  expect(reasons({ RecordTypeId: '012dM0000000002AAA' }, own)).toEqual(['internal']);
  expect(map({ RecordTypeId: salesforceId('012dM0000000001') }, own).tickets).toHaveLength(1);
});

test('ids of 15 characters become those of 18 (§2.3)', () => {
  expect(salesforceId('500dM00003F2OMj')).toBe(ID);
  expect(salesforceId('001dM00003jU9H2')).toBe('001dM00003jU9H2QAK');
  expect(salesforceId('too short')).toBe(null);
  expect(ticket({ Id: '500dM00003F2OMj' }).ticket_id).toBe(`salesforce:acme:${ID}`);
});

test('times come with an offset without a colon (§2.3, case 8)', () => {
  expect(ticket({ CreatedDate: '2026-08-18T11:12:44.500+0200' }).created_at).toBe('2026-08-18T09:12:44.500Z');
  expect(map({ CreatedDate: '2026-02-30T11:12:44.000+0000' }).skipped).toMatchObject([{ field: 'CreatedDate' }]);
});

test('texts in queries are escaped, and a plus survives the address (§2.3)', () => {
  expect(soqlString(String.raw`O'Brien \ Sons`)).toBe(String.raw`'O\'Brien \\ Sons'`);
  expect(new URLSearchParams({ q: "Name = 'a+b'" }).toString()).toBe('q=Name+%3D+%27a%2Bb%27');
});

test('Sforce-Limit-Info is read by key (§2.8)', () => {
  expect(parseLimitInfo('api-usage=10018/100000; api-bursts=1/750')).toEqual({ used: 10_018, limit: 100_000 });
  expect(parseLimitInfo('api-usage=18/5000; per-app-api-usage=17/250(appName=x)')).toEqual({ used: 18, limit: 5000 });
  expect(parseLimitInfo('per-app-api-usage=17/250(appName=x)')).toBe(null);
  expect(parseLimitInfo(null)).toBe(null);
});

test('what is no case is kept aside, with its path', () => {
  expect(map({ CreatedDate: '2026-08-18T09:12:44' }).skipped).toMatchObject([{ position: ID, field: 'CreatedDate' }]);
  expect(map({ Id: 'nonsense' }).skipped).toMatchObject([{ field: 'Id' }]);
  expect(mapSalesforceRecords('text', settings()).skipped).toHaveLength(1);
  expect(mapSalesforceRecords({ attributes: { type: 'Lead' } }, settings()).skipped).toMatchObject([
    { field: 'attributes.type' },
  ]);
});

test('what other endpoints answer is read too', () => {
  const deleted = { ...sample, IsDeleted: true, CreatedDate: undefined, Status: undefined };
  expect(mapSalesforceRecords({ done: true, records: [deleted] }, settings()).removed).toHaveLength(1);
  expect(mapSalesforceRecords(milestoneQuery, settings()).events.map(({ type, at }) => [type, at])).toEqual([
    ['sla_breached', '2026-08-18T13:12:44Z'],
    ['sla_fulfilled', '2026-08-18T14:01:10Z'],
  ]);
  const row = history(1, '2026-08-18T10:00:00Z', 'Status', 'Working', 'Closed');
  expect(mapSalesforceRecords([row], settings()).events).toMatchObject([
    { from: 'open', to: 'closed', raw_to: 'Closed' },
  ]);
  const parked = { attributes: { type: 'CaseStatus' }, ApiName: 'Parked', MasterLabel: 'Parked', IsClosed: false };
  expect(codes({ Status: 'Parked' }, {}, [parked])).toEqual([]);
});

test('settings that are not valid are refused with each path', () => {
  expect(() => mapSalesforceRecords([], { my_domain: 'https://acme' })).toThrow('my_domain');
  const scale = { min: 5, max: 1 };
  expect(() => mapSalesforceRecords([], settings({ csat: { field: 'X__c', scale } }))).toThrow('csat');
  expect(() => mapSalesforceRecords([], settings({ lookback_seconds: 60 }))).toThrow('lookback_seconds');
});
