import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { openPgliteStore } from '../store/open-pglite-store.js';
import { createSupportStore, type SupportStore } from '../store/support-store.js';
import { emptyDatabase } from './empty-database.js';

/** A store in memory, migrated and empty. */
export const openTestStore = async (): Promise<SupportStore> => openPgliteStore({ snapshot: await emptyDatabase() });

/** The same, for who wants to see more than a store shows: the database itself, and each statement that ran. */
export const openObservedStore = async (
  onQuery: (statement: string) => void,
): Promise<{ store: SupportStore; pglite: PGlite }> => {
  const pglite = await PGlite.create({ loadDataDir: await emptyDatabase() });
  const dialect = new PGliteDialect({ pglite });
  const store = createSupportStore(new Kysely({ dialect, log: ({ query }) => onQuery(query.sql) }));
  await store.migrate();
  return { store, pglite };
};
