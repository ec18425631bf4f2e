import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketDraftSchema } from '../../model/support-ticket.js';
import { ticketEventSchema } from '../../model/ticket-event.js';
import { mappingOf, readAll } from './__fixtures__/read-all.js';

const COLUMNS = {
  external_id: 'ID',
  created_at: 'Opened',
  status: 'State',
  subject: '{Text} / {Text}',
  priority: 'Prio',
  first_response_at: 'Replied',
  csat_score: 'Score',
  csat_responded_at: 'Replied',
  is_escalated: 'Flag',
  escalation_level: 'Number',
  escalated_at: 'Replied',
  reopened_count: 'Number',
  external_url: 'Link',
  requester_email: 'Mail',
  tags: 'Text',
};
const mapping = {
  columns: COLUMNS,
  csat: { scale: 'seven_point' },
  vendor_sla: { resolution: { met: 'Flag', due_at: 'Replied' }, first_response: { breached: 'Flag' } },
  escalation: { rules: [{ field: 'Text', matches: '*a*', reason: 'a', level: 1 }] },
  category: { rules: [{ field: 'Text', contains: 'b', category: 'b' }] },
  external_url: 'https://desk.example/{external_id}',
  customer: { column: 'Text', derive: true },
};

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 6 }));
const date = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date('1970-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString()),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 60 }).map((minute) => `2026-01-05 09:${String(minute).padStart(2, '0')}`),
  },
  { weight: 1, arbitrary: text },
);
const record = fc.record(
  {
    ID: fc.oneof(fc.integer({ min: 1, max: 3 }).map(String), text),
    Opened: date,
    State: fc.oneof(fc.constantFrom('open', 'pending', 'resolved', 'closed', '?'), text),
    Prio: fc.oneof(fc.constantFrom('low', 'critical', ''), text),
    Replied: fc.oneof(fc.constant(''), date),
    Resolved: fc.oneof(fc.constant(''), date),
    At: date,
    Score: fc.oneof(fc.integer({ min: -1, max: 9 }).map(String), text),
    Flag: fc.oneof(fc.constantFrom('true', 'false', ''), text),
    Number: fc.oneof(fc.integer().map(String), text),
    Link: fc.oneof(fc.webUrl(), text),
    Mail: fc.oneof(fc.emailAddress(), text),
    Text: fc.oneof(fc.string(), fc.json()),
  },
  { noNullPrototype: true },
);

const csvOf = (records: readonly Record<string, string>[]): string =>
  [Object.keys(records[0] ?? {}), ...records.map((row) => Object.values(row))]
    // Many NUL characters are the mark of a binary file, which is refused as a whole.
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\0', '')}"`).join(','))
    .join('\n');

const expectValid = (page: Awaited<ReturnType<typeof readAll>>): void => {
  for (const ticket of page.tickets) expect(ticketDraftSchema.safeParse(ticket).error).toBeUndefined();
  for (const event of page.events) expect(ticketEventSchema.safeParse(event).error).toBeUndefined();
};

describe('whatever a file holds', () => {
  const records = fc.array(record, { minLength: 1, maxLength: 12 });

  test('each row becomes a valid ticket or a skipped record', async () => {
    const tickets = mappingOf({
      ...mapping,
      format: 'csv',
      delimiter: ',',
      columns: { ...COLUMNS, resolved_at: 'Resolved' },
    });
    await fc.assert(
      fc.asyncProperty(records, async (rows) => {
        const page = await readAll(csvOf(rows), { mapping: tickets });
        expectValid(page);
        expect(page.tickets.length + page.skipped.length).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  test('an event log becomes valid tickets and events, their ids unique', async () => {
    const events = mappingOf({
      ...mapping,
      mode: 'event_log',
      format: 'json',
      columns: { ...COLUMNS, event_at: 'At' },
    });
    await fc.assert(
      fc.asyncProperty(records, async (rows) => {
        const page = await readAll(JSON.stringify(rows), { mapping: events });
        expectValid(page);
        expect(new Set(page.events.map(({ event_id }) => event_id)).size).toBe(page.events.length);
        expect(new Set(page.tickets.map(({ ticket_id }) => ticket_id)).size).toBe(page.tickets.length);
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes are tickets, or a clear error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 9 }), async (bytes, pieceSize) => {
        await readAll(bytes, { pieceSize }).catch((error: unknown) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(?:unreadable_file|invalid_input)$/) });
        });
      }),
      { numRuns: 500 },
    );
  });
});
