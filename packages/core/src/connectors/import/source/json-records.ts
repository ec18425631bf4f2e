import { JSONParser } from '@streamparser/json';
import { InvalidInputError } from '../../../errors/invalid-input-error.js';
import { UnreadableFileError } from '../unreadable-file-error.js';
import { jsonCell } from './json-cell.js';
import type { PlacedRecord, RecordSource } from './record-source.js';

const noArray = (records: string | undefined): InvalidInputError =>
  new InvalidInputError('import mapping', [
    {
      path: 'records',
      message:
        records === undefined
          ? 'required, because the file is a JSON object: the dotted path of the array with the tickets'
          : `the file has no array "${records}"`,
    },
  ]);

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmptyArray = (document: string, path: string): boolean => {
  try {
    return Array.isArray(jsonCell(path)(JSON.parse(document)));
  } catch {
    return false;
  }
};

interface Elements {
  batch: PlacedRecord[];
  count: number;
  failure: Error | null;
  isComplete: boolean;
}

const createElementParser = (path: string, onObject: () => void) => {
  // Without keepStack every element would stay in memory, in its parent.
  const parser = new JSONParser({ paths: [path], keepStack: false });
  const elements: Elements = { batch: [], count: 0, failure: null, isComplete: false };
  parser.onValue = ({ value, parent }) => {
    if (!Array.isArray(parent)) onObject();
    const line = (elements.count += 1);
    elements.batch.push(isRecord(value) ? { line, value } : { line, value, problem: 'expected a JSON object' });
  };
  parser.onError = (error) => {
    elements.failure ??= error;
  };
  parser.onEnd = () => {
    elements.isComplete = true;
  };
  return { parser, elements };
};

async function* elementBatches(
  pieces: AsyncIterable<string>,
  { start, records }: { start: string; records: string | undefined },
): AsyncGenerator<PlacedRecord[]> {
  let isObject = false;
  const { parser, elements } = createElementParser(records === undefined ? '$.*' : `$.${records}.*`, () => {
    isObject = true;
  });
  const damaged = (cause?: unknown) =>
    new UnreadableFileError(`the JSON is damaged or ends early, after record ${elements.count}`, { cause });
  for await (const piece of pieces) {
    if (elements.isComplete && piece.trim() === '') continue;
    parser.write(piece);
    if (isObject) throw noArray(records);
    if (elements.failure !== null) throw damaged(elements.failure);
    yield elements.batch;
    elements.batch = [];
  }
  if (!elements.isComplete) throw damaged();
  if (elements.count === 0 && records !== undefined && !isEmptyArray(start, records)) throw noArray(records);
}

/**
 * The records of a JSON document: the elements of its outermost array, or of the one that `records` leads to.
 *
 * @param start the first text of the file; `pieces` begin with it
 * @param records dotted path of the array, such as `tickets` or `data.tickets`
 */
export const jsonRecords = (start: string, pieces: AsyncIterable<string>, records?: string): RecordSource => {
  if (records === undefined && start.trimStart().startsWith('{')) throw noArray(records);
  return {
    columns: null,
    cell: jsonCell,
    describe: (record) => record,
    batches: elementBatches(pieces, { start, records }),
  };
};
