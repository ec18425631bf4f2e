import { createColumnWatch } from './column-watch.js';
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
    return isRejection(snapshot) ? { ...snapshot, line, record: value } : { line, record: value, snapshot };
  };
  const columns = createColumnWatch(source, bound);
  for await (const batch of source.batches) {
    columns.observe(batch);
    yield batch.map(mapped);
  }
  for (const { path, column } of columns.unseen()) warn('column_never_seen', path, column);
}
