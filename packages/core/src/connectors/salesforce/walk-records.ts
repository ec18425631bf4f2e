import * as z from 'zod';
import { instantSchema } from '../../model/instant.js';
import { instantOf } from '../../time/instant.js';
import type { QueryEndpoint, SalesforceApi } from './salesforce-api.js';
import { isSalesforceError } from './salesforce-errors.js';
import { salesforceMoment } from './salesforce-moment.js';
import { soqlString } from './soql-text.js';

/** Schema of {@link WalkPosition}. It comes back from outside and goes into a query. */
export const walkPositionSchema = z.strictObject({
  ts: instantSchema.nullable(),
  id: z.string().regex(/^(?:[a-zA-Z0-9]{18})?$/),
});

/** After which record a walk goes on; without an id, at the first one of a moment; without either, at the beginning. */
export type WalkPosition = z.infer<typeof walkPositionSchema>;

/** A walk over the records of an object. */
export interface RecordWalk {
  object: string;
  select: readonly string[];
  where?: readonly string[];
  /** @default 'query' */
  endpoint?: QueryEndpoint;
  /** `change`: by the last change, `id`: by the record's id only. @default 'change' */
  order?: 'change' | 'id';
}

const CURSOR_ATTEMPTS = 4;
const FIRST_LIMIT = 2000;
const LEAST_LIMIT = 200;

const afterPosition = ({ ts, id }: WalkPosition, order: RecordWalk['order']): string[] => {
  const isLater = `Id > ${soqlString(id)}`;
  if (order === 'id') return id === '' ? [] : [isLater];
  if (ts === null) return [];
  // A bulk update stamps thousands with one second: the stamp alone would lose rows, or read them for ever.
  return id === ''
    ? [`SystemModstamp >= ${ts}`]
    : [`((SystemModstamp = ${ts} AND ${isLater}) OR SystemModstamp > ${ts})`];
};

const soqlOf = (walk: RecordWalk, position: WalkPosition, limit: number | null): string => {
  const { object, select, where = [], order } = walk;
  const conditions = [...where, ...afterPosition(position, order)];
  return [
    `SELECT ${select.join(',')} FROM ${object}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    `ORDER BY ${order === 'id' ? '' : 'SystemModstamp, '}Id`,
    ...(limit === null ? [] : [`LIMIT ${limit}`]),
  ].join(' ');
};

const positionSource = z.object({ Id: z.string(), SystemModstamp: z.string() });

/** The position after the last record that has one. */
const positionAfter = (records: readonly unknown[]): WalkPosition | null => {
  for (const record of records.toReversed()) {
    const { data } = positionSource.safeParse(record);
    const moment = salesforceMoment(data?.SystemModstamp);
    if (data && moment !== null) return { ts: instantOf(moment), id: data.Id };
  }
  return null;
};

/**
 * Walks by keyset: from any position on, whatever happened to Salesforce's own cursor. A query that takes too long is
 * made for fewer records.
 */
export async function* walkRecords(
  api: SalesforceApi,
  walk: RecordWalk,
  from: WalkPosition,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ records: unknown[]; position: WalkPosition }> {
  const { endpoint = 'query', object } = walk;
  let position = from;
  let limit: number | null = null;
  let lostCursors = 0;
  for (;;) {
    let found = 0;
    try {
      const request = { operation: `query ${object}`, endpoint, signal };
      for await (const records of api.batches(soqlOf(walk, position, limit), request)) {
        if (records.length === 0) continue;
        found += records.length;
        lostCursors = 0;
        position = positionAfter(records) ?? position;
        yield { records, position };
      }
      // With a limit, only a query that finds nothing says that it was the last.
      if (limit === null || found === 0) return;
    } catch (error) {
      if (isSalesforceError(error, 'INVALID_QUERY_LOCATOR') && lostCursors < CURSOR_ATTEMPTS) lostCursors += 1;
      else if (isSalesforceError(error, 'QUERY_TIMEOUT') && (limit ?? Infinity) > LEAST_LIMIT) {
        limit = Math.max(LEAST_LIMIT, limit === null ? FIRST_LIMIT : Math.floor(limit / 2));
      } else throw error;
    }
  }
}
