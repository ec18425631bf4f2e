import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { isUnresolved, type TicketStatus } from '../../model/ticket-status.js';
import type { TicketEvent } from '../../model/ticket-event.js';
import { readAll } from './__fixtures__/read-all.js';
import { type GroupRows, groupRowsInMemory, type LoggedRow } from './event-log/logged-row.js';
import type { ImportPage } from './import-page.js';
import { parseImportMapping } from './mapping/parse-import-mapping.js';

const fileUrl = (path: string): URL => new URL(path, import.meta.url);
const readLog = () => readFile(fileUrl('./__fixtures__/servicenow-incident-events.csv.gz'));
const readMapping = async () =>
  parseImportMapping(
    JSON.parse(await readFile(fileUrl('../../../../../examples/server/mappings/servicenow-incidents.json'), 'utf8')),
  );

describe('a real event log with its mapping', () => {
  let log: ImportPage;
  beforeAll(async () => {
    log = await readAll(await readLog(), { mapping: await readMapping() });
  });

  test('holds 890 tickets of 84 customers, two of them without', () => {
    expect(log.tickets).toHaveLength(890);
    expect(log.customers).toHaveLength(84);
    expect(log.tickets.filter(({ company }) => company === undefined)).toHaveLength(2);
    expect(log.tickets.filter(({ company }) => company?.external_id === 'Location 204')).toHaveLength(223);
    expect(log.skipped).toEqual([]);
  });

  test('holds priorities 1 to 4 as critical to low', () => {
    const words = new Set(log.tickets.map(({ priority, raw_priority }) => `${raw_priority}: ${priority}`));
    expect(words).toEqual(
      new Set(['1 - Critical: critical', '2 - High: high', '3 - Moderate: medium', '4 - Low: low']),
    );
  });

  test("holds the desk's own verdicts, 395 breached in the end", () => {
    const breached = log.tickets.filter(({ vendor_sla }) => vendor_sla?.resolution?.is_breached);
    expect(breached).toHaveLength(395);
    expect(log.events.filter(({ type }) => type === 'sla_breached')).toHaveLength(395);
  });

  test('holds 11 reopenings, as many as the desk counts: one row was written late', () => {
    expect(log.tickets.reduce((sum, { reopened_count }) => sum + reopened_count, 0)).toBe(11);
    expect(log.warnings.filter(({ kind }) => kind === 'stale_row')).toMatchObject([{ count: 1 }]);
    expect(log.warnings.some(({ kind }) => kind === 'reopened_count_differs')).toBe(false);
    const late = log.tickets.find(({ external_id }) => external_id === 'INC0000137');
    expect(late).toMatchObject({ reopened_count: 0, resolved_at: '2016-02-29T11:03:00Z', status: 'closed' });
  });

  test('ends with every ticket closed, and its history says so too', () => {
    const changes = log.events.filter((event) => event.type === 'status_changed');
    for (const ticket of log.tickets) {
      const statuses = changes.filter(({ ticket_id }) => ticket_id === ticket.ticket_id);
      expect(statuses.at(-1)?.to).toBe(ticket.status);
      expect(statuses[0]).toMatchObject({ from: null, at: ticket.created_at });
    }
  });

  test('follows the history, not the last row: most tickets of the first day were open that evening', () => {
    const open = statusesAt(log.events, '2016-02-29T18:00:00Z').filter(isUnresolved);
    const created = log.tickets.filter(({ created_at }) => created_at <= '2016-02-29T18:00:00Z');
    expect(created).toHaveLength(FIRST_DAY.created);
    expect(open).toHaveLength(FIRST_DAY.open);
  });

  test('gives the same again, whatever the order of its rows', async () => {
    // As a store on disk does: everything through JSON, rows backwards.
    const shuffled: GroupRows = async function* (rows) {
      for await (const group of groupRowsInMemory(rows))
        yield (JSON.parse(JSON.stringify(group)) as LoggedRow[]).toReversed();
    };
    const again = await readAll(await readLog(), { mapping: await readMapping(), groupRows: shuffled });
    expect(again.tickets).toEqual(log.tickets);
    expect(again.events).toEqual(log.events);
  });
});

/** Counted apart, by a script over the log: opened up to 18:00, and of these not yet Resolved or Closed (without the late row). */
const FIRST_DAY = { created: 197, open: 158 };

/** The status of each ticket at a moment. */
const statusesAt = (events: readonly TicketEvent[], moment: string): TicketStatus[] => {
  const latest = new Map<string, TicketStatus>();
  for (const event of events)
    if (event.type === 'status_changed' && event.at <= moment) latest.set(event.ticket_id, event.to);
  return [...latest.values()];
};
