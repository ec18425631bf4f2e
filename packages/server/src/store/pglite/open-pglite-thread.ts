import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PGliteDialect } from 'kysely';
import type { PgliteReply, PgliteRequest, PgliteResult, PgliteThreadOptions } from './pglite-messages.js';

/** What Kysely needs of an embedded database. */
type EmbeddedDatabase = Exclude<
  ConstructorParameters<typeof PGliteDialect>[0]['pglite'],
  (...parameters: never[]) => unknown
>;

/** `json` and `jsonb`. */
const JSON_TYPES = new Set([114, 3802]);

const withJson = ({ rows, fields }: PgliteResult): Record<string, unknown>[] => {
  const names = fields.filter(({ dataTypeID }) => JSON_TYPES.has(dataTypeID)).map(({ name }) => name);
  for (const row of rows) {
    for (const name of names) {
      const text = row[name];
      if (typeof text === 'string') row[name] = JSON.parse(text);
    }
  }
  return rows;
};

/**
 * Opens an embedded database in a thread of its own: it works without ever letting go of its thread, and so requests go on
 * meanwhile. Statements run one after the other; who asks for a transaction has to keep others out until it ends, as Kysely
 * does. The process may end while it is open and idle.
 *
 * @throws whatever PGlite throws when it cannot be opened
 */
export const openPgliteThread = async (options: PgliteThreadOptions): Promise<EmbeddedDatabase> => {
  // Tests run from the source.
  const worker = new Worker(new URL(`./pglite-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: options,
  });
  const waiting = new Map<number, PromiseWithResolvers<PgliteResult>>();
  let asked = 0;
  let closed = false;

  const settle = (id: number): PromiseWithResolvers<PgliteResult> | undefined => {
    const request = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return request;
  };
  worker.on('message', (reply: PgliteReply) => {
    const request = settle(reply.id);
    if ('result' in reply) request?.resolve(reply.result);
    else request?.reject(Object.assign(new Error(reply.message), reply.properties));
  });
  const fail = (error: Error): void => {
    closed = true;
    for (const id of waiting.keys()) settle(id)?.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the embedded database has ended')));

  const ask = (statement: PgliteRequest['statement']): Promise<PgliteResult> => {
    if (closed) return Promise.reject(new Error('the embedded database is closed'));
    const request = Promise.withResolvers<PgliteResult>();
    asked += 1;
    waiting.set(asked, request);
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- That is for windows.
    worker.postMessage({ id: asked, statement } satisfies PgliteRequest);
    return request.promise;
  };
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Who asks knows what rows come.
  const query: EmbeddedDatabase['query'] = async <Row>(sql: string, parameters: readonly unknown[] = []) => {
    const result = await ask({ sql, parameters });
    return { ...result, rows: withJson(result) as Row[] };
  };
  const transaction: EmbeddedDatabase['transaction'] = async (work) => {
    await query('begin');
    try {
      const result = await work({ query, rollback: async () => void (await query('rollback')) });
      await query('commit');
      return result;
    } catch (error) {
      await query('rollback');
      throw error;
    }
  };

  await query('select 1');
  return {
    query,
    transaction,
    get closed() {
      return closed;
    },
    ready: true,
    waitReady: Promise.resolve(),
    async close() {
      const ended = once(worker, 'exit');
      await ask('close');
      closed = true;
      worker.ref();
      await ended;
    },
  };
};
