import * as z from 'zod';
import type { ConnectorClock } from '../shared/clock.js';
import { ConnectorError } from '../shared/connector-error.js';
import { createVendorHttp, type VendorHttp, type VendorRequest } from '../shared/vendor-http.js';
import { isSalesforceError, readSalesforceFailure } from './salesforce-errors.js';
import { createQuotaGuard } from './salesforce-limits.js';
import type { SalesforceSession } from './salesforce-session.js';

const batchSchema = z.object({
  totalSize: z.number().nullish(),
  done: z.boolean(),
  /** A path: the token is sent to no other host. */
  nextRecordsUrl: z.string().startsWith('/services/data/').nullish(),
  records: z.array(z.unknown()),
});

/** `query` sees what stands, `queryAll` what was deleted too. */
export type QueryEndpoint = 'query' | 'queryAll';

/** How a query is made. */
export interface QueryRequest {
  /** What is being done, in two or three words; for errors. */
  operation: string;
  /** @default 'query' */
  endpoint?: QueryEndpoint;
  signal?: AbortSignal | undefined;
}

/** The REST API of an organization. */
export interface SalesforceApi {
  /** The records of a query, a batch at a time; how many are in one is Salesforce's choice. */
  batches(soql: string, request: QueryRequest): AsyncGenerator<unknown[]>;
  /** All of them; the query is made anew when Salesforce has dropped its cursor. */
  records(soql: string, request: QueryRequest): Promise<unknown[]>;
  /** How many records a query finds: of `SELECT COUNT() …`. */
  count(soql: string, request: QueryRequest): Promise<number>;
  json(path: string, request: VendorRequest): Promise<unknown>;
  text: VendorHttp['text'];
  /** Milliseconds since the epoch by the clock of the last response, ours until there was one. */
  serverTime(): number;
  instanceUrl(signal: AbortSignal | undefined): Promise<string>;
}

/** What {@link createSalesforceApi} needs. */
export interface SalesforceApiOptions {
  session: SalesforceSession;
  api_version: string;
  quota_share: number;
  fetch: typeof globalThis.fetch;
  clock: ConnectorClock;
}

const CURSOR_ATTEMPTS = 4;

const parseBatch = (body: unknown, operation: string): z.infer<typeof batchSchema> => {
  const batch = batchSchema.safeParse(body);
  if (batch.success) return batch.data;
  const details = { connector: 'salesforce', operation };
  throw new ConnectorError('connector_bad_response', 'expected records and done', details);
};

/** Makes the way to an organization's API: at the address that its token names, in one version. */
export const createSalesforceApi = (options: SalesforceApiOptions): SalesforceApi => {
  const { session, clock } = options;
  const quota = createQuotaGuard(clock, options.quota_share);
  let serverClock: { server: number; ours: number } | null = null;
  const base = `services/data/v${options.api_version}/`;

  const http = createVendorHttp({
    connector: 'salesforce',
    fetch: options.fetch,
    clock,
    baseUrl: async (signal) => `${(await session.current(signal)).instance_url}/`,
    async authorize(headers, signal) {
      quota.check();
      headers.set('authorization', `Bearer ${(await session.current(signal)).access_token}`);
    },
    renew: (signal) => session.renew(signal),
    readRate(headers, now) {
      quota.learn(headers);
      const server = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(server)) serverClock = { server, ours: now };
      return null;
    },
    readFailure: readSalesforceFailure,
  });

  const batches: SalesforceApi['batches'] = async function* (soql, { operation, endpoint = 'query', signal }) {
    let batch = parseBatch(
      await http.json(`${base}${endpoint}`, { operation, search: { q: soql }, signal }),
      operation,
    );
    for (;;) {
      yield batch.records;
      const { done, nextRecordsUrl } = batch;
      if (done || nextRecordsUrl == null) return;
      batch = parseBatch(await http.json(nextRecordsUrl, { operation, signal }), operation);
    }
  };

  return {
    batches,
    async records(soql, request) {
      for (let attempt = 1; ; attempt += 1) {
        const records: unknown[] = [];
        try {
          for await (const batch of batches(soql, request)) for (const record of batch) records.push(record);
          return records;
        } catch (error) {
          if (!isSalesforceError(error, 'INVALID_QUERY_LOCATOR') || attempt >= CURSOR_ATTEMPTS) throw error;
        }
      }
    },
    async count(soql, { operation, signal }) {
      const body = await http.json(`${base}query`, { operation, search: { q: soql }, signal });
      return parseBatch(body, operation).totalSize ?? 0;
    },
    json: (path, request) => http.json(`${base}${path}`, request),
    text: (path, request) => http.text(`${base}${path}`, request),
    serverTime: () => (serverClock ? serverClock.server + (clock.now() - serverClock.ours) : clock.now()),
    instanceUrl: async (signal) => (await session.current(signal)).instance_url,
  };
};
