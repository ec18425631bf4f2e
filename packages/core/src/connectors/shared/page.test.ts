import * as z from 'zod';
import { expect, test } from 'vitest';
import { buildTicket } from '../../testing/build-ticket.js';
import { readRecords, type RecordReading, UnreadableRecord } from './page.js';

interface Payload {
  id: number;
  status?: string | undefined;
  subject: string;
}

const reading: RecordReading<Payload> = {
  schema: z.object({ id: z.number(), status: z.string().optional(), subject: z.string() }),
  map({ id, status, subject }, warn) {
    if (status === 'internal') return null;
    if (status === 'impossible') throw new UnreadableRecord('created_at', 'expected a moment');
    if (status === 'odd') throw new TypeError(`cannot read ${subject}`);
    if (status !== 'open') warn('unknown_status', 'status', status);
    const { customer_id: _, ...draft } = buildTicket({ external_id: String(id) });
    return { tickets: [draft] };
  },
};

test('one bad record stops nothing, and says where and why without its text', () => {
  const page = readRecords(
    [
      { id: 1, status: 'open', subject: 'a' },
      { id: 2, subject: 7 },
      { id: 3, status: 'impossible', subject: 'a' },
      { id: 4, status: 'odd', subject: 'Ana' },
      { subject: 'a' },
      null,
      { id: 5, status: 'open', subject: 'a' },
    ],
    reading,
  );
  expect(page.tickets.map(({ external_id }) => external_id)).toEqual(['1', '5']);
  expect(page.skipped.map(({ position, field }) => `${position} ${field}`)).toEqual([
    '2 subject',
    '3 created_at',
    '4 ',
    '#5 id',
    '#6 ',
  ]);
  expect(page.skipped.every(({ reason }) => reason !== '' && !reason.includes('Ana'))).toBe(true);
  expect(page.skipped[1]).toMatchObject({ reason: 'expected a moment', record: { id: 3 } });
});

test('what does not concern us is neither a ticket nor skipped', () => {
  const page = readRecords([{ id: 1, status: 'internal', subject: '' }], reading);
  expect(page).toEqual({ tickets: [], events: [], removed: [], skipped: [], warnings: [] });
});

test('warnings are counted by what they say', () => {
  const records = ['waiting', 'waiting', undefined, 'open'].map((status, id) => ({ id, status, subject: '' }));
  expect(readRecords(records, reading).warnings).toEqual([
    { code: 'unknown_status', field: 'status', value: 'waiting', count: 2 },
    { code: 'unknown_status', field: 'status', value: null, count: 1 },
  ]);
});

test.each([[undefined], [null], ['text'], [{ tickets: [] }]])('%j is one unreadable record', (records) => {
  const expected = [{ position: '', field: '', reason: 'expected a list of records' }];
  expect(readRecords(records, reading).skipped).toEqual(expected);
});

test('a record is named by the field that the vendor numbers it with', () => {
  const page = readRecords([{ Id: '500A', id: 'x' }, { Id: { a: 1 } }], { ...reading, idField: 'Id' });
  expect(page.skipped.map(({ position }) => position)).toEqual(['500A', '#2']);
});
