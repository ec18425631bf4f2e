import { sql } from 'kysely';
import type { SupportDatabase } from './database.js';

/**
 * Counts a change of an organization's tickets, and keeps other writers of its tickets waiting until this transaction ends:
 * so versions become visible in their order, and whoever has seen one has seen all before it. Comes before the rows that
 * carry the version.
 *
 * @returns the version that the changed rows are to carry
 */
const countChange = async (db: SupportDatabase, organizationId: string): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into data_versions (organization_id, version) values (${organizationId}, 1)
    on conflict (organization_id) do update set version = data_versions.version + 1
    returning version::float8 as version`.execute(db);
  return rows[0]?.version ?? 0;
};

/** Runs a change of tickets with the version that its rows are to carry, in the transaction under way or in one of its own. */
export const withDataVersion = <Result>(
  db: SupportDatabase,
  organizationId: string,
  change: (transaction: SupportDatabase, version: number) => Promise<Result>,
): Promise<Result> => {
  const run = async (transaction: SupportDatabase): Promise<Result> =>
    change(transaction, await countChange(transaction, organizationId));
  return db.isTransaction ? run(db) : db.transaction().execute(run);
};
