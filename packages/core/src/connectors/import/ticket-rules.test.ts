import { describe, expect, test } from 'vitest';
import { mappingOf, readAll } from './__fixtures__/read-all.js';
import type { ImportPage } from './import-page.js';

/** One CSV row under the given columns, read with every one of them mapped as the test says. */
const readRow = (row: Record<string, string>, parts: Parameters<typeof mappingOf>[0] = {}): Promise<ImportPage> => {
  const cells = { ID: 'T-1', Opened: '2026-01-05T09:00:00Z', State: 'open', ...row };
  const csv = [Object.keys(cells), Object.values(cells)]
    .map((line) => line.map((cell) => `"${cell}"`).join(','))
    .join('\n');
  return readAll(csv, { mapping: mappingOf(parts) });
};

const TIMES = { first_response_at: 'Replied', resolved_at: 'Resolved', closed_at: 'Closed' };
const times = (row: Partial<Record<'Replied' | 'Resolved' | 'Closed' | 'State', string>>) =>
  readRow({ Replied: '', Resolved: '', Closed: '', ...row }, { columns: TIMES });

describe('a record that is skipped', () => {
  test.each([
    ['without a ticket number', { ID: '' }, 'external_id', 'required, but the record has none'],
    ['with an endless ticket number', { ID: 'x'.repeat(256) }, 'external_id', 'expected at most 255 characters'],
    ['without a creation', { Opened: '' }, 'created_at', 'required, but the record has none'],
    ['with a date in another format', { Opened: '05.01.2026' }, 'created_at', 'expected a date in the format iso'],
  ])('%s', async (_, row, field, reason) => {
    const { tickets, skipped } = await readRow(row);
    expect(tickets).toEqual([]);
    expect(skipped).toMatchObject([{ position: '2', field, reason, record: row }]);
  });

  test('resolved before it was created', async () => {
    const { skipped } = await times({ State: 'resolved', Resolved: '2026-01-05T08:59:59Z' });
    expect(skipped).toMatchObject([{ position: '2', field: 'resolved_at', record: { ID: 'T-1', State: 'resolved' } }]);
    expect(skipped[0]?.reason).toContain('resolved before it was created');
  });

  test('closed before it was created', async () => {
    const { skipped } = await times({ State: 'closed', Closed: '2026-01-04T00:00:00Z' });
    expect(skipped).toMatchObject([{ field: 'closed_at' }]);
  });

  test('does not tell its own text as the reason', async () => {
    const { skipped } = await readRow({ Opened: 'secret@example.com' });
    expect(skipped[0]?.reason).not.toContain('secret');
  });
});

describe('times', () => {
  test.each(['2026-01-05T09:00:00Z', '2026-01-05T08:00:00Z'])(
    'a first response at or before the creation is left out with a warning (%s)',
    async (Replied) => {
      const { tickets, warnings } = await times({ Replied });
      expect(tickets).toMatchObject([{ first_response_at: null }]);
      expect(warnings).toEqual([{ kind: 'not_after_creation', field: 'first_response_at', count: 1 }]);
    },
  );

  test('resolved at its creation is fine', async () => {
    const { tickets } = await times({ State: 'resolved', Resolved: '2026-01-05T09:00:00Z' });
    expect(tickets).toMatchObject([{ status: 'resolved', resolved_at: '2026-01-05T09:00:00Z' }]);
  });

  test('an open ticket with a left-over resolution was reopened', async () => {
    const { tickets, warnings } = await times({ State: 'open', Resolved: '2026-01-06T00:00:00Z' });
    expect(tickets).toMatchObject([
      { resolved_at: null, closed_at: null, first_resolved_at: '2026-01-06T00:00:00Z', reopened_count: 1 },
    ]);
    expect(warnings).toMatchObject([{ kind: 'left_over_resolution' }]);
  });

  test('a resolved ticket without a date is kept, and counted', async () => {
    const { tickets, warnings } = await times({ State: 'resolved' });
    expect(tickets).toMatchObject([{ status: 'resolved', resolved_at: null }]);
    expect(warnings).toMatchObject([{ kind: 'resolution_time_unknown' }]);
  });

  test('the latest one orders versions of the ticket, unless a column does', async () => {
    const read = await times({ State: 'closed', Resolved: '2026-01-06T00:00:00Z', Closed: '2026-01-07T00:00:00Z' });
    expect(read.tickets[0]?.source_updated_at).toBe('2026-01-07T00:00:00Z');
    const { tickets } = await readRow({ Up: '2026-02-01' }, { columns: { source_updated_at: 'Up' } });
    expect(tickets[0]?.source_updated_at).toBe('2026-02-01T00:00:00Z');
  });
});

describe('words', () => {
  const values = { status: { Neu: 'open', Wartet: 'pending', '-100': null }, priority: { P1: 'critical' } };
  const columns = { priority: 'Prio' };

  test('are translated, upper and lower case alike, and kept', async () => {
    const { tickets, warnings } = await readRow({ State: 'WARTET', Prio: 'p1' }, { values, columns });
    expect(tickets).toMatchObject([
      { status: 'pending', raw_status: 'WARTET', priority: 'critical', raw_priority: 'p1' },
    ]);
    expect(warnings).toEqual([]);
  });

  test('may be told apart by case', async () => {
    const { warnings } = await readRow(
      { State: 'neu', Prio: 'P1' },
      { values: { ...values, case_sensitive: true }, columns },
    );
    expect(warnings).toEqual([{ kind: 'unknown_word', field: 'status', value: 'neu', count: 1 }]);
  });

  test('that are not listed get the fallback, visibly', async () => {
    const fallback = { status: 'pending', priority: 'low' };
    const { tickets, warnings } = await readRow(
      { State: 'Foo', Prio: 'Bar' },
      { values: { ...values, fallback }, columns },
    );
    expect(tickets).toMatchObject([{ status: 'pending', raw_status: 'Foo', priority: 'low', raw_priority: 'Bar' }]);
    expect(warnings).toEqual([
      { kind: 'unknown_word', field: 'status', value: 'Foo', count: 1 },
      { kind: 'unknown_word', field: 'priority', value: 'Bar', count: 1 },
    ]);
  });

  test('that mean unknown leave the status to the times', async () => {
    const read = await readRow(
      { State: '-100', Prio: '', Closed: '2026-01-06' },
      { values, columns: { ...columns, closed_at: 'Closed' } },
    );
    expect(read.tickets).toMatchObject([
      { status: 'closed', raw_status: '-100', priority: 'medium', raw_priority: null },
    ]);
  });

  test('null markers are no value', async () => {
    const { tickets } = await readRow({ Agent: ' ? ' }, { null_markers: ['?'], columns: { assignee: 'Agent' } });
    expect(tickets[0]?.assignee).toBeNull();
  });
});

describe('other fields', () => {
  test('a template joins columns, and is nothing when all of them are', async () => {
    const columns = { subject: '{Area} / {Sub}', category: '{Area}' };
    expect((await readRow({ Area: 'Net', Sub: 'VPN' }, { columns })).tickets[0]).toMatchObject({
      subject: 'Net / VPN',
    });
    expect((await readRow({ Area: '', Sub: '' }, { columns })).tickets[0]).toMatchObject({
      subject: '',
      category: 'uncategorized',
    });
  });

  test('constants fill in what the file does not have', async () => {
    const constants = { priority: 'high', category: 'it', tags: ['old'], assignee: 'Desk', csat_offered: false };
    expect((await readRow({}, { constants })).tickets).toMatchObject([constants]);
  });

  test('the first category rule that applies wins', async () => {
    const rules = [
      { field: 'Subject', contains: 'vpn', category: 'network' },
      { field: 'Subject', matches: '*password*', category: 'access' },
    ];
    const parts = { columns: { category: 'Area', subject: 'Subject' }, category: { rules } };
    const categoryOf = async (Subject: string) =>
      (await readRow({ Subject, Area: 'other' }, parts)).tickets[0]?.category;
    expect(await categoryOf('VPN password')).toBe('network');
    expect(await categoryOf('lost my Password again')).toBe('access');
    expect(await categoryOf('printer')).toBe('other');
  });

  test('a file without a column or rule for escalations does not say that there were none', async () => {
    expect((await readRow({})).tickets).toMatchObject([{ is_escalated: false, escalation_known: false }]);
    const told = await readRow({ Esc: 'false' }, { columns: { is_escalated: 'Esc' } });
    expect(told.tickets[0]).not.toHaveProperty('escalation_known');
  });

  test('an escalation rule gives reason and level, and ends with the ticket', async () => {
    const escalation = { rules: [{ field: 'Tier', in: ['2', '3'], reason: 'tier', level: 2 }] };
    const { tickets } = await readRow({ Tier: '3', State: 'closed' }, { escalation });
    expect(tickets).toMatchObject([
      { is_escalated: true, escalation_reason: 'tier', escalation_level: 2, escalation_status: 'resolved' },
    ]);
    expect((await readRow({ Tier: '1' }, { escalation })).tickets).toMatchObject([{ is_escalated: false }]);
  });

  test('booleans are words of the mapping; others are left out with a warning', async () => {
    const parts = { columns: { is_escalated: 'Esc' }, booleans: { true: ['ja'], false: ['nein'] } };
    expect((await readRow({ Esc: 'JA' }, parts)).tickets).toMatchObject([
      { is_escalated: true, escalation_status: 'open' },
    ]);
    const { tickets, warnings } = await readRow({ Esc: 'vielleicht' }, parts);
    expect(tickets).toMatchObject([{ is_escalated: false }]);
    expect(warnings).toEqual([{ kind: 'not_a_boolean', field: 'is_escalated', count: 1 }]);
  });

  test('satisfaction is on 1..5, with its own scale named', async () => {
    const parts = { columns: { csat_score: 'Score', csat_offered: 'Sent' }, csat: { scale: 'binary' } };
    expect((await readRow({ Score: 'good', Sent: '' }, parts)).tickets).toMatchObject([
      { csat_score: 5, csat_scale: 'binary', csat_offered: true },
    ]);
    expect((await readRow({ Score: '', Sent: 'no' }, parts)).tickets).toMatchObject([
      { csat_score: null, csat_offered: false },
    ]);
    const { tickets, warnings } = await readRow({ Score: '7', Sent: '' }, parts);
    expect(tickets).toMatchObject([{ csat_score: null, csat_scale: null, csat_offered: null }]);
    expect(warnings).toMatchObject([{ kind: 'csat_out_of_range' }]);
  });

  test("the desk's verdicts come from columns that say met or breached", async () => {
    const vendor_sla = {
      first_response: { breached: 'Late', due_at: 'Due' },
      resolution: { met: 'Met', breached_at: 'At' },
    };
    const { tickets } = await readRow(
      { Late: 'no', Due: '2026-01-05T10:00:00Z', Met: 'false', At: '2026-01-06' },
      { vendor_sla },
    );
    expect(tickets[0]?.vendor_sla).toEqual({
      first_response: { is_breached: false, breached_at: null, due_at: '2026-01-05T10:00:00Z' },
      resolution: { is_breached: true, breached_at: '2026-01-06T00:00:00Z', due_at: null },
    });
  });

  test('only web addresses become links', async () => {
    const template = { external_url: 'https://desk.example/t/{external_id}?a=1' };
    expect((await readRow({ ID: 'a/b c' }, template)).tickets[0]?.external_url).toBe(
      'https://desk.example/t/a%2Fb%20c?a=1',
    );
    const { tickets, warnings } = await readRow({ Link: 'javascript:alert(1)' }, { columns: { external_url: 'Link' } });
    expect(tickets[0]?.external_url).toBeNull();
    expect(warnings).toMatchObject([{ kind: 'not_a_web_address', field: 'external_url' }]);
  });

  test('only e-mail addresses are requesters', async () => {
    const columns = { requester_email: 'From' };
    expect((await readRow({ From: 'a@example.com' }, { columns })).tickets[0]?.requester_email).toBe('a@example.com');
    const { tickets, warnings } = await readRow({ From: 'Caller 12' }, { columns });
    expect(tickets[0]?.requester_email).toBeNull();
    expect(warnings).toEqual([{ kind: 'not_an_email', field: 'requester_email', count: 1 }]);
  });

  test('characters that no database takes are replaced', async () => {
    const json = JSON.stringify([{ ID: 'a\u0000b\ud800', Opened: '2026-01-05', State: 'open' }]);
    expect((await readAll(json)).tickets[0]?.external_id).toBe('a\uFFFDb\uFFFD');
  });
});

test('customers are derived once each', async () => {
  const csv =
    'ID,Opened,State,Org,Name\n1,2026-01-05,open,acme,Acme Corp\n2,2026-01-05,open,acme,ACME\n3,2026-01-05,open,,x\n';
  const customer = { column: 'Org', name_column: 'Name', derive: true };
  const { tickets, customers } = await readAll(csv, { mapping: mappingOf({ customer }) });
  expect(tickets.map(({ company }) => company?.external_id)).toEqual(['acme', 'acme', undefined]);
  expect(customers).toMatchObject([{ customer_id: 'acme', name: 'Acme Corp', csm_id: null }]);
});
