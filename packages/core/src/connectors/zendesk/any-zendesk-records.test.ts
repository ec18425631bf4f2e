import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import type { ConnectorPage } from '../connector.js';
import { mapZendeskRecords } from './map-zendesk-records.js';
import type { ZendeskOptions } from './zendesk-options.js';

const OPTIONS: ZendeskOptions = {
  subdomain: 'acme',
  category_field: 360_001,
  customer_field: 360_003,
  escalation_rules: [{ when: [{ field: 'field:360001', contains: 't' }], reason: 'tier', level: 2 }],
};

const NAMES = ['ticket-export', 'metric-events', 'satisfaction-ratings', 'survey-responses'];
const documents = NAMES.map((name) => readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));

/** Paths to every value of a document. */
const pathsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))]
    : [path];

const replaced = (document: unknown, path: readonly string[], value: unknown): unknown => {
  if (path.length === 0) return value;
  let parent = document;
  for (const key of path.slice(0, -1)) parent = Reflect.get(Object(parent), key);
  if (typeof parent === 'object' && parent !== null) Reflect.set(parent, path.at(-1) ?? '', value);
  return document;
};

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    null,
    '',
    0,
    -1,
    1e300,
    'deleted',
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    [],
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

const mutated = fc
  .record({
    which: fc.nat({ max: documents.length - 1 }),
    changes: fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 4 }),
  })
  .map(({ which, changes }) => {
    let document: unknown = JSON.parse(documents[which] ?? 'null');
    for (const [at, value] of changes) {
      const paths = pathsOf(document);
      document = replaced(document, paths[at % paths.length] ?? [], value);
    }
    return document;
  });

const expectValid = (page: ConnectorPage): void => {
  for (const ticket of page.tickets) expect(ticketDraftSchema.safeParse(ticket).error).toBeUndefined();
  for (const event of page.events) expect(ticketEventSchema.safeParse(event).error).toBeUndefined();
  for (const { position, reason } of page.skipped)
    expect([typeof position, reason]).toEqual(['string', expect.stringMatching(/./)]);
};

describe('whatever Zendesk sends', () => {
  test('every ticket and event is valid, and nothing throws', () => {
    fc.assert(
      fc.property(mutated, (document) => expectValid(mapZendeskRecords(document, OPTIONS))),
      { numRuns: 1500 },
    );
  });

  test('any JSON is read or kept aside', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const page = mapZendeskRecords({ tickets: [document], ticket_metric_events: [document] }, OPTIONS);
        expectValid(page);
        expect(page.skipped).toHaveLength(2);
        expectValid(mapZendeskRecords(document, OPTIONS));
      }),
      { numRuns: 500 },
    );
  });
});
