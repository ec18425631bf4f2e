import type { z } from 'zod';
import type { SkippedRecord } from '../connector.js';
import { readRecords } from '../shared/page.js';
import type { SalesforceApi } from './salesforce-api.js';

/** The rows of a query that can be read. */
export type DetailRows = <Row>(soql: string, operation: string, schema: z.ZodType<Row>) => Promise<Row[]>;

/** Makes what reads rows that are no tickets by themselves; those that cannot be read are added to `skipped`. */
export const createDetailRows =
  (api: SalesforceApi, skipped: SkippedRecord[], signal: AbortSignal | undefined): DetailRows =>
  async <Row>(soql: string, operation: string, schema: z.ZodType<Row>) => {
    const read: Row[] = [];
    const found = await api.records(soql, { operation, signal });
    const keep = (row: Row) => {
      read.push(row);
      return null;
    };
    skipped.push(...readRecords(found, { schema, map: keep, idField: 'Id' }).skipped);
    return read;
  };
