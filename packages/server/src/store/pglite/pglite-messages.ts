import type { PGliteOptions } from '@electric-sql/pglite';

/** What a thread's database is opened with. */
export type PgliteThreadOptions = Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>;

/** A statement for the thread, one after the other; or that it may end. */
export interface PgliteRequest {
  id: number;
  statement: { sql: string; parameters: readonly unknown[] } | 'close';
}

/** What became of it. */
export type PgliteReply = { id: number } & (
  | { result: PgliteResult }
  /** An error's own properties would be lost on the way. */
  | { message: string; properties: object }
);

/** Rows with JSON as text: parsing it takes less than to copy what it says from one thread to another. */
export interface PgliteResult {
  rows: Record<string, unknown>[];
  affectedRows: number;
  fields: { name: string; dataTypeID: number }[];
}
