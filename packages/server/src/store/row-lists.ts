import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';

/** Rows as JSON, some in each text: a megabyte in one piece takes both the process and the database longer. */
export type RowLists = readonly string[];

const ROWS = 100;

/** Pauses, since a statement that is on its way to the database is sent bit by bit, whenever the process has a turn. */
export const toRowLists = async (rows: readonly (() => string)[]): Promise<RowLists> => {
  const lists: string[] = [];
  for (let first = 0; first < rows.length; first += ROWS) {
    const texts = rows.slice(first, first + ROWS).map((row) => row());
    lists.push(`[${texts.join(',')}]`);
    await nextTurn();
  }
  return lists;
};

/** What to select from; the names and types of the columns follow. */
export const rowsOf = (lists: RowLists): RawBuilder<unknown> =>
  sql`(values ${sql.join(lists.map((list) => sql`(${list}::jsonb)`))}) as lists(list), jsonb_to_recordset(list)`;
