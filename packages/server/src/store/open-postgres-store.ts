import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.js';
import { createPoolScopes } from './scoped-pool.js';
import { createSupportStore, type SupportStore } from './support-store.js';

/** How {@link openPostgresStore} connects. */
export interface PostgresStoreOptions {
  /** Such as `postgres://user:password@host:5432/database`. */
  connection_string: string;
  /** The most connections open at once, two at the least. @default 10 */
  max_connections?: number;
  /**
   * Whether a pooler in between gives each transaction another connection, as PgBouncer does with
   * `pool_mode = transaction`, and Supabase on port 6543. Settings of a connection are lost there, so row-level
   * security is left out: the repository alone separates organizations.
   *
   * @default whether the address has the parameter `pgbouncer=true`
   */
  has_transaction_pooler?: boolean;
  /** How many tickets stay in memory, about 3 kB each. @default 200,000 */
  cached_tickets?: number | undefined;
  /** Told when an idle connection breaks; the next query opens another one. */
  onConnectionError?: (error: Error) => void;
}

/** How long a query waits for a connection: until one is made, or another query gives one back. */
const CONNECTION_MS = 10_000;

/**
 * Opens a store on PostgreSQL 15 or newer. It connects with the first query and changes no schema: call `migrate()`.
 * For a login that is neither superuser nor has BYPASSRLS, row-level security keeps organizations apart once more.
 *
 * @example
 * const store = openPostgresStore({ connection_string: 'postgres://localhost/support' });
 * await store.migrate();
 */
export const openPostgresStore = ({
  connection_string,
  max_connections = 10,
  has_transaction_pooler = /[?&]pgbouncer=true(?:&|$)/.test(connection_string),
  onConnectionError = () => undefined,
  cached_tickets,
}: PostgresStoreOptions): SupportStore => {
  const connect = (max: number): Pool => {
    const pool = new Pool({ connectionString: connection_string, max, connectionTimeoutMillis: CONNECTION_MS });
    // Without listeners a database that restarts would end this process: one for connections that are idle, one for those
    // that are between two statements of a transaction, whose next one fails.
    pool.on('error', onConnectionError);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const open = (of: PostgresPool) => new Kysely<Database>({ dialect: new PostgresDialect({ pool: of }) });
  if (has_transaction_pooler) return createSupportStore(open(connect(max_connections)), { cached_tickets });
  // What is asked before an organization is known has connections of its own: those of organizations would have to be told
  // twice for each request.
  const few = Math.ceil(max_connections / 5);
  const unscoped = connect(few);
  const pool = connect(Math.max(1, max_connections - few));
  const scoped = createPoolScopes(pool);
  const store = createSupportStore(open(unscoped), {
    scopedTo: (organizationId) => open(scoped(organizationId)),
    cached_tickets,
  });
  return { ...store, close: async () => void (await Promise.all([store.close(), pool.end()])) };
};
