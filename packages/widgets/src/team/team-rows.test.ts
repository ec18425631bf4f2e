import type { CustomerSupportSummary } from '@cscx/support-core';
import { expect, test } from 'vitest';
import { csmNames, teamPortfolio } from '../__fixtures__/metrics.js';
import { words } from '../__fixtures__/words.js';
import { sortTeam, type TeamSort, teamRows } from './team-rows.js';

const { customers } = teamPortfolio;
const rows = teamRows(customers, csmNames, words);
const of = (name: string) => rows.find((row) => row.name === name);

const customer = (fields: Partial<CustomerSupportSummary>): CustomerSupportSummary => ({
  ...(customers[0] as CustomerSupportSummary),
  csm_id: 'dana',
  ...fields,
});

test('each customer is counted once, under its CSM or under nobody', () => {
  expect(rows.reduce((sum, row) => sum + row.customers, 0)).toBe(customers.length);
  expect(rows.reduce((sum, row) => sum + row.open, 0)).toBe(
    customers.reduce((sum, { open_tickets }) => sum + open_tickets, 0),
  );
  expect(of('Unassigned')?.csm_id).toBeNull();
  expect(of('monica-reyes-of-the-enterprise-team-in-rotterdam')?.customers).toBe(3);
});

test('satisfaction is weighted by ratings: one bad rating does not weigh as much as ninety-nine good ones', () => {
  const [row] = teamRows(
    [
      customer({ avg_csat: 5, csat_responses: 99 }),
      customer({ avg_csat: 1, csat_responses: 1 }),
      customer({ avg_csat: null, csat_responses: 0 }),
    ],
    {},
    words,
  );
  expect(row).toMatchObject({ csat: 4.96, ratings: 100 });
  expect(teamRows([customer({ avg_csat: null })], {}, words)[0]).toMatchObject({ csat: null, ratings: 0 });
});

test('missed SLAs are counted from the reasons for attention, and the worst customer is named', () => {
  expect(of('Dana Scully')).toMatchObject({ breaches: 5, attention: 2, worst: { customer_id: 'acme' } });
  expect(of('Fox Mulder')?.breaches).toBe(0);
});

test('sorting puts first what should be looked at first; no rating comes last; ties are by name', () => {
  const first = (sort: TeamSort): string | undefined => sortTeam(rows, sort, words)[0]?.name;
  expect(first('attention')).toBe('Dana Scully');
  expect(first('breaches')).toBe('Dana Scully');
  expect(first('name')).toBe('Dana Scully');
  expect(first('csat')).toBe('Dana Scully');
  expect(sortTeam(rows, 'customers', words).at(-1)?.name).toBe('Unassigned');
  const silent = teamRows(
    [customer({ avg_csat: null, csm_id: 'a' }), customer({ avg_csat: 4.9, csm_id: 'b' })],
    {},
    words,
  );
  expect(sortTeam(silent, 'csat', words).map(({ name }) => name)).toEqual(['b', 'a']);
});
