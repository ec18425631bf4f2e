import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { BoundMapping } from './mapping/bind-mapping.js';
import { mapTicketSnapshot } from './snapshot/map-ticket-snapshot.js';
import { isRejection, type Rejection, type TicketSnapshot } from './snapshot/ticket-snapshot.js';
import type { Warn } from './snapshot/warning-counter.js';
import type { PlacedRecord, RecordSource } from './source/record-source.js';

/** A rejection and the record it is about. */
export interface PlacedRejection extends Rejection {
  line: number;
  record?: unknown;
}

/** A record in our words, or why it has none. */
export type MappedRecord = { line: number; record: unknown; snapshot: TicketSnapshot } | PlacedRejection;

const REQUIRED = ['external_id', 'created_at', 'event_at', 'status'].map((field) => `columns.${field}`);

/** JSON brings no header: a required column that no record of the first part has is a wrong name. */
const checkFirstBatch = ({ unseenColumns }: BoundMapping, batch: readonly PlacedRecord[]): void => {
  const issues = unseenColumns()
    .filter(({ path }) => REQUIRED.includes(path))
    .map(({ path, column }) => {
      const has = Object.keys(batch[0]?.value ?? {}).join(', ');
      return { path, message: `no record has "${column}"; the first one has: ${has}` };
    });
  if (issues.length > 0) throw new InvalidInputError('import mapping', issues);
};

/**
 * Translates the records of a file, a batch at a time.
 *
 * @throws {InvalidInputError} when records that name their own fields lack a required column
 */
export async function* mappedRecords(
  source: RecordSource,
  bound: BoundMapping,
  warn: Warn,
): AsyncGenerator<MappedRecord[]> {
  const mapped = ({ line, value, problem }: PlacedRecord): MappedRecord => {
    const snapshot = problem === undefined ? mapTicketSnapshot(value, bound, warn) : { field: '', reason: problem };
    return isRejection(snapshot)
      ? { ...snapshot, line, record: value }
      : { line, record: value, snapshot };
  };
  let isChecked = false;
  for await (const batch of source.batches) {
    const records = batch.map(mapped);
    if (!isChecked && batch.some(({ problem }) => problem === undefined)) {
      checkFirstBatch(
        bound,
        batch.filter(({ problem }) => problem === undefined),
      );
      isChecked = true;
    }
    yield records;
  }
}
