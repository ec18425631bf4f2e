import Papa from 'papaparse';
import { UnreadableFileError } from '../unreadable-file-error.js';
import type { PlacedRecord, RecordSource } from './record-source.js';

/** A quote that nobody closed would swallow the rest of the file: no record is longer, in characters. */
const LONGEST_RECORD = 4_000_000;

interface ParsedPart {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

interface CsvRow {
  line: number;
  cells: string[];
  hasBadQuote: boolean;
}

/** Text with one kind of line end; a `\r` that ends a piece waits for the next one. */
async function* withPlainLineEnds(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const piece of pieces) {
    const text = waiting + piece;
    waiting = text.endsWith('\r') ? '\r' : '';
    const ready = waiting === '' ? text : text.slice(0, -1);
    yield ready.includes('\r') ? ready.replaceAll(/\r\n?/g, '\n') : ready;
  }
  if (waiting !== '') yield '\n';
}

const newlinesIn = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const unclosed = (line: number) =>
  new UnreadableFileError(`line ${line}: a quoted field is never closed; double the quotes inside fields ("")`);

/** Rows with the line on which each begins, a batch for each piece of text; blank lines are left out. */
async function* csvRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let line = 1;
  let rest = '';
  const parse = (text: string, isPartial: boolean): CsvRow[] => {
    const { data, errors, meta }: ParsedPart = parser.parse(text, 0, isPartial);
    rest = text.slice(meta.cursor);
    const badQuotes = new Set(errors.map(({ row }) => row));
    const mayHaveNewlines = text.includes('"');
    const rows: CsvRow[] = [];
    for (const [index, cells] of data.entries()) {
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells, hasBadQuote: badQuotes.has(index) });
      line += 1 + (mayHaveNewlines ? newlinesIn(cells) : 0);
    }
    if (!isPartial && errors.some(({ code }) => code === 'MissingQuotes')) throw unclosed(rows.at(-1)?.line ?? line);
    return rows;
  };
  for await (const piece of withPlainLineEnds(pieces)) {
    yield parse(rest + piece, true);
    if (rest.length > LONGEST_RECORD) throw unclosed(line);
  }
  if (rest !== '') yield parse(rest, false);
}

const placed = ({ line, cells, hasBadQuote }: CsvRow, width: number): PlacedRecord => {
  if (hasBadQuote) return { line, value: cells, problem: 'expected quotes inside a quoted field to be doubled ("")' };
  if (cells.length === width) return { line, value: cells };
  return { line, value: cells, problem: `expected ${width} columns as in the header, found ${cells.length}` };
};

const isCells = (record: unknown): record is string[] => Array.isArray(record);

/** The delimiter that splits the first lines most evenly; a comma for a single column. */
const detectDelimiter = (start: string): string => Papa.parse(start, { preview: 10 }).meta.delimiter || ',';

/**
 * The records of a CSV file, its first line naming the columns.
 *
 * @param start the first text of the file, from which the delimiter is told; `pieces` begin with it
 */
export const csvRecords = async (
  start: string,
  pieces: AsyncIterable<string>,
  delimiter = detectDelimiter(start),
): Promise<RecordSource> => {
  const rows = csvRows(pieces, delimiter);
  let first: CsvRow[] = [];
  for (;;) {
    const { done, value } = await rows.next();
    if (done === true) break;
    first = value;
    if (first.length > 0) break;
  }
  const [header, ...firstRows] = first;
  if (header === undefined) throw new UnreadableFileError('the file is empty');
  const columns = header.cells.map((name) => name.trim());
  async function* batches() {
    yield firstRows.map((row) => placed(row, columns.length));
    for await (const batch of rows) yield batch.map((row) => placed(row, columns.length));
  }
  return {
    columns,
    cell: (column) => {
      const index = columns.indexOf(column);
      return (record) => (isCells(record) ? record[index] : undefined);
    },
    describe: (record) =>
      isCells(record) && record.length === columns.length
        ? Object.fromEntries(columns.map((column, index) => [column, record[index]]))
        : record,
    batches: batches(),
  };
};
