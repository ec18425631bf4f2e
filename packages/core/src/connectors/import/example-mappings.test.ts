import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readAll } from './__fixtures__/read-all.js';
import { parseImportMapping } from './mapping/parse-import-mapping.js';

const example = (name: string) => readFile(new URL(`../../../../../examples/server/mappings/${name}`, import.meta.url));
const readExample = async (name: string) =>
  readAll(await example(`${name}.csv`), {
    mapping: parseImportMapping(JSON.parse(String(await example(`${name}.json`)))),
  });

describe('the mappings to start from', () => {
  test('read an export with stars', async () => {
    const { tickets, customers, skipped, warnings } = await readExample('tickets');
    expect(tickets).toHaveLength(5);
    expect(tickets.slice(0, 2)).toMatchObject([
      {
        ticket_id: 'import:helpdesk:1001',
        subject: 'Login: "password wrong"',
        category: 'Access',
        priority: 'medium',
        status: 'resolved',
        created_at: '2026-01-05T08:12:00Z',
        first_response_at: '2026-01-05T08:40:00Z',
        resolved_at: '2026-01-05T10:05:00Z',
        csat_score: 5,
        csat_scale: 'five_point',
        external_url: 'https://helpdesk.example.com/tickets/1001',
        company: { external_id: 'C-17', name: 'Acme Corp' },
      },
      {
        csat_score: 2,
        csat_feedback: 'Took two days.\nNobody told us why.',
        is_escalated: true,
        tags: ['escalated', 'invoice'],
      },
    ]);
    expect(tickets.map(({ status }) => status)).toEqual(['resolved', 'resolved', 'open', 'pending', 'resolved']);
    expect(customers.map(({ customer_id, name }) => `${customer_id} ${name}`)).toEqual([
      'C-17 Acme Corp',
      'C-22 TechStart',
      'C-31 DataFlow',
    ]);
    expect(skipped).toMatchObject([{ position: '8', field: 'resolved_at', record: { Ticket: '1006' } }]);
    expect(warnings).toEqual([]);
  });

  test('read a Zendesk-like export', async () => {
    const { tickets, customers, skipped, warnings } = await readExample('zendesk-tickets');
    expect([skipped, warnings]).toEqual([[], []]);
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['Acme Corp', 'TechStart']);
    expect(tickets).toMatchObject([
      {
        status: 'closed',
        priority: 'critical',
        created_at: '2026-01-05T08:12:44Z',
        csat_score: 5,
        csat_offered: true,
      },
      {
        status: 'resolved',
        csat_score: 1,
        csat_scale: 'binary',
        reopened_count: 1,
        is_escalated: true,
        escalation_reason: 'tag',
      },
      { status: 'pending', raw_status: 'Hold', csat_score: null, csat_offered: false },
      { status: 'resolved', csat_score: null, csat_offered: true, requester_email: null },
    ]);
    expect(tickets[3]).not.toHaveProperty('company');
  });
});
