import type { ReadFileOptions } from '../import-progress.js';
import { csvRecords } from './csv-records.js';
import { decodeText } from './decode-text.js';
import { detectFormat, type ImportFormat } from './detect-format.js';
import { jsonRecords } from './json-records.js';
import { ndjsonRecords } from './ndjson-records.js';
import { readBytes } from './read-bytes.js';
import type { PlacedRecord, RecordSource } from './record-source.js';

/** What a mapping says of the file itself. */
export interface FileDescription {
  format?: ImportFormat | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  records?: string | undefined;
}

/** Enough text to tell a format and a delimiter by. */
const START_LENGTH = 64_000;

const startOf = async (pieces: AsyncIterator<string>): Promise<string> => {
  let start = '';
  while (start.length < START_LENGTH) {
    const { done, value } = await pieces.next();
    if (done === true) break;
    start += value;
  }
  return start;
};

async function* continued(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

async function* withProgress(
  batches: AsyncIterable<readonly PlacedRecord[]>,
  onBatch: (records: number) => void,
): AsyncGenerator<readonly PlacedRecord[]> {
  for await (const batch of batches) {
    onBatch(batch.length);
    yield batch;
  }
  onBatch(0);
}

/** A file's records, and a way to let go of it before its end. */
export interface OpenFile extends RecordSource {
  close: () => Promise<void>;
}

/**
 * Opens a file: unpacks, decodes, finds out its format, and hands over its records.
 *
 * @throws {UnreadableFileError} when the file is not what it says
 */
export const readRecords = async (
  source: ReadableStream<Uint8Array>,
  file: FileDescription,
  { signal, onProgress }: ReadFileOptions = {},
): Promise<OpenFile> => {
  const progress = { bytes_read: 0, records: 0 };
  const bytes = readBytes(source, { signal, onRead: (length) => (progress.bytes_read += length) });
  const text = decodeText(bytes, file.encoding);
  const open = async (): Promise<RecordSource> => {
    const start = await startOf(text);
    const pieces = continued(start, text);
    switch (detectFormat(start, file)) {
      case 'csv':
        return csvRecords(start, pieces, file.delimiter);
      case 'ndjson':
        return ndjsonRecords(pieces);
      case 'json':
        return jsonRecords(start, pieces, file.records);
    }
  };
  const close = async (): Promise<void> => void (await text.return(undefined));
  try {
    const records = await open();
    const onBatch = (count: number): void => {
      progress.records += count;
      onProgress?.({ ...progress });
    };
    return { ...records, batches: withProgress(records.batches, onBatch), close };
  } catch (error) {
    await close();
    throw error;
  }
};
