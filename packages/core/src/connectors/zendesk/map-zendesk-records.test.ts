import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { TicketDraft } from '../../model/support-ticket.js';
import type { ConnectorPage } from '../connector.js';
import { mapZendeskRecords } from './map-zendesk-records.js';
import type { ZendeskOptions } from './zendesk-options.js';

const fixture = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));

const mapped = async (name: string, options: Partial<ZendeskOptions> = {}): Promise<ConnectorPage> =>
  mapZendeskRecords(await fixture(name), { subdomain: 'acme', ...options });

const ticket = async (id: string, options: Partial<ZendeskOptions> = {}): Promise<TicketDraft | undefined> =>
  (await mapped('ticket-export', options)).tickets.find(({ external_id }) => external_id === id);

const oneTicket = (fields: object, options: Partial<ZendeskOptions> = {}): ConnectorPage => {
  const record = {
    id: 1,
    created_at: '2026-03-02T08:00:00Z',
    updated_at: '2026-03-02T09:00:00Z',
    status: 'open',
    ...fields,
  };
  return mapZendeskRecords({ ticket: record }, { subdomain: 'acme', ...options });
};

describe('a ticket of the export', () => {
  test('A2.7: no priority is medium, and stays visible as none', async () => {
    expect(await ticket('4711')).toMatchObject({ priority: 'medium', raw_priority: null });
  });

  test("A2.7: the account's own status is the raw status; its category decides what it means", async () => {
    expect(await ticket('4711')).toMatchObject({ status: 'pending', raw_status: 'Waiting for parts' });
    const overridden = await ticket('4711', { status_map: { 'waiting for parts': 'open' } });
    expect(overridden).toMatchObject({ status: 'open', raw_status: 'Waiting for parts' });
  });

  test('A2.7: hold is pending, and its word is kept for calculators that tell it apart', () => {
    expect(oneTicket({ status: 'hold' }).tickets[0]).toMatchObject({ status: 'pending', raw_status: 'hold' });
  });

  test('A4: words in capitals mean the same', () => {
    expect(oneTicket({ status: 'SOLVED', priority: 'High' }).tickets[0]).toMatchObject({
      status: 'resolved',
      priority: 'high',
    });
  });

  test('A2.1: system changes move only generated_timestamp, which orders the versions of a ticket', async () => {
    expect((await ticket('4711'))?.source_updated_at).toBe('2026-03-03T12:01:00Z');
  });

  test('A2.5: solved_at goes stale on reopening: what is not solved has no resolution', async () => {
    expect(await ticket('4711')).toMatchObject({
      resolved_at: null,
      first_resolved_at: '2026-03-02T12:00:00Z',
      reopened_count: 1,
    });
  });

  test('A2.5: the first reply comes in minutes after the creation; within the first minute it is still one', async () => {
    expect((await ticket('4711'))?.first_response_at).toBe('2026-03-02T08:57:00Z');
    expect((await ticket('4714'))?.first_response_at).toBe('2026-03-04T09:00:01Z');
  });

  test('A2.5: seconds are used where the account gives them', () => {
    const metric_set = { reply_time_in_seconds: { calendar: 95 }, reply_time_in_minutes: { calendar: 1 } };
    expect(oneTicket({ metric_set }).tickets[0]?.first_response_at).toBe('2026-03-02T08:01:35Z');
  });

  test('A2.5: no public reply is no first response', () => {
    const metric_set = { reply_time_in_minutes: { calendar: null } };
    expect(oneTicket({ metric_set }).tickets[0]?.first_response_at).toBeNull();
  });

  test('A2.5: a solved ticket without a time of its solution is visible as such', () => {
    const page = oneTicket({ status: 'solved' });
    expect(page.tickets[0]?.resolved_at).toBeNull();
    expect(page.warnings.map(({ code }) => code)).toEqual(['resolution_time_unknown']);
  });

  test('a solution before the creation is none', () => {
    const page = oneTicket({ status: 'solved', metric_set: { solved_at: '2026-03-01T00:00:00Z' } });
    expect(page.tickets[0]?.resolved_at).toBeNull();
    expect(page.warnings).toMatchObject([{ code: 'before_creation', field: 'metric_set.solved_at' }]);
  });

  test('A2.7: a closed ticket was resolved when it was solved, and a follow-up is a ticket of its own', async () => {
    expect(await ticket('4714')).toMatchObject({
      status: 'closed',
      resolved_at: '2026-03-04T10:30:40Z',
      first_resolved_at: '2026-03-04T10:30:40Z',
      closed_at: '2026-03-05T10:00:00Z',
      reopened_count: 0,
    });
  });

  test('A2.1: the rating may be an object without id, or only its word', async () => {
    expect(await ticket('4711')).toMatchObject({ csat_score: null, csat_offered: true });
    expect(await ticket('4714')).toMatchObject({ csat_score: 5, csat_scale: 'binary', csat_offered: true });
    expect(oneTicket({ satisfaction_rating: { score: 'unoffered' } }).tickets[0]?.csat_offered).toBe(false);
    expect(oneTicket({}).tickets[0]?.csat_offered).toBeNull();
  });

  test('A5: with the new surveys good and bad are too coarse, and the answer is left to the survey response', async () => {
    expect(await ticket('4714', { survey_points: 5 })).toMatchObject({ csat_score: null, csat_offered: true });
  });

  test('A2.4: the organization names the customer; without one the requester’s does', async () => {
    expect((await ticket('4711'))?.company).toEqual({
      id: '501',
      external_id: 'crm-77',
      name: 'Acme',
      custom_field: null,
    });
    expect((await ticket('4714'))?.company).toEqual({
      id: '502',
      external_id: null,
      name: 'Gone Ltd',
      custom_field: null,
    });
  });

  test('a field of the ticket or of the organization can name the customer', async () => {
    expect((await ticket('4711', { customer_field: 360_003 }))?.company?.custom_field).toBe('cust-9');
    expect((await ticket('4711', { customer_field: 'organization:cscx' }))?.company?.custom_field).toBe('c-1');
  });

  test('A2.3: a requester may have no e-mail address; an assignee is a name or unknown', async () => {
    expect(await ticket('4711')).toMatchObject({ requester_email: 'ada@acme.example', assignee: 'Agent Bo' });
    expect(await ticket('4714')).toMatchObject({ requester_email: null, assignee: null });
  });

  test('A2.5: an agent who opens a ticket for a customer is told apart', async () => {
    expect((await ticket('4711'))?.opened_by).toBe('agent');
    expect((await ticket('4714'))?.opened_by).toBe('requester');
  });

  test('A6: an escalation is a tag by default, and whatever a connection says', async () => {
    expect(await ticket('4711')).toMatchObject({ is_escalated: true, escalation_reason: 'tag "escalated"' });
    const byField = [
      {
        when: [
          { field: 'field:360001', equals: 'tier_2' },
          { field: 'group', matches: 'tier*' },
        ],
        reason: 'tier 2',
        level: 2,
      },
    ];
    expect(await ticket('4711', { escalation_rules: byField })).toMatchObject({
      escalation_reason: 'tier 2',
      escalation_level: 2,
    });
    expect((await ticket('4714'))?.is_escalated).toBe(false);
  });

  test('the category is that of a rule, of a field, or the type', async () => {
    const category_rules = [{ when: [{ field: 'tags', equals: 'billing' }], category: 'invoices' }];
    expect((await ticket('4711', { category_rules }))?.category).toBe('invoices');
    expect((await ticket('4711', { category_field: '360001' }))?.category).toBe('tier_2');
    expect((await ticket('4711'))?.category).toBe('incident');
    expect((await ticket('4714'))?.category).toBe('uncategorized');
  });

  test('A2.7: deleted, spam, merged and internal tickets are removed', async () => {
    const { removed, tickets } = await mapped('ticket-export');
    expect(tickets.map(({ external_id }) => external_id)).toEqual(['4711', '4714']);
    expect(removed.map(({ ticket_id, reason }) => [ticket_id, reason])).toEqual([
      ['zendesk:acme:4712', 'deleted'],
      ['zendesk:acme:4713', 'merged'],
      ['zendesk:acme:4715', 'internal'],
      ['zendesk:acme:4716', 'spam'],
    ]);
  });

  test('C4: ids are text, above 2^31 too', () => {
    expect(oneTicket({ id: 10_000_000_000_001 }).tickets[0]?.external_id).toBe('10000000000001');
  });

  test('what is no e-mail address is left out, visibly', () => {
    const document = {
      tickets: [{ id: 1, created_at: '2026-03-02T08:00:00Z', status: 'open', requester_id: 7 }],
      users: [{ id: 7, email: 'not an address' }],
    };
    const page = mapZendeskRecords(document, { subdomain: 'acme' });
    expect(page.tickets[0]?.requester_email).toBeNull();
    expect(page.warnings).toMatchObject([{ code: 'invalid_email', value: null }]);
  });
});

describe('metric events', () => {
  test('A2.6: become SLA events; other metrics, instance 0 and later replies do not', async () => {
    const { events } = await mapped('metric-events');
    expect(events.map(({ event_id, type }) => `${event_id} ${type}`)).toEqual([
      'zendesk:metric_event:3 sla_applied',
      'zendesk:metric_event:4 sla_breached',
      'zendesk:metric_event:5 sla_fulfilled',
      'zendesk:metric_event:8 sla_breached',
      'zendesk:metric_event:10 sla_breached',
    ]);
    expect(events[0]).toMatchObject({ metric: 'first_response', target_hours: 0.5, ticket_id: 'zendesk:acme:4711' });
  });

  test('A2.6: a deleted breach is one that was taken back; one in the future is handed over as it is', async () => {
    const { events } = await mapped('metric-events');
    expect(events.filter(({ type }) => type === 'sla_breached')).toMatchObject([
      { at: '2026-03-02T08:45:00Z' },
      { at: '2099-01-01T00:00:00Z', metric: 'resolution' },
      { is_withdrawn: true },
    ]);
  });

  test('A2.6: which metric is the resolution, a connection says', async () => {
    const { events } = await mapped('metric-events', { resolution_sla_metrics: ['requester_wait_time'] });
    expect(events.filter((event) => 'metric' in event && event.metric === 'resolution')).toMatchObject([
      { event_id: 'zendesk:metric_event:7', is_withdrawn: true },
    ]);
  });
});

describe('survey answers', () => {
  test('A5: good and bad are 5 and 1 on a binary scale; offered is no answer; an empty comment is none', async () => {
    const { events } = await mapped('satisfaction-ratings');
    expect(events).toEqual([
      {
        type: 'csat_received',
        ticket_id: 'zendesk:acme:4700',
        event_id: 'zendesk:satisfaction_rating:61',
        at: '2026-03-02T11:00:00Z',
        score: 1,
        feedback: 'Too slow',
        scale: 'binary',
      },
      expect.objectContaining({ ticket_id: 'zendesk:acme:4702', score: 5, feedback: null }),
    ]);
  });

  test.each([
    [5, 3, 'five_point'],
    [3, 5, 'three_point'],
  ] as const)('A5: a 3 of %i points is %i on our scale', async (survey_points, score, scale) => {
    const { events } = await mapped('survey-responses', { survey_points });
    expect(events).toMatchObject([
      {
        event_id: 'zendesk:survey_response:01J1',
        ticket_id: 'zendesk:acme:4700',
        score,
        scale,
        feedback: 'It went on',
      },
    ]);
  });

  test('A5: a 3 of 2 points is no answer, visibly', async () => {
    const { events, warnings } = await mapped('survey-responses', { survey_points: 2 });
    expect(events).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'unknown_csat_score' }]);
  });
});

describe('recorded payloads', () => {
  test('of each endpoint are read with and without their envelope', async () => {
    const { ticket_metric_events } = await fixture('metric-events');
    const { satisfaction_ratings } = await fixture('satisfaction-ratings');
    const { survey_responses } = await fixture('survey-responses');
    const read = (document: unknown): number => mapZendeskRecords(document, { subdomain: 'acme' }).events.length;
    expect(read(ticket_metric_events)).toBe(5);
    expect(read(satisfaction_ratings)).toBe(2);
    expect(read({ satisfaction_rating: (satisfaction_ratings as unknown[])[0] })).toBe(1);
    expect(read((survey_responses as unknown[])[0])).toBe(1);
    const { tickets } = await fixture('ticket-export');
    expect(mapZendeskRecords(tickets, { subdomain: 'acme' }).tickets).toHaveLength(3);
    expect(mapZendeskRecords((tickets as unknown[])[0], { subdomain: 'acme' }).tickets).toHaveLength(1);
  });

  test('A7.4: what is of no known form is kept aside with its path and reason', () => {
    const read = (document: unknown) => mapZendeskRecords(document, { subdomain: 'acme' }).skipped;
    expect(read({ hello: 'world' })).toMatchObject([{ field: 'id', reason: expect.any(String) }]);
    expect(read({ tickets: 'none' })).toMatchObject([{ field: '', reason: 'expected a list of records' }]);
    expect(read(null)).toHaveLength(1);
    expect(read({ users: [] })).toEqual([]);
  });
});
