import Papa from 'papaparse';
import * as z from 'zod';
import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import type { SalesforceApi } from './salesforce-api.js';

const jobSchema = z.object({ id: z.string().regex(/^[a-zA-Z0-9]{15,18}$/), state: z.string() });

const PAGE = 2000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;
/** A job that takes longer is looked at again by the next pull. */
const PATIENCE_MS = 30 * 60_000;
const PAGE_ATTEMPTS = 5;

const failure = (code: 'connector_bad_response' | 'connector_unavailable', expected: string, operation: string) =>
  new ConnectorError(code, expected, { connector: 'salesforce', operation });

/** Starts a query job; returns its id. */
export const startBulkJob = async (
  api: SalesforceApi,
  query: string,
  signal: AbortSignal | undefined,
): Promise<string> => {
  const operation = 'start bulk job';
  const json = { operation: 'query', query };
  const job = jobSchema.safeParse(await api.json('jobs/query', { operation, method: 'POST', json, signal }));
  if (!job.success) throw failure('connector_bad_response', 'expected a job with id and state', operation);
  return job.data.id;
};

/** How a job ended. `gone`: Salesforce keeps jobs for a week. */
export type BulkOutcome = 'complete' | 'failed' | 'gone';

/**
 * Waits until a job is done.
 *
 * @throws ConnectorError with the code `connector_unavailable` after half an hour
 */
export const waitForBulkJob = async (
  { api, clock }: { api: SalesforceApi; clock: ConnectorClock },
  job: string,
  signal: AbortSignal | undefined,
): Promise<BulkOutcome> => {
  const operation = 'wait for bulk job';
  const from = clock.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    let answer: unknown;
    try {
      answer = await api.json(`jobs/query/${job}`, { operation, signal });
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'connector_not_found') return 'gone';
      throw error;
    }
    const { data } = jobSchema.safeParse(answer);
    if (!data) throw failure('connector_bad_response', 'expected a job with id and state', operation);
    if (data.state === 'JobComplete') return 'complete';
    if (data.state === 'Failed' || data.state === 'Aborted') return 'failed';
    if (clock.now() - from > PATIENCE_MS) throw failure('connector_unavailable', 'the job is still running', operation);
    await clock.wait(pause, signal);
  }
};

/** Some rows of a job's result, as text, and where the next begin. */
export interface BulkPage {
  rows: Record<string, string>[];
  /** Null after the last. */
  locator: string | null;
}

/** A CSV that breaks off still looks like one: the count of its rows tells. */
const readPage = async (
  { api, clock }: { api: SalesforceApi; clock: ConnectorClock },
  request: { job: string; locator: string | null },
  signal: AbortSignal | undefined,
): Promise<BulkPage> => {
  const operation = 'read bulk results';
  const search = { locator: request.locator ?? undefined, maxRecords: PAGE };
  for (let attempt = 1; attempt <= PAGE_ATTEMPTS; attempt += 1) {
    const { text, headers } = await api.text(`jobs/query/${request.job}/results`, {
      operation,
      search,
      headers: { accept: 'text/csv' },
      signal,
    });
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const expected = headers.get('sforce-numberofrecords');
    const isWhole = errors.length === 0 && (expected === null || Number(expected) === data.length);
    const next = headers.get('sforce-locator');
    if (isWhole) return { rows: data, locator: next === null || next === 'null' || next === '' ? null : next };
    await clock.wait(attempt * 1000, signal);
  }
  throw failure('connector_unavailable', 'the rows announced did not all come', operation);
};

/** The result of a job, page by page, from a locator on. */
export async function* bulkPages(
  tools: { api: SalesforceApi; clock: ConnectorClock },
  job: string,
  from: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<BulkPage> {
  let locator = from;
  do {
    const page = await readPage(tools, { job, locator }, signal);
    yield page;
    locator = page.locator;
  } while (locator !== null);
}
