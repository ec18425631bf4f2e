/** One record of a file and where it stands. */
export interface PlacedRecord {
  /** Line number of a CSV or NDJSON file (the header is line 1), number of the record in JSON. */
  line: number;
  value: unknown;
  /** Why the record cannot be used: what was expected. */
  problem?: string;
}

/** Finds one column's value in a record; undefined where the record does not have it. */
export type CellReader = (record: unknown) => unknown;

/** A file's records, whatever its format. */
export interface RecordSource {
  /** Names of all columns; null where each record brings its own (JSON). */
  columns: readonly string[] | null;
  /** The reader of a column that exists. */
  cell: (column: string) => CellReader;
  /** A record with its column names, for the rejects file. */
  describe: (record: unknown) => unknown;
  /** The records, many at a time. */
  batches: AsyncIterable<readonly PlacedRecord[]>;
}
