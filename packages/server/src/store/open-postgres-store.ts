import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { createSupportStore, type SupportStore } from './support-store.js';

/** How {@link openPostgresStore} connects. */
export interface PostgresStoreOptions {
  /** Such as `postgres://user:password@host:5432/database`. */
  connection_string: string;
  /** The most connections open at once. @default 10 */
  max_connections?: number;
  /** Told when an idle connection breaks; the next query opens another one. */
  onConnectionError?: (error: Error) => void;
}

/**
 * Opens a store on PostgreSQL 15 or newer. It connects with the first query and changes no schema: call `migrate()`.
 *
 * @example
 * const store = openPostgresStore({ connection_string: 'postgres://localhost/support' });
 * await store.migrate();
 */
export const openPostgresStore = ({
  connection_string,
  max_connections = 10,
  onConnectionError = () => undefined,
}: PostgresStoreOptions): SupportStore => {
  const pool = new Pool({ connectionString: connection_string, max: max_connections });
  // Without a listener a server that restarts would end this process.
  pool.on('error', onConnectionError);
  return createSupportStore(new Kysely({ dialect: new PostgresDialect({ pool }) }));
};
