import { sql } from 'kysely';
import type { Database, SupportDatabase } from './database.js';

/** All tables, each behind those that its foreign keys point to: Citus takes them in no other order. */
export const TABLES = [
  'organizations',
  'customers',
  'tickets',
  'ticket_histories',
  'data_versions',
  'ticket_links',
  'health_scores',
  'alerts',
  'connections',
  'skipped_records',
  'webhook_deliveries',
  'audit_log',
  'api_keys',
] as const satisfies readonly (keyof Database)[];

/** Who distributes: one process at a time. */
const LOCK = 1_560_003;

const isCitus = async (db: SupportDatabase): Promise<boolean> => {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  return rows.length > 0;
};

/** Those that are there and that nobody has made anything else than ordinary tables of the coordinator. */
const undistributed = async (db: SupportDatabase): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${TABLES}::text[]) with ordinality as t(name, position)
    where to_regclass(name) is not null and to_regclass(name) not in (select logicalrelid from pg_dist_partition)
    order by position`.execute(db);
  return rows.map(({ name }) => name);
};

/** The rows, if there are any, are copied; row-level security, which a copy cannot pass, is put aside meanwhile. */
const distribute = async (db: SupportDatabase, table: string): Promise<void> => {
  await sql`alter table ${sql.ref(table)} no force row level security`.execute(db);
  await sql`select create_distributed_table(${table}, 'organization_id',
    colocate_with => ${table === 'organizations' ? 'default' : 'organizations'})`.execute(db);
  await sql`alter table ${sql.ref(table)} force row level security`.execute(db);
};

/**
 * Where the database is a Citus, spreads the tables over its nodes by organization, so that everything of one organization
 * is on one of them; foreign keys stay. Elsewhere it does nothing, and nothing to tables that are distributed already.
 *
 * A migration that adds a table calls it in between: after the table, before the table's foreign keys, since a table of the
 * coordinator cannot point to a distributed one.
 */
export const distributeTables = async (db: SupportDatabase): Promise<void> => {
  if (!(await isCitus(db)) || (await undistributed(db)).length === 0) return;
  const run = async (transaction: SupportDatabase): Promise<void> => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    const tables = await undistributed(transaction);
    for (const table of tables) await distribute(transaction, table);
    // What was copied is still on the coordinator's disk, where nobody would see it, or delete it, any more.
    for (const table of tables) {
      await sql`select truncate_local_data_after_distributing_table(${table})`.execute(transaction);
    }
  };
  await (db.isTransaction ? run(db) : db.transaction().execute(run));
};
