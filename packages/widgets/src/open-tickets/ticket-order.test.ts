import { expect, test } from 'vitest';
import { acmeTickets } from '../__fixtures__/tickets.js';
import { orderTickets, type TicketColumn, ticketColumns, type TicketFilters } from './ticket-order.js';

const all: TicketFilters = { text: '', status: null, priority: null };

const ordered = (
  filters: Partial<TicketFilters>,
  column: TicketColumn = 'age',
  direction: 'ascending' | 'descending' = 'ascending',
): string[] =>
  orderTickets(acmeTickets, { ...all, ...filters }, { column, direction })
    .slice(0, acmeTickets.length)
    .map(({ external_id }) => external_id);

test('by SLA: missed first, then by the time left, those without a running clock last', () => {
  expect(ordered({}, 'sla')).toEqual('4498 4507 4510 4518 4521 4537 4526 4530 4533 4539 4471 4502'.split(' '));
  expect(ordered({}, 'sla', 'descending').slice(0, 3)).toEqual(['4471', '4502', '4539']);
});

test('ascending is the oldest and the highest first', () => {
  expect(ordered({}, 'age')[0]).toBe('4471');
  expect(ordered({}, 'priority')[0]).toBe('4537');
  expect(ordered({}, 'status').slice(-2)).toEqual(['4471', '4502']);
  expect(ordered({}, 'subject')[0]).toBe('4537');
});

test('words are looked for in subject and number, whatever their case', () => {
  expect(ordered({ text: '  SYNC ' })).toEqual(['4502']);
  expect(ordered({ text: '#4518' })).toEqual(['4518']);
});

test('filters narrow each other', () => {
  expect(ordered({ status: 'pending' })).toEqual(['4471', '4502']);
  expect(ordered({ status: 'pending', priority: 'low' })).toEqual(['4471']);
});

test.each(ticketColumns.flatMap((column) => [[column, 'ascending'] as const, [column, 'descending'] as const]))(
  'the first of many by %s, %s, are those that all of them begin with',
  (column, direction) => {
    // Many ties, and the most pressing ones come last.
    const many = Array.from({ length: 500 }, (_, index) =>
      acmeTickets.toReversed().map((ticket) => ({ ...ticket, ticket_id: `${ticket.ticket_id}:${index}` })),
    ).flat();
    const order = () => orderTickets(many, all, { column, direction });
    const whole = order().slice(0, many.length);
    expect(order().slice(0, 18)).toEqual(whole.slice(0, 18));
    expect(order().slice(30, 60)).toEqual(whole.slice(30, 60));
    expect(new Set(whole.map(({ ticket_id }) => ticket_id)).size).toBe(many.length);
  },
);
