import { JSONParser } from '@streamparser/json';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { jsonCell } from './json-cell.js';
import type { PlacedRecord, RecordSource } from './record-source.js';

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

async function* elementBatches(pieces: AsyncIterable<string>, path: string): AsyncGenerator<PlacedRecord[]> {
  // Without keepStack every element would stay in memory, in its parent.
  const parser = new JSONParser({ paths: [path], keepStack: false });
  let batch: PlacedRecord[] = [];
  let line = 0;
  let failure: Error | null = null;
  let isComplete = false;
  parser.onValue = ({ value }) => {
    line += 1;
    batch.push(isRecord(value) ? { line, value } : { line, value, problem: 'expected a JSON object' });
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  parser.onEnd = () => {
    isComplete = true;
  };
  const damaged = (cause?: unknown) =>
    new UnreadableFileError(`the JSON is damaged or ends early, after record ${line}`, { cause });
  for await (const piece of pieces) {
    if (isComplete && piece.trim() === '') continue;
    parser.write(piece);
    if (failure !== null) throw damaged(failure);
    yield batch;
    batch = [];
  }
  if (!isComplete) throw damaged();
}

/**
 * The records of a JSON document: the elements of its outermost array, or of the one that `records` leads to.
 *
 * @param records dotted path of the array, such as `tickets` or `data.tickets`
 */
export const jsonRecords = (pieces: AsyncIterable<string>, records?: string): RecordSource => ({
  columns: null,
  cell: jsonCell,
  describe: (record) => record,
  batches: elementBatches(pieces, records === undefined ? '$.*' : `$.${records}.*`),
});
