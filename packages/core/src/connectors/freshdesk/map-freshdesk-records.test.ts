import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { ticketRow } from './__fixtures__/map-one.js';
import { mapFreshdeskRecords } from './map-freshdesk-records.js';
import type { FreshdeskSettings } from './freshdesk-options.js';

const settings: FreshdeskSettings = {
  domain: 'acme',
  category_field: 'cf_topic',
  customer_field: 'cf_customer',
  escalation_rules: [{ when: [{ field: 'field:cf_topic', contains: 'a' }], reason: 'a' }],
  category_rules: [{ when: [{ field: 'sla', contains: 'overdue' }], category: 'late' }],
};

const expectSound = (document: unknown): void => {
  const { tickets, events, removed, skipped } = mapFreshdeskRecords(document, settings);
  for (const ticket of tickets) expect(ticketDraftSchema.safeParse(ticket).error).toBeUndefined();
  for (const event of events) expect(ticketEventSchema.safeParse(event).error).toBeUndefined();
  for (const { ticket_id } of removed) expect(ticket_id).toMatch(/^freshdesk:acme:\d+$/);
  for (const { reason, position } of skipped) expect([reason, position]).not.toContain('');
};

const time = fc.oneof(
  fc.date({ min: new Date(0), max: new Date('2300-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom('2026-03-02T08:00:00Z', '2026-02-30T08:00:00Z', '2026-03-02', 'soon', ''),
);
const anything = fc.oneof(fc.jsonValue(), time, fc.constantFrom(true, 1, -1, 1e300, '18', '', 'ada@acme.example'));

const mutated = fc
  .record({
    base: fc.constantFrom(
      ticketRow(),
      ticketRow({ status: 5, stats: { resolved_at: '2026-03-02T10:00:00Z', closed_at: '2026-03-02T10:00:00Z' } }),
      { id: 1, ticket_id: 18, feedback: null, ratings: { default_question: 103 }, created_at: '2026-03-03T12:00:00Z' },
    ),
    fields: fc.dictionary(
      fc.constantFrom(
        ...Object.keys(ticketRow()),
        'ratings',
        'ticket_id',
        'feedback',
        'deleted',
        'choices',
        'freshdesk_webhook',
        'domains',
      ),
      anything,
      { maxKeys: 5 },
    ),
    stats: fc.dictionary(
      fc.constantFrom('first_responded_at', 'resolved_at', 'closed_at', 'reopened_at', 'status_updated_at'),
      fc.oneof(time, fc.jsonValue()),
    ),
  })
  .map(({ base, fields, stats }): Record<string, unknown> => ({ ...base, stats, ...fields }));

test('any JSON is mapped or kept aside, never more', () => {
  fc.assert(fc.property(fc.jsonValue(), expectSound), { numRuns: 1000 });
});

test('records of which any field is anything are mapped or kept aside, never more', () => {
  fc.assert(fc.property(fc.array(mutated, { maxLength: 4 }), expectSound), { numRuns: 2000 });
});

test('one broken record leaves the others alone', () => {
  const { tickets, skipped } = mapFreshdeskRecords(
    [ticketRow({ id: 1 }), { id: 2, subject: 'x' }, ticketRow({ id: 3 }), 7],
    settings,
  );
  expect(tickets.map(({ external_id }) => external_id)).toEqual(['1', '3']);
  expect(skipped.map(({ position, field }) => [position, field])).toEqual([
    ['2', 'status'],
    ['#4', ''],
  ]);
});

test.each(['companies', 'ticket-fields', 'webhook-simple'])('%s tells of no ticket by itself', async (name) => {
  const document: unknown = JSON.parse(await readFile(new URL(`__fixtures__/${name}.json`, import.meta.url), 'utf8'));
  expect(mapFreshdeskRecords(document, settings)).toMatchObject({ tickets: [], events: [], skipped: [] });
});

test.each(['require-feature', 'page-limit-reached'])('an error that was recorded (%s) is kept aside', async (name) => {
  const document: unknown = JSON.parse(await readFile(new URL(`__fixtures__/${name}.json`, import.meta.url), 'utf8'));
  expect(mapFreshdeskRecords(document, settings).skipped).toHaveLength(1);
});
