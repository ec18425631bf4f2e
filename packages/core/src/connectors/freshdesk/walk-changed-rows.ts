import { instantOfText } from '../shared/moments.js';
import type { SkippedRecord } from '../connector.js';
import type { ListPage } from './freshdesk-api.js';
import { LAST_PAGE, nextStep, type WalkState } from './changed-rows-walk.js';
import { changedRowSchema } from './freshdesk-payload.js';

/** Rows that have not been handed over since the walk began. */
interface WalkedRows {
  rows: unknown[];
  /** A second of which not all rows can be listed. */
  skipped: SkippedRecord[];
  state: WalkState;
}

interface KnownRow {
  row: unknown;
  /** The row in this version; null: it cannot be told. */
  key: string | null;
  changed: string | null;
}

const known = (row: unknown): KnownRow => {
  const { data } = changedRowSchema.safeParse(row);
  const changed = data ? instantOfText(data.updated_at) : null;
  return { row, key: data && changed ? `${data.id}@${changed}` : null, changed };
};

const cutRecord = ({ since }: WalkState, rows: number): SkippedRecord => ({
  position: since,
  field: 'updated_at',
  reason: `expected at most ${LAST_PAGE} pages of ${rows} rows with one and the same time; Freshdesk lists no more of them`,
});

/**
 * Walks through everything that changed since a state, in the order of the change. Rows of the second at which a page ends
 * come again on the next one and are left out there; after a resumption they are handed over once more.
 */
export async function* walkChangedRows(
  from: WalkState,
  list: (state: WalkState) => Promise<ListPage>,
): AsyncGenerator<WalkedRows> {
  let state = from;
  let seen = new Set<string>();
  for (;;) {
    const { rows, hasNext } = await list(state);
    const all = rows.map(known);
    const last = all.findLast(({ changed }) => changed !== null)?.changed ?? null;
    const { state: next, isDone, isCut } = nextStep(state, { last, hasNext });
    const fresh = all.filter(({ key }) => key === null || !seen.has(key));
    for (const { key } of all) if (key !== null) seen.add(key);
    // Only rows of the second from which the list is asked for anew come again.
    if (next.since !== state.since) seen = new Set([...seen].filter((key) => key.endsWith(`@${next.since}`)));
    yield {
      rows: fresh.map(({ row }) => row),
      skipped: isCut ? [cutRecord(state, rows.length)] : [],
      state: next,
    };
    if (isDone) return;
    state = next;
  }
}
