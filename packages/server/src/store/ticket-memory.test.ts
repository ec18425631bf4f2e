import { describe, expect, test } from 'vitest';
import type { TicketRecord } from '@cscx/support-core';
import { buildTicket } from '@cscx/support-core/testing';
import type { ReportTickets } from './report-tickets.js';
import { createTicketMemories } from './ticket-memory.js';

const SINCE = '2026-10-01T00:00:00Z';

/** Tickets as a database has them, which counts what it is asked. */
const createDatabase = () => {
  const rows = new Map<string, { ticket: TicketRecord; version: number }>();
  const asked: string[] = [];
  let version = 0;
  const tickets: ReportTickets = {
    version: () => Promise.resolve(version),
    byCustomer({ customer_ids, changed_since }) {
      asked.push(`${customer_ids.join('+')} since ${changed_since.slice(0, 10)}`);
      const found = [...rows.values()].map(({ ticket }) => ticket);
      return Promise.resolve(found.filter(({ customer_id }) => customer_ids.includes(customer_id)));
    },
    changedAfter(seen, limit) {
      const changed = [...rows.values()].filter((row) => row.version > seen).slice(0, limit);
      asked.push(`${changed.length} changes`);
      return Promise.resolve(changed.map(({ ticket }) => ({ ticket_id: ticket.ticket_id, ticket })));
    },
  };
  return {
    asked,
    tickets,
    write: (customer_id: string, count: number, first = 1): void => {
      version += 1;
      for (let number = first; number < first + count; number += 1) {
        const ticket = buildTicket({ external_id: String(number), customer_id });
        rows.set(ticket.ticket_id, { ticket, version });
      }
    },
  };
};

const start = (limit: number) => {
  const database = createDatabase();
  const memoryOf = createTicketMemories(() => database.tickets, limit);
  return {
    ...database,
    read: async (...customer_ids: string[]) => {
      const { byCustomer } = await memoryOf('initech').read({ customer_ids, changed_since: SINCE });
      return customer_ids.map((customer_id) => byCustomer.get(customer_id)?.length);
    },
    readSince: (changed_since: string) => memoryOf('initech').read({ customer_ids: ['acme'], changed_since }),
  };
};

describe('tickets in memory', () => {
  test('are read once, and afterwards only what has changed', async () => {
    const { read, write, asked } = start(100);
    write('acme', 3);
    expect(await read('acme')).toEqual([3]);
    expect(await read('acme')).toEqual([3]);
    write('acme', 2, 3);
    expect(await read('acme')).toEqual([4]);
    expect(asked).toEqual(['acme since 2026-10-01', '2 changes']);
  });

  test('are with the other customer once they have changed hands, whoever of the two was read first', async () => {
    const { read, write } = start(100);
    write('acme', 3);
    expect(await read('acme', 'globex')).toEqual([3, 0]);
    write('globex', 1, 2);
    expect(await read('globex', 'acme')).toEqual([1, 2]);
    write('initech', 1, 1);
    expect(await read('initech', 'acme', 'globex')).toEqual([1, 1, 1]);
  });

  test('a list that was handed out stays as it was', async () => {
    const { readSince, write } = start(100);
    write('acme', 3);
    const { byCustomer, version } = await readSince(SINCE);
    write('acme', 5);
    const later = await readSince(SINCE);
    expect([byCustomer.get('acme')?.length, later.byCustomer.get('acme')?.length]).toEqual([3, 5]);
    expect([version, later.version]).toEqual([1, 2]);
  });

  test('those of customers asked for longest ago are forgotten when there are too many', async () => {
    const { read, write, asked } = start(5);
    write('acme', 3, 10);
    write('globex', 2, 20);
    await read('acme');
    await read('globex');
    await read('acme');
    write('initech', 1, 30);
    await read('initech');
    await read('acme');
    expect(asked.filter((question) => question.includes('since'))).toEqual([
      'acme since 2026-10-01',
      'globex since 2026-10-01',
      'initech since 2026-10-01',
    ]);
    expect(await read('globex')).toEqual([2]);
    expect(asked.at(-1)).toBe('globex since 2026-10-01');
  });

  test('more than there is room for are read all the same', async () => {
    const { read, write } = start(0);
    write('acme', 3, 10);
    write('globex', 2, 20);
    expect(await read('acme', 'globex')).toEqual([3, 2]);
  });

  test('are read from the beginning of a quarter, and anew only for an earlier one', async () => {
    const { readSince, asked } = start(100);
    await readSince('2026-08-20T00:00:00Z');
    await readSince(SINCE);
    await readSince('2026-07-01T00:00:00Z');
    await readSince('2026-06-30T23:00:00Z');
    expect(asked).toEqual(['acme since 2026-07-01', 'acme since 2026-04-01']);
  });

  test('a flood of changes is not read: the tickets are read anew', async () => {
    const { read, write, asked } = start(100_000);
    write('acme', 3);
    await read('acme');
    write('acme', 6000);
    expect(await read('acme')).toEqual([6000]);
    expect(asked.filter((question) => question.includes('since'))).toHaveLength(2);
  });

  test('whoever asks at the same time waits for the same tickets', async () => {
    const { read, write, asked } = start(100);
    write('acme', 3);
    expect(await Promise.all([read('acme'), read('acme'), read('acme')])).toEqual([[3], [3], [3]]);
    expect(asked).toEqual(['acme since 2026-10-01']);
  });
});
