import { UnreadableFileError } from '../unreadable-file-error.js';
import { jsonCell } from './json-cell.js';
import type { PlacedRecord, RecordSource } from './record-source.js';

/** A line without an end is no NDJSON; no record is longer, in characters. */
const LONGEST_RECORD = 4_000_000;

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string, line: number): PlacedRecord => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { line, value } : { line, value, problem: 'expected a JSON object' };
  } catch {
    return { line, value: text, problem: 'expected one JSON object on the line' };
  }
};

async function* lineBatches(pieces: AsyncIterable<string>): AsyncGenerator<PlacedRecord[]> {
  let line = 0;
  let rest = '';
  const recordsOf = (lines: string[]): PlacedRecord[] =>
    lines.flatMap((text) => {
      line += 1;
      return text.trim() === '' ? [] : [parsed(text, line)];
    });
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_RECORD)
      throw new UnreadableFileError(
        `line ${line + lines.length + 1} does not end: is this a JSON document? Set format json`,
      );
    yield recordsOf(lines);
  }
  yield recordsOf([rest]);
}

/** The records of an NDJSON file: one JSON object a line. */
export const ndjsonRecords = (pieces: AsyncIterable<string>): RecordSource => ({
  columns: null,
  cell: jsonCell,
  describe: (record) => record,
  batches: lineBatches(pieces),
});
