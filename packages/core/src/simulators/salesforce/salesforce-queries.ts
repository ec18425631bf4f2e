import { HttpResponse } from 'msw';
import { MalformedSoql, parseSoql, type SoqlQuery } from './parse-soql.js';
import { type FoundRows, runSoql, type SimulatedData } from './run-soql.js';
import { SALESFORCE_TABLES, type SimulatedTable } from './salesforce-tables.js';
import { csvOf, jsonWriter, salesforceError, unknownField } from './salesforce-wire.js';

/** What the user of the integration sees. */
export interface QueryOptions {
  data: SimulatedData;
  /** Records of a batch. */
  batch_size: number;
  /** Objects and fields that are not there or hidden: `CaseMilestone`, `Case.IsStopped`. */
  hidden: readonly string[];
  /** Queries for more records take too long; null: none does. */
  slowAbove: () => number | null;
}

/** Queries of an organization, at once and as jobs. */
export interface SimulatedQueries {
  describe(object: string): Response;
  query(soql: string, seesDeleted: boolean, version: string): Response;
  more(locator: string, version: string): Response;
  startJob(soql: string): Response;
  job(id: string): Response;
  results(id: string, locator: string | null, maxRecords: number): Response;
  /** Forgets the cursors of all queries. */
  dropCursors(): void;
  /** Forgets all jobs, as after a week. */
  dropJobs(): void;
}

interface Cursor {
  rows: FoundRows;
  write: ReturnType<typeof jsonWriter>;
}

interface Job {
  query: SoqlQuery;
  table: SimulatedTable;
  rows: FoundRows;
  polls: number;
}

/** So many cursors a user has; the oldest one goes. */
const CURSORS = 10;
/** How often a job is looked at before it is done. */
const POLLS = 2;

const without = <Value>(entries: Readonly<Record<string, Value>>, isHidden: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !isHidden(name)));

/** An object as the user sees it. */
const visibleTable = (object: string, hidden: readonly string[]): SimulatedTable | null => {
  const table = SALESFORCE_TABLES[object];
  if (!table || hidden.includes(object)) return null;
  const parents = Object.entries(table.parents ?? {}).map(([relation, fields]) => [
    relation,
    without(fields, (name) => hidden.includes(`${relation}.${name}`)),
  ]);
  return {
    ...table,
    fields: without(table.fields, (name) => hidden.includes(`${object}.${name}`)),
    parents: without(Object.fromEntries(parents), (relation) => hidden.includes(relation)),
  };
};

/** Makes what answers queries. */
export const createSimulatedQueries = ({ data, batch_size, hidden, slowAbove }: QueryOptions): SimulatedQueries => {
  const cursors = new Map<string, Cursor>();
  const jobs = new Map<string, Job>();
  let made = 0;

  const prepare = (soql: string): { query: SoqlQuery; table: SimulatedTable } | Response => {
    let query: SoqlQuery;
    try {
      query = parseSoql(soql);
    } catch (error) {
      if (error instanceof MalformedSoql) return salesforceError(400, 'MALFORMED_QUERY', error.message);
      throw error;
    }
    const table = visibleTable(query.object, hidden);
    if (!table) return salesforceError(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
    const unknown = unknownField(query, table);
    if (unknown !== null) return salesforceError(400, 'INVALID_FIELD', `No such column '${unknown}'`);
    return { query, table };
  };

  const page = (id: string, { rows, write }: Cursor, from: number, version: string): Response => {
    const batch = rows.slice(from, from + batch_size);
    const next = from + batch.length;
    const done = next >= rows.length;
    const nextRecordsUrl = `/services/data/v${version}/query/${id}-${next}`;
    return HttpResponse.json({
      totalSize: rows.length,
      done,
      ...(!done && { nextRecordsUrl }),
      records: batch.map(write),
    });
  };

  return {
    describe(object) {
      const table = visibleTable(object, hidden);
      if (!table) return salesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
      const fields = Object.entries(table.fields).map(([name, type]) => ({ name, type }));
      return HttpResponse.json({ name: object, fields });
    },
    query(soql, seesDeleted, version) {
      const prepared = prepare(soql);
      if (prepared instanceof Response) return prepared;
      const { query, table } = prepared;
      const most = slowAbove();
      if (most !== null && query.order.length > 0 && (query.limit ?? Infinity) > most) {
        return salesforceError(400, 'QUERY_TIMEOUT', 'Your query request was running for too long.');
      }
      const rows = runSoql(query, table, data, seesDeleted);
      if (query.select === null) return HttpResponse.json({ totalSize: rows.length, done: true, records: [] });
      const cursor = { rows, write: jsonWriter(query, table, version) };
      made += 1;
      const id = `01gdM${String(made).padStart(10, '0')}`;
      if (rows.length > batch_size) {
        const [oldest] = cursors.keys();
        if (cursors.size >= CURSORS && oldest !== undefined) cursors.delete(oldest);
        cursors.set(id, cursor);
      }
      return page(id, cursor, 0, version);
    },
    more(locator, version) {
      const [id = '', from] = locator.split('-');
      const cursor = cursors.get(id);
      if (!cursor) return salesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
      return page(id, cursor, Number(from), version);
    },
    startJob(soql) {
      const prepared = prepare(soql);
      if (prepared instanceof Response) return prepared;
      const { query, table } = prepared;
      made += 1;
      const id = `750dM${String(made).padStart(10, '0')}AAA`;
      jobs.set(id, { query, table, rows: runSoql(query, table, data, false), polls: 0 });
      return HttpResponse.json({ id, operation: 'query', object: query.object, state: 'UploadComplete' });
    },
    job(id) {
      const job = jobs.get(id);
      if (!job) return salesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
      job.polls += 1;
      return HttpResponse.json({ id, operation: 'query', state: job.polls > POLLS ? 'JobComplete' : 'InProgress' });
    },
    results(id, locator, maxRecords) {
      const job = jobs.get(id);
      if (!job) return salesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
      const from = locator === null ? 0 : Number(atob(locator));
      const rows = job.rows.slice(from, from + Math.min(maxRecords, batch_size));
      const next = from + rows.length;
      return new HttpResponse(csvOf(job.query, job.table, rows), {
        headers: {
          'content-type': 'text/csv',
          'sforce-locator': next < job.rows.length ? btoa(String(next)) : 'null',
          'sforce-numberofrecords': String(rows.length),
        },
      });
    },
    dropCursors: () => cursors.clear(),
    dropJobs: () => jobs.clear(),
  };
};
