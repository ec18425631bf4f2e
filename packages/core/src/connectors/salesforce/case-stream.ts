import * as z from 'zod';
import { instantSchema } from '../../model/instant.js';
import { instantOf } from '../../time/instant.js';
import type { ConnectorPage } from '../connector.js';
import type { ConnectorClock } from '../shared/clock.js';
import type { PullStream } from '../shared/pull-streams.js';
import { bulkPages, startBulkJob, waitForBulkJob } from './bulk-query.js';
import { bulkRecord, type BulkTypes } from './bulk-record.js';
import type { CaseReader } from './case-reader.js';
import { isSalesforceError } from './salesforce-errors.js';
import { rewind, serverInstant } from './server-time.js';
import { soqlWhere } from './soql-text.js';
import { walkPositionSchema, walkRecords } from './walk-records.js';

const stateSchema = z.discriminatedUnion('kind', [
  /** Nothing was read yet; from this moment on. */
  z.strictObject({ kind: z.literal('start'), since: instantSchema.nullable() }),
  z.strictObject({
    kind: z.literal('bulk'),
    since: instantSchema.nullable(),
    job: z.string().regex(/^[a-zA-Z0-9]{15,18}$/),
    locator: z.string().nullable(),
    began: instantSchema,
  }),
  /** `began`: when the walk did, by Salesforce's clock; null: it has not. */
  z.strictObject({ kind: z.literal('walk'), ...walkPositionSchema.shape, began: instantSchema.nullable() }),
]);

type State = z.infer<typeof stateSchema>;
type Walk = Extract<State, { kind: 'walk' }>;
type Bulk = Extract<State, { kind: 'bulk' }>;
type Step = { page: Partial<ConnectorPage>; state: State };

const walkFrom = (ts: string | null): Walk => ({ kind: 'walk', ts, id: '', began: null });

async function* walkCases(reader: CaseReader, state: Walk): AsyncGenerator<Step> {
  const { api, signal } = reader;
  const { select } = await reader.fields();
  const began = state.began ?? serverInstant(reader);
  const { ts, id } = state;
  for await (const { records, position } of walkRecords(api, { object: 'Case', select }, { ts, id }, signal)) {
    yield { page: await reader.page(records), state: { kind: 'walk', ...position, began } };
  }
  yield { page: {}, state: walkFrom(rewind(began, reader)) };
}

const bulkTypes = async ({ schema, signal }: CaseReader): Promise<BulkTypes> => ({
  '': await schema.fields('Case', signal),
  Account: await schema.fields('Account', signal),
});

async function* readJob(reader: CaseReader, clock: ConnectorClock, state: Bulk): AsyncGenerator<Step, Walk> {
  const { api, signal } = reader;
  const { job, since, began } = state;
  const tools = { api, clock };
  // A job that failed or is no longer kept costs its speed, not the load.
  if ((await waitForBulkJob(tools, job, signal)) !== 'complete') return walkFrom(since);
  const types = await bulkTypes(reader);
  const after = walkFrom(rewind(began, reader));
  for await (const { rows, locator } of bulkPages(tools, job, state.locator, signal)) {
    const page = await reader.page(rows.map((row) => bulkRecord(row, types)));
    yield { page, state: locator === null ? after : { ...state, locator } };
  }
  return after;
}

const startLoad = async (reader: CaseReader, since: string | null): Promise<Walk | Bulk> => {
  const { api, settings, signal } = reader;
  const { select } = await reader.fields();
  const where = soqlWhere([since === null ? null : `SystemModstamp >= ${since}`]);
  const count = await api.count(`SELECT COUNT() FROM Case${where}`, { operation: 'count cases', signal }).catch(
    // Too many to be counted in time.
    (error: unknown) => {
      if (isSalesforceError(error, 'QUERY_TIMEOUT')) return Infinity;
      throw error;
    },
  );
  if (count <= settings.bulk_threshold) return walkFrom(since);
  const began = serverInstant(reader);
  // Without ORDER BY and LIMIT, which would keep Salesforce from reading in parallel.
  const job = await startBulkJob(api, `SELECT ${select.join(',')} FROM Case${where}`, signal);
  return { kind: 'bulk', since, job, locator: null, began };
};

/**
 * All cases by their last change. A large first load goes through a bulk job, of which each page can be resumed; whatever
 * changed since the job began is read after it.
 */
export const caseStream = (reader: CaseReader, clock: ConnectorClock): PullStream<State> => ({
  name: 'cases',
  capability: null,
  state: stateSchema,
  begin: (since) => ({ kind: 'start', since: since === null ? null : instantOf(since) }),
  async *pull(given) {
    let state = given;
    if (state.kind === 'start') {
      state = await startLoad(reader, state.since);
      if (state.kind === 'bulk') yield { page: {}, state };
    }
    if (state.kind === 'bulk') state = yield* readJob(reader, clock, state);
    yield* walkCases(reader, state);
  },
});
