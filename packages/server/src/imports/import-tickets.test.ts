import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerMetricsRoute, portfolioRoute } from '@cscx/support-core/api';
import { type LoggedRow, parseImportMapping } from '@cscx/support-core/connectors/import';
import { buildCustomer } from '@cscx/support-core/testing';
import { startTestServer, type TestServer } from '../__fixtures__/start-test-server.js';
import { groupRowsOnDisk } from './group-rows-on-disk.js';
import { importCustomers } from './import-customers.js';
import { importTickets } from './import-tickets.js';

const NOW = '2016-06-15T12:00:00.000Z';
const METRICS = '/api/reports/support-metrics';

const repository = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const fileStream = (path: string) => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
const textStream = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

const log = () =>
  fileStream(repository('packages/core/src/connectors/import/__fixtures__/servicenow-incident-events.csv.gz'));

describe('importing tickets', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: NOW });
  });
  afterAll(() => server.close());

  const newOrganization = async (id: string) => {
    const organization = server.store.forOrganization(id);
    await organization.ensure();
    return organization;
  };
  const now = () => NOW;

  test('a real event log arrives whole, and arrives once', async () => {
    const organization = await newOrganization('log');
    const mapping = parseImportMapping(
      JSON.parse(await readFile(repository('examples/server/mappings/servicenow-incidents.json'), 'utf8')),
    );
    const first = await importTickets(organization, log(), { mapping, now });
    expect(first).toMatchObject({ imported: 890, unchanged: 0, unmatched: 2 });
    expect(await importTickets(organization, log(), { mapping, now })).toMatchObject({
      imported: 0,
      unchanged: 890,
      rejected: first.rejected,
    });

    const response = await server.get(`${METRICS}?period=2016&limit=500`, 'log');
    const { summary, customers } = portfolioRoute.response.parse(await response.json());
    expect(summary.data_as_of).toBe(NOW);
    expect(customers).toHaveLength(84);
    const busiest = customers.find(({ customer_name }) => customer_name === 'Location 204');
    const detail = await server.get(`${METRICS}/${busiest?.customer_id}?period=2016`, 'log');
    const { customer } = customerMetricsRoute.response.parse(await detail.json());
    expect(customer.tickets.total).toBe(223);
  });

  const mapping = parseImportMapping({
    version: 1,
    mode: 'tickets',
    instance: 'desk',
    columns: { external_id: 'id', created_at: 'created', status: 'status', priority: 'priority', subject: 'subject' },
    values: { status: { open: 'open', done: 'resolved' }, priority: { high: 'high' } },
    dates: { format: 'iso', timezone: 'UTC' },
    customer: { column: 'account' },
  });
  const csv = (...rows: string[]) => textStream(['id,created,status,priority,subject,account', ...rows, ''].join('\n'));

  test('tickets of unknown accounts wait unmatched until their customer is known', async () => {
    const organization = await newOrganization('unknown');
    const rows = ['1,2016-06-14T09:00:00Z,open,high,Help,acme'];
    expect(await importTickets(organization, csv(...rows), { mapping, now })).toMatchObject({
      imported: 1,
      unmatched: 1,
    });
    await organization.customers.save([buildCustomer()]);
    expect(await importTickets(organization, csv(...rows), { mapping, now })).toMatchObject({
      imported: 1,
      unmatched: 0,
    });
  });

  test('what cannot be read is handed over with its line, field and reason; the rest goes in', async () => {
    const organization = await newOrganization('rejects');
    const skipped: unknown[] = [];
    const summary = await importTickets(
      organization,
      csv('1,2016-06-14T09:00:00Z,open,high,Help,acme', '2,yesterday,open,high,Help,acme', ',2016-06-14,open,,,'),
      {
        mapping,
        now,
        onSkipped: async (records) => {
          skipped.push(...records);
        },
      },
    );
    expect(summary).toMatchObject({ imported: 1, rejected: 2 });
    expect(skipped).toMatchObject([
      { position: '3', field: 'created_at' },
      { position: '4', field: 'external_id' },
    ]);
  });

  test('alerts follow: raised with what the file says, resolved when the next file says otherwise', async () => {
    const organization = await newOrganization('alerted');
    await organization.customers.save([buildCustomer()]);
    await importTickets(organization, csv('1,2016-06-13T09:00:00Z,open,high,Help,acme'), { mapping, now });
    const raised = await organization.alerts.page({ standing: true, limit: 10, now: now() });
    expect(raised.map(({ dedupe_key }) => dedupe_key).toSorted()).toEqual([
      'sla_breach:import:desk:1:first_response',
      'sla_breach:import:desk:1:resolution',
    ]);

    await importTickets(organization, csv('1,2016-06-13T09:00:00Z,open,high,Help,acme'), { mapping, now });
    expect(await organization.alerts.page({ limit: 10, now: now() })).toEqual(raised);

    const lenient = { first_response_hours: null, resolution_hours: null };
    await importCustomers(
      organization,
      textStream(
        `${JSON.stringify({
          ...buildCustomer(),
          sla_policy: { targets: { critical: lenient, high: lenient, medium: lenient, low: lenient } },
        })}\n`,
      ),
      { now },
    );
    expect(await organization.alerts.page({ standing: true, limit: 10, now: now() })).toEqual([]);
  });

  test('stops when told to; what is in stays in, and the next import goes on', async () => {
    const organization = await newOrganization('stopped');
    await organization.customers.save([buildCustomer()]);
    const rows = Array.from({ length: 3000 }, (_, n) => `${n},2016-06-14T09:00:00Z,done,high,Help,acme`);
    const controller = new AbortController();
    let imported = 0;
    const stopped = importTickets(organization, csv(...rows), {
      mapping,
      now,
      signal: controller.signal,
      onProgress(progress) {
        ({ imported } = progress);
        if (imported > 0) controller.abort();
      },
    });
    await expect(stopped).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(imported).toBeGreaterThan(0);
    expect(imported).toBeLessThan(3000);
    expect((await organization.find())?.data_as_of).toBeNull();
    expect(await importTickets(organization, csv(...rows), { mapping, now })).toMatchObject({
      imported: 3000 - imported,
      unchanged: imported,
    });
  });
});

describe('collecting rows on disk', () => {
  const row = (external_id: string, line: number) => ({ external_id, line, at: line, sequence: null }) as LoggedRow;
  async function* rows() {
    for (let line = 0; line < 1000; line += 1) yield row(`INC${line % 37}`, line);
  }

  test('gives the rows of each ticket together, and leaves no file behind', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'group-rows-'));
    const tickets: LoggedRow[][] = [];
    let files = 0;
    for await (const ticket of groupRowsOnDisk({ rows_in_memory: 90, directory })(rows())) {
      tickets.push(ticket);
      files = Math.max(files, (await readdir(directory)).length);
    }
    expect(files).toBe(1);
    expect(tickets).toHaveLength(37);
    expect(tickets.flat()).toHaveLength(1000);
    for (const ticket of tickets) {
      expect(new Set(ticket.map(({ external_id }) => external_id)).size).toBe(1);
      expect(ticket.map(({ line }) => line)).toEqual(ticket.map(({ line }) => line).toSorted((a, b) => a - b));
    }
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });

  test('leaves no file behind when reading fails or nobody wants the rest', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'group-rows-'));
    async function* broken() {
      yield* rows();
      throw new Error('torn file');
    }
    const collect = groupRowsOnDisk({ rows_in_memory: 90, directory });
    await expect(collect(broken())[Symbol.asyncIterator]().next()).rejects.toThrow('torn file');
    for await (const ticket of collect(rows())) {
      expect(ticket).not.toEqual([]);
      break;
    }
    expect(await readdir(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });
});
