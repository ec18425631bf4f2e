import { describe, expect, test } from 'vitest';
import { gzipped, streamOf } from '../__fixtures__/stream-of.js';
import { type CustomersPage, readCustomers, type ReadCustomersOptions } from './read-customers.js';

const readAll = async (content: string | Uint8Array, options: ReadCustomersOptions = {}): Promise<CustomersPage> => {
  const all: CustomersPage = { customers: [], skipped: [] };
  for await (const { customers, skipped } of readCustomers(streamOf(content), options)) {
    all.customers.push(...customers);
    all.skipped.push(...skipped);
  }
  return all;
};

const CSV = `customer_id,name,csm_id,csm_name,domains,contacts,external_ids.zendesk,tier,arr,renewal_date,health_score,churned_at
acme,Acme Corp,u1,Ann,acme.com; acme.de,a@acme.com;b@acme.com,360;361,gold,120000,2027-01-31,72.5,
tech,TechStart,,,,,,,,,,2026-07-01 12:00
`;

describe('a customers file', () => {
  test('has the fields of a customer as columns, lists separated by ;', async () => {
    const { customers, skipped } = await readAll(await gzipped(CSV), { timezone: 'Europe/Berlin' });
    expect(skipped).toEqual([]);
    expect(customers).toEqual([
      {
        customer_id: 'acme',
        name: 'Acme Corp',
        csm_id: 'u1',
        csm_name: 'Ann',
        domains: ['acme.com', 'acme.de'],
        contacts: ['a@acme.com', 'b@acme.com'],
        external_ids: { zendesk: ['360', '361'] },
        tier: 'gold',
        arr: 120_000,
        renewal_date: '2027-01-31',
        health_score: 72.5,
      },
      {
        customer_id: 'tech',
        name: 'TechStart',
        csm_id: null,
        domains: [],
        contacts: [],
        external_ids: {},
        churned_at: '2026-07-01T10:00:00Z',
      },
    ]);
  });

  test.each([
    ['NDJSON', (records: object[]) => records.map((record) => JSON.stringify(record)).join('\n')],
    ['a JSON array', (records: object[]) => JSON.stringify(records)],
  ])('may be %s', async (_, write) => {
    const acme = {
      customer_id: 'acme',
      name: 'Acme',
      domains: ['acme.com'],
      external_ids: { freshdesk: ['7'] },
      arr: 5,
    };
    const { customers } = await readAll(
      write([acme, { customer_id: 't', name: 'T', domains: 'a.com;b.com', csm_id: null }]),
    );
    expect(customers).toMatchObject([acme, { domains: ['a.com', 'b.com'] }]);
  });

  test('gives a customer terms of its own as JSON, in a column as in a record', async () => {
    const columns = 'customer_id;name;thresholds\nacme;Acme;{"low_csat_below": 4}\n';
    const { customers, skipped } = await readAll(await gzipped(columns), { timezone: 'UTC' });
    expect(skipped).toEqual([]);
    expect(customers[0]).toMatchObject({ customer_id: 'acme', thresholds: { low_csat_below: 4 } });
  });

  test('goes on after a bad record, and tells line, field and reason', async () => {
    const rows = [
      'acme,Acme,-5,a@acme.com',
      ',No id,1,',
      'b,B,many,',
      'c,C,1,nobody',
      'd,D,1,d@d.com',
      'd,D again,1,',
      'e,E',
    ];
    const { customers, skipped } = await readAll(['customer_id,name,arr,contacts', ...rows].join('\n'));
    expect(customers.map(({ customer_id }) => customer_id)).toEqual(['d']);
    expect(skipped.map(({ position, field, reason }) => [position, field, reason])).toEqual([
      ['2', 'arr', expect.stringContaining('>=0')],
      ['3', 'customer_id', 'required, but the record has none'],
      ['4', 'arr', expect.stringContaining('expected number')],
      ['5', 'contacts.0', 'Invalid email address'],
      ['7', 'customer_id', 'expected each customer once: line 6 has the same'],
      ['8', '', 'expected 4 columns as in the header, found 2'],
    ]);
    expect(skipped[0]?.record).toEqual({ customer_id: 'acme', name: 'Acme', arr: '-5', contacts: 'a@acme.com' });
  });

  test('with a column that is no field of a customer is refused', async () => {
    await expect(readAll('customer_id,name,domain\na,A,a.com\n')).rejects.toThrow(
      'domain: no field of a customer; did you mean "domains"?',
    );
  });

  test('that is no text is unreadable', async () => {
    await expect(readAll('%PDF-1.7')).rejects.toMatchObject({ code: 'unreadable_file' });
  });
});
