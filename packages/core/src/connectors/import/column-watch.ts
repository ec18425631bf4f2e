import { InvalidInputError } from '../../errors/invalid-input-error.js';
import type { BoundMapping } from './mapping/bind-mapping.js';
import type { BoundColumn } from './mapping/column-binder.js';
import type { PlacedRecord, RecordSource } from './source/record-source.js';

const REQUIRED = ['external_id', 'created_at', 'event_at', 'status'].map((field) => `columns.${field}`);

/** Notices columns of a mapping that no record has. JSON brings no header to tell it beforehand. */
export interface ColumnWatch {
  /** @throws {InvalidInputError} when none of the first records has a required column: a wrong name */
  observe: (batch: readonly PlacedRecord[]) => void;
  unseen: () => readonly BoundColumn[];
}

/** Starts watching the records of a file; a CSV file's header was checked already. */
export const createColumnWatch = (source: RecordSource, { columns }: BoundMapping): ColumnWatch => {
  let unseen = source.columns === null ? columns : [];
  let isFirst = true;
  return {
    observe: (batch) => {
      const records = batch.filter(({ problem }) => problem === undefined).map(({ value }) => value);
      if (unseen.length > 0)
        unseen = unseen.filter(({ read }) => records.every((record) => read(record) === undefined));
      if (!isFirst || records.length === 0) return;
      isFirst = false;
      const has = Object.keys(records[0] ?? {}).join(', ');
      const issues = unseen
        .filter(({ path }) => REQUIRED.includes(path))
        .map(({ path, column }) => ({ path, message: `no record has "${column}"; the first one has: ${has}` }));
      if (issues.length > 0) throw new InvalidInputError('import mapping', issues);
    },
    unseen: () => unseen,
  };
};
