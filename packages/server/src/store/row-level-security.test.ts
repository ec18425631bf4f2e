import { once } from 'node:events';
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCustomer } from '@cscx/support-core/testing';
import { openTestPostgres } from '../__fixtures__/open-test-postgres.js';
import type { Database, SupportDatabase } from './database.js';
import { openPostgresStore } from './open-postgres-store.js';
import { createPoolScopes } from './scoped-pool.js';
import type { SupportStore } from './support-store.js';

let store: SupportStore;
let pool: Pool;
let url: string;
let stop: () => Promise<void>;
let scoped: (organizationId: string) => SupportDatabase;
/** On connections that were never told an organization. */
let unscoped: SupportDatabase;

beforeAll(async () => {
  ({ store, url, stop } = await openTestPostgres());
  // One connection, which has to serve everybody in turn.
  pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  const scopes = createPoolScopes(pool);
  const open = (of: PostgresPool) => new Kysely<Database>({ dialect: new PostgresDialect({ pool: of }) });
  scoped = (organizationId) => open(scopes(organizationId));
  unscoped = open(new Pool({ connectionString: url, max: 1 }));
  for (const id of ['left', 'right']) {
    const organization = store.forOrganization(id);
    await organization.ensure();
    await organization.customers.save([buildCustomer({ customer_id: id })]);
  }
});
afterAll(async () => {
  await pool.end();
  await unscoped.destroy();
  await stop();
});

const customersSeen = async (db: SupportDatabase) => {
  const { rows } = await sql<{ customer_id: string }>`select customer_id from customers order by 1`.execute(db);
  return rows.map(({ customer_id }) => customer_id);
};
const addCustomer = (db: SupportDatabase, organizationId: string, customerId: string) =>
  sql`insert into customers (organization_id, customer_id, name, document)
    values (${organizationId}, ${customerId}, 'any', '{}')`.execute(db);

test('every table that belongs to organizations has it, also for its owner', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attname = 'organization_id' and not (c.relrowsecurity and c.relforcerowsecurity)
  `.execute(unscoped);
  expect(rows).toEqual([]);
});

test('a statement without a condition sees its own organization; without a scope, all', async () => {
  expect(await customersSeen(scoped('left'))).toEqual(['left']);
  expect(await customersSeen(scoped('right'))).toEqual(['right']);
  expect(await customersSeen(scoped('nobody'))).toEqual([]);
  expect(await customersSeen(unscoped)).toEqual(['left', 'right']);
});

test('a statement for another organization writes nothing', async () => {
  await expect(addCustomer(scoped('left'), 'right', 'intruder')).rejects.toThrow('row-level security');
  const moved = await sql`update customers set name = 'theirs' where organization_id = 'right'`.execute(scoped('left'));
  const removed = await sql`delete from customers where organization_id = 'right'`.execute(scoped('left'));
  expect([moved.numAffectedRows, removed.numAffectedRows]).toEqual([0n, 0n]);
  const moving = sql`update customers set organization_id = 'right'`.execute(scoped('left'));
  await expect(moving).rejects.toThrow('row-level security');
  expect((await store.forOrganization('right').customers.find('right'))?.name).toBe('Acme Corp');
});

test('one connection that organizations use in turn never mixes them', async () => {
  const ids = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 'left' : 'right'));
  const seen = await Promise.all(ids.map((id) => customersSeen(scoped(id))));
  expect(seen).toEqual(ids.map((id) => [id]));
});

test('a transaction keeps its organization to its end, and the connection is free for others after it', async () => {
  await scoped('left')
    .transaction()
    .execute(async (inside) => {
      await addCustomer(inside, 'left', 'temporary');
      expect(await customersSeen(inside)).toEqual(['left', 'temporary']);
      await sql`delete from customers where customer_id = 'temporary'`.execute(inside);
    });
  expect(await customersSeen(scoped('right'))).toEqual(['right']);
});

test('after an error the next one still sees its own', async () => {
  const failing = scoped('left')
    .transaction()
    .execute(async (inside) => {
      await addCustomer(inside, 'left', 'temporary');
      await sql`select 1 / 0`.execute(inside);
    });
  await expect(failing).rejects.toThrow('division by zero');
  await expect(sql`select nothing`.execute(scoped('left'))).rejects.toThrow('"nothing" does not exist');
  expect(await customersSeen(scoped('right'))).toEqual(['right']);
  expect(await customersSeen(scoped('left'))).toEqual(['left']);
});

test('a connection that the server ended is replaced by one that is told anew', async () => {
  const isGone = once(pool, 'remove');
  const ending = sql`select pg_terminate_backend(pg_backend_pid())`.execute(scoped('left'));
  await expect(ending).rejects.toThrow('terminating connection');
  await isGone;
  expect(await customersSeen(scoped('left'))).toEqual(['left']);
});

test('entries of the audit log cannot be changed or taken away', async () => {
  const left = store.forOrganization('left');
  const at = '2026-11-23T09:00:00.000Z';
  const entry = {
    at,
    principal: { role: 'admin', subject: 'maya' },
    action: 'putCustomers',
    target: { customers: '2' },
    request_id: null,
  } as const;
  await left.audit.record(entry);
  for (const db of [scoped('left'), unscoped]) {
    const changed = await sql`update audit_log set subject = 'nobody'`.execute(db);
    const removed = await sql`delete from audit_log`.execute(db);
    expect([changed.numAffectedRows, removed.numAffectedRows]).toEqual([0n, 0n]);
  }
  expect(await left.audit.latest(10)).toEqual([entry]);
});

describe('behind a pooler that gives each transaction another connection', () => {
  test('connections are told nothing, and the repository alone separates organizations', async () => {
    const pooled = openPostgresStore({ connection_string: `${url}&pgbouncer=true`, max_connections: 1 });
    expect((await pooled.forOrganization('left').customers.list()).map(({ customer_id }) => customer_id)).toEqual([
      'left',
    ]);
    expect((await pooled.forOrganization('right').customers.list()).map(({ customer_id }) => customer_id)).toEqual([
      'right',
    ]);
    await pooled.close();
  });
});
