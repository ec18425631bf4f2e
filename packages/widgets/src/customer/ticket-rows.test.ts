import { expect, test } from 'vitest';
import { NOW } from '../__fixtures__/clock.js';
import { acmeTicket } from '../__fixtures__/tickets.js';
import { words } from '../__fixtures__/words.js';
import { ticketRows } from './ticket-rows.js';

const rowOf = (fields: object) => {
  const ticket = acmeTicket({
    id: '4521',
    subject: 'Export fails',
    category: 'c',
    priority: 'low',
    age: 5,
    sla: 'met',
  });
  return ticketRows([{ ...ticket, ...fields }], Date.parse(NOW), words)[0];
};

test('a ticket is called by the number that people know, else by its id', () => {
  expect(rowOf({})?.name).toBe('#4521');
  expect(rowOf({ external_id: '500dM00003F2OMjQAN', external_number: '00001001' })?.name).toBe('#00001001');
  expect(rowOf({ external_id: 'T-1042' })?.name).toBe('T-1042');
});

test('a chat without a title is shown by its number', () => {
  expect(rowOf({ subject: '' })?.subject).toBe('#4521');
});
