import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../__fixtures__/empty-database.js';
import { openTestPostgres } from '../__fixtures__/open-test-postgres.js';
import { openObservedStore } from '../__fixtures__/open-test-store.js';
import type { Database, SupportDatabase } from './database.js';
import { distributeTables, TABLES } from './distribute-tables.js';
import { createSupportStore } from './support-store.js';
import { historyColumn } from './ticket-record.js';

const openPglite = async (): Promise<SupportDatabase> =>
  new Kysely({ dialect: new PGliteDialect({ pglite: await PGlite.create({ loadDataDir: await emptyDatabase() }) }) });

const engines: readonly (readonly [
  name: string,
  open: () => Promise<{ db: SupportDatabase; stop: () => Promise<void> }>,
])[] = [
  [
    'PGlite',
    async () => {
      const db = await openPglite();
      await createSupportStore(db).migrate();
      return { db, stop: () => db.destroy() };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const { url, stop } = await openTestPostgres();
      const db = new Kysely<Database>({
        dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
      });
      return {
        db,
        async stop() {
          await db.destroy();
          await stop();
        },
      };
    },
  ],
];

describe.each(engines)('the schema on %s', (_name, open) => {
  let db: SupportDatabase;
  let stop: () => Promise<void>;
  /** What the database says of itself. */
  const ask = async (query: RawBuilder<{ found: string }>): Promise<string[]> =>
    (await query.execute(db)).rows.map(({ found }) => found);

  beforeAll(async () => {
    ({ db, stop } = await open());
  });
  afterAll(() => stop());

  test('has no table of its own that is not distributed', async () => {
    const found = await ask(sql<{ found: string }>`
      select relname as found from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'kysely_%'`);
    expect(new Set(found)).toEqual(new Set(TABLES));
  });

  test('finds a history by its key, also that of an organization that came after the statistics', async () => {
    await sql`
      insert into ticket_histories (organization_id, ticket_id, events, positions, data_version)
      select 'old', 'ticket-' || n, '{}', '{}', 1 from generate_series(1, 3000) n`.execute(db);
    await sql`analyze ticket_histories`.execute(db);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select ${historyColumn('new')} from tickets where organization_id = 'new'`.execute(db);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('using ticket_histories_pkey');
  });

  test('names the organization in every key', async () => {
    const keysWithout = await ask(sql<{ found: string }>`
      select indexrelid::regclass::text as found
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relname = any(${TABLES}::text[]) and i.indisunique and not exists (
        select from pg_attribute a
        where a.attrelid = i.indrelid and a.attname = 'organization_id' and a.attnum = any(i.indkey))`);
    expect(keysWithout).toEqual([]);
  });

  test('points from each row to rows of the same organization, in tables that come before', async () => {
    const foreignKeys = await ask(sql<{ found: string }>`
      select conrelid::regclass || ' ' || confrelid::regclass || ' ' || exists (
        select from unnest(conkey, confkey) as k(own, other)
        join pg_attribute o on o.attrelid = conrelid and o.attnum = k.own
        join pg_attribute r on r.attrelid = confrelid and r.attnum = k.other
        where o.attname = 'organization_id' and r.attname = 'organization_id') as found
      from pg_constraint join pg_class c on c.oid = conrelid
      where c.relname = any(${TABLES}::text[]) and contype = 'f'`);
    expect(foreignKeys.length).toBeGreaterThan(0);
    const position = (table: string | undefined) => TABLES.findIndex((name) => name === table);
    for (const key of foreignKeys) {
      const [from, to, isWithin] = key.split(' ');
      expect([key, isWithin]).toEqual([key, 'true']);
      expect(position(to)).toBeLessThan(position(from));
    }
  });

  test('has no triggers', async () => {
    const triggers = await ask(sql<{ found: string }>`
      select tgname as found from pg_trigger join pg_class c on c.oid = tgrelid
      where c.relname = any(${TABLES}::text[]) and not tgisinternal`);
    expect(triggers).toEqual([]);
  });
});

test('without the extension, nothing more is asked for than whether it is there', async () => {
  const asked: string[] = [];
  const { store } = await openObservedStore((statement) => asked.push(statement));
  expect(asked.filter((statement) => /citus|pg_dist|distribut/.test(statement))).toEqual([
    "select 1 from pg_extension where extname = 'citus'",
  ]);
  await store.close();
});

test('with it, each table is distributed once, after those that its foreign keys point to', async () => {
  const db = await openPglite();
  // What stands in for Citus notes what it is asked for.
  for (const statement of [
    sql`insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
      select 1, 'citus', 10, oid, false, '13' from pg_namespace where nspname = 'public'`,
    sql`create table pg_dist_partition (logicalrelid regclass primary key, colocated_with text)`,
    sql`create function create_distributed_table(table_name regclass, distribution_column text, colocate_with text)
      returns void language sql as 'insert into pg_dist_partition values (table_name, colocate_with)'`,
    sql`create function truncate_local_data_after_distributing_table(table_name regclass)
      returns void language sql as ''`,
  ]) {
    await statement.execute(db);
  }
  const store = createSupportStore(db);
  await store.migrate();
  await store.migrate();
  await db.transaction().execute(distributeTables);
  const { rows } = await sql<{ name: string; colocated_with: string }>`
    select logicalrelid::text as name, colocated_with from pg_dist_partition`.execute(db);
  expect(rows).toEqual(
    TABLES.map((name) => ({ name, colocated_with: name === 'organizations' ? 'default' : 'organizations' })),
  );
  await store.close();
});
