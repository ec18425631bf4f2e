import { Migrator } from 'kysely/migration';
import type { SupportDatabase } from './database.js';
import { distributeTables } from './distribute-tables.js';
import { migrations } from './migrations/index.js';

const createMigrator = (db: SupportDatabase): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });

/**
 * Brings the schema up to date, and distributes its tables where the database is a Citus; several processes may call it
 * at once. Returns the names of what it applied.
 */
export const migrate = async (db: SupportDatabase): Promise<string[]> => {
  const { error, results = [] } = await createMigrator(db).migrateToLatest();
  if (error !== undefined) throw error;
  await distributeTables(db);
  return results.map(({ migrationName }) => migrationName);
};

/** Whether every migration has been applied. */
export const isMigrated = async (db: SupportDatabase): Promise<boolean> => {
  const known = await createMigrator(db).getMigrations();
  return known.every(({ executedAt }) => executedAt !== undefined);
};
