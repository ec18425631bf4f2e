import { expect, test } from 'vitest';
import { NOW } from '../__fixtures__/clock.js';
import { unmatchedTickets } from '../__fixtures__/unmatched.js';
import { words } from '../__fixtures__/words.js';
import { searchCustomers, suggestCustomers } from './customer-choices.js';
import { queueLength, unmatchedRow } from './unmatched-rows.js';

const customers = ['Acme Corp', 'TechStart', 'Umbra Labs', 'Électricité Réunie', 'The Tech Company'].map(
  (customer_name) => ({ customer_id: customer_name.split(' ').at(-1)?.toLowerCase() ?? '', customer_name }),
);
const namesOf = (found: readonly { customer_name: string }[]): string[] =>
  found.map(({ customer_name }) => customer_name);

test('customers are found by name or id, whatever the case and accents', () => {
  expect(namesOf(searchCustomers(customers, 'ELECTR'))).toEqual(['Électricité Réunie']);
  expect(namesOf(searchCustomers(customers, ' labs '))).toEqual(['Umbra Labs']);
  expect(searchCustomers(customers, '')).toHaveLength(5);
});

test('company and domain suggest customers, the most alike first; common words do not', () => {
  const clues = { requester_email: 'a@umbra.example', reason: 'unknown_key' } as const;
  expect(namesOf(suggestCustomers({ ...clues, company: null }, customers))).toEqual(['Umbra Labs']);
  expect(namesOf(suggestCustomers({ ...clues, company: { name: 'Acme Company Labs' } }, customers))).toEqual([
    'Umbra Labs',
    'Acme Corp',
  ]);
});

test('a free-mail address suggests nobody', () => {
  const ticket = { company: null, requester_email: 'me@techstart.example', reason: 'free_mail' } as const;
  expect(suggestCustomers(ticket, customers)).toEqual([]);
  expect(suggestCustomers({ ...ticket, requester_email: undefined, reason: 'no_key' }, customers)).toEqual([]);
});

test('a line says why, and what the ticket tells of whose it is', () => {
  const [first, , third, fourth] = unmatchedTickets.map((ticket) => unmatchedRow(ticket, Date.parse(NOW), words));
  expect(first).toMatchObject({
    name: '#7001',
    spoken: '#7001 Import of orders stops at row 10,000',
    age: '24m ago',
    system: 'Zendesk',
    priorityLabel: 'Critical priority',
    reason: 'Unknown company or sender',
    hints: [
      ['From', 'maya@techstart.example'],
      ['Company', 'TechStart GmbH'],
      ['Company key', '9'],
    ],
  });
  expect(third).toMatchObject({ spoken: '#6990', subject: '', hints: [], external_url: undefined });
  expect(fourth?.hints).toEqual([
    ['From', 'ops@umbra.example'],
    ['Company', 'Umbra'],
    ['Company key', 'umb-2'],
    ['Customer field', 'EU-77'],
  ]);
});

test('the queue is as long as its reasons together', () => {
  expect(
    queueLength({ no_key: 1, unknown_key: 2, free_mail: 3, ignored_domain: 0, conflict: 4, unknown_link: 0 }),
  ).toBe(10);
});
