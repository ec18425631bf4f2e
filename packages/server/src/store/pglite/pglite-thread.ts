import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import type { PgliteReply, PgliteRequest, PgliteThreadOptions } from './pglite-messages.js';

/** The thread of an embedded database: see {@link file://./open-pglite-thread.ts}. */
const opening = PGlite.create({
  ...(workerData as PgliteThreadOptions),
  parsers: { [types.JSON]: String, [types.JSONB]: String },
});

const run = async ({ id, statement }: PgliteRequest): Promise<PgliteReply> => {
  try {
    const pglite = await opening;
    if (statement === 'close') {
      await pglite.close();
      return { id, result: { rows: [], affectedRows: 0, fields: [] } };
    }
    const {
      rows,
      affectedRows = 0,
      fields,
    } = await pglite.query<Record<string, unknown>>(statement.sql, [...statement.parameters]);
    return { id, result: { rows, affectedRows, fields } };
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error));
    return { id, message, properties: { ...(error as object) } };
  }
};

const answer = async (request: PgliteRequest): Promise<void> => {
  const reply = await run(request);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- That is for windows.
  parentPort?.postMessage(reply);
  if (request.statement === 'close') parentPort?.close();
};

parentPort?.on('message', (request: PgliteRequest) => void answer(request));
