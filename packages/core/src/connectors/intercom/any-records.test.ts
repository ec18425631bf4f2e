import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { CONVERSATION, TICKET } from './__fixtures__/payloads.js';
import { mapIntercomRecords } from './map-intercom-records.js';

const SETTINGS = {
  app_id: 'abc123',
  category_field: 'Language',
  priority_field: 'Urgency',
  customer_field: 'constructor',
};

const check = (document: unknown): void => {
  const { tickets, events, skipped, removed } = mapIntercomRecords(document, SETTINGS);
  for (const ticket of tickets) expect(ticketDraftSchema.safeParse(ticket).error).toBeUndefined();
  for (const event of events) expect(ticketEventSchema.safeParse(event).error).toBeUndefined();
  for (const { position, field, reason } of skipped) {
    expect([typeof position, typeof field]).toEqual(['string', 'string']);
    expect(reason).not.toBe('');
  }
  expect(tickets.length + skipped.length + removed.length).toBeGreaterThan(0);
};

const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.constantFrom(0, -1, '0', 1755676800, 9e15, '<p>', 'closed', 'resolved', '__proto__'),
);

/** All places of a record, nested ones too. */
const pathsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))]
    : [path];

const withValue = (value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown => {
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy, key, withValue(Reflect.get(copy, key), rest, replacement));
  return copy;
};

const mutated = (record: object) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsOf(record).slice(1)), anyValue), { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce<unknown>((changed, [path, value]) => {
        try {
          return withValue(changed, path, value);
        } catch {
          return changed;
        }
      }, record),
    );

test('any JSON is read or kept aside, never a crash and never an invalid ticket', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (document) => check([document, 0])),
    { numRuns: 1000 },
  );
});

test('a conversation and a ticket with anything in any place are read or kept aside', () => {
  fc.assert(
    fc.property(mutated(CONVERSATION), mutated(TICKET), (conversation, ticket) => check([conversation, ticket])),
    { numRuns: 3000 },
  );
});
