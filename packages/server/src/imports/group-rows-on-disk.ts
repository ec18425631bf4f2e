import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type GroupRows, groupRowsInMemory, type LoggedRow } from '@cscx/support-core/connectors/import';

const PARTITIONS = 64;

const partitionOf = ({ external_id }: LoggedRow): number =>
  createHash('sha1').update(external_id).digest().readUInt8() % PARTITIONS;

const setAside = async (directory: string, rows: readonly LoggedRow[]): Promise<void> => {
  for (const [partition, share] of Map.groupBy(rows, partitionOf)) {
    const lines = share.map((row) => `${JSON.stringify(row)}\n`).join('');
    await appendFile(join(directory, `${partition}.ndjson`), lines, { mode: 0o600 });
  }
};

async function* readRows(file: string): AsyncGenerator<LoggedRow> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) yield JSON.parse(line) as LoggedRow;
}

async function* each(rows: readonly LoggedRow[]): AsyncGenerator<LoggedRow> {
  yield* rows;
}

/**
 * Collects an event log's rows by ticket in bounded memory: a short log stays there, a longer one is split into files
 * by ticket, so that each holds whole tickets and is small enough. The files are gone at the end, however it comes.
 *
 * @param options.rows_in_memory - the most rows held at a time, about 1 kB each. @default 100,000
 * @param options.directory - where the files are put for the time. @default the system's temporary directory
 */
export const groupRowsOnDisk = ({
  rows_in_memory = 100_000,
  directory = tmpdir(),
}: { rows_in_memory?: number; directory?: string } = {}): GroupRows =>
  async function* groupRows(rows) {
    const held: LoggedRow[] = [];
    let files: string | undefined;
    try {
      for await (const row of rows) {
        held.push(row);
        if (held.length < rows_in_memory) continue;
        files ??= await mkdtemp(join(directory, 'cscx-import-'));
        await setAside(files, held.splice(0));
      }
      if (files === undefined) {
        yield* groupRowsInMemory(each(held));
        return;
      }
      await setAside(files, held.splice(0));
      for (const name of await readdir(files)) yield* groupRowsInMemory(readRows(join(files, name)));
    } finally {
      if (files !== undefined) await rm(files, { recursive: true });
    }
  };
