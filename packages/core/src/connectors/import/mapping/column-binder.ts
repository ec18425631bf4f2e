import { type InputIssue, InvalidInputError } from '../../../errors/invalid-input-error.js';
import type { CellReader, RecordSource } from '../source/record-source.js';
import { didYouMean } from './describe-input-issues.js';

/** The text of a column in a record; null for none. */
export type TextReader = (record: unknown) => string | null;

const PLACEHOLDER = /\{([^{}]+)\}/g;
const LISTED_COLUMNS = 60;

/** What no database takes as text: the NUL character, and halves of a character. */
const NO_TEXT = /\0|\p{Surrogate}/gu;

/** Text of a cell without surrounding blanks; a list is joined; an object is none. */
const plainText = (value: unknown): string => {
  if (typeof value === 'string') return value.trim().replaceAll(NO_TEXT, '\uFFFD');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join(';');
  return '';
};

const listed = (columns: readonly string[]): string =>
  columns.length <= LISTED_COLUMNS
    ? columns.join(', ')
    : `${columns.slice(0, LISTED_COLUMNS).join(', ')} and ${columns.length - LISTED_COLUMNS} more`;

/** A column that the mapping names. */
export interface BoundColumn {
  /** Where the mapping names it, such as `columns.status`. */
  path: string;
  column: string;
  read: CellReader;
}

/** Joins the column names of a mapping to the columns of one file. */
export interface ColumnBinder {
  /** The reader of a column, or of a template such as `{Category} / {Sub}`; `path` is where the mapping names it. */
  text: (path: string, expression: string) => TextReader;
  /** @throws {InvalidInputError} for every column that the file does not have */
  check: () => void;
  /** Every column that was bound so far. */
  columns: () => readonly BoundColumn[];
}

/**
 * Starts joining a mapping to a file.
 *
 * @param nullMarkers texts that mean "no value", besides the empty one
 */
export const createColumnBinder = (source: RecordSource, nullMarkers: readonly string[]): ColumnBinder => {
  const isNothing = new Set(['', ...nullMarkers.map((marker) => marker.trim())]);
  const issues: InputIssue[] = [];
  const bound: BoundColumn[] = [];

  const checkName = (path: string, column: string, columns: readonly string[]): void => {
    const count = columns.filter((name) => name === column).length;
    if (count === 1) return;
    const message =
      count === 0
        ? `the file has no column "${column}"${didYouMean(column, columns)}; it has: ${listed(columns)}`
        : `the file has ${count} columns "${column}": rename one`;
    issues.push({ path, message });
  };

  const column = (path: string, name: string): TextReader => {
    if (source.columns !== null) checkName(path, name, source.columns);
    const read = source.cell(name);
    bound.push({ path, column: name, read });
    return (record) => {
      const text = plainText(read(record));
      return isNothing.has(text) ? null : text;
    };
  };

  const template = (path: string, text: string): TextReader => {
    const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
    const literals = text.split(PLACEHOLDER).filter((_, index) => index % 2 === 0);
    const readers = names.map((name) => column(path, name));
    return (record) => {
      const values = readers.map((read) => read(record));
      if (values.every((value) => value === null)) return null;
      return literals
        .map((literal, index) => literal + (values[index] ?? ''))
        .join('')
        .trim();
    };
  };

  return {
    text: (path, expression) =>
      expression.search(PLACEHOLDER) === -1 ? column(path, expression) : template(path, expression),
    check: () => {
      if (issues.length > 0) throw new InvalidInputError('import mapping', issues);
    },
    columns: () => bound,
  };
};
