import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../__fixtures__/empty-database.js';
import { openPgliteThread } from './open-pglite-thread.js';

type Embedded = Awaited<ReturnType<typeof openPgliteThread>>;

describe('an embedded database in a thread of its own', () => {
  let embedded: Embedded;
  const count = async () => (await embedded.query<{ n: number }>('select count(*)::int as n from seen')).rows[0]?.n;

  beforeAll(async () => {
    embedded = await openPgliteThread({ loadDataDir: await emptyDatabase() });
    await embedded.query('create table seen (id int primary key, document jsonb, at timestamptz)');
  });
  afterAll(() => embedded.close());

  it('answers what it would in this one', async () => {
    const here = await PGlite.create({ loadDataDir: await emptyDatabase() });
    const statement = `select $1::jsonb as document, null::jsonb as nothing, '[1]'::json as list, '"text"'::jsonb as text,
      $2::timestamptz as at, 2::bigint as big, $3::text[] as names, true as yes, '\\x01ff'::bytea as bytes`;
    const parameters = ['{"a": [1, null]}', new Date('2026-11-23T09:30:00Z'), ['a', 'b']];
    const there = await embedded.query(statement, parameters);
    expect(there.rows).toEqual((await here.query(statement, parameters)).rows);
    await here.close();
  });

  it('says how many rows changed', async () => {
    expect((await embedded.query('insert into seen values (1), (2)')).affectedRows).toBe(2);
    expect((await embedded.query('delete from seen')).affectedRows).toBe(2);
  });

  it('lets others have their turn while it works', async () => {
    const first = await Promise.race([
      embedded.query('select pg_sleep(0.2)').then(() => 'the database'),
      nextTurn('another'),
    ]);
    expect(first).toBe('another');
  });

  it('throws what the database says, with its code', async () => {
    await embedded.query('insert into seen values (1)');
    const again = embedded.query('insert into seen values (1)');
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining('seen_pkey'), code: '23505' });
    await embedded.query('delete from seen');
  });

  it('keeps all of a transaction or nothing', async () => {
    await embedded.transaction((inside) => inside.query('insert into seen values (1)'));
    const failing = embedded.transaction(async (inside) => {
      await inside.query('insert into seen values (2)');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await count()).toBe(1);
  });

  it('takes nothing more once it is closed', async () => {
    const closing = await openPgliteThread({ loadDataDir: await emptyDatabase() });
    await closing.close();
    expect(closing.closed).toBe(true);
    await expect(closing.query('select 1')).rejects.toThrow('is closed');
  });

  it('says why it cannot be opened', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'cscx-pglite-'));
    await writeFile(join(directory, 'PG_VERSION'), 'not a database');
    await expect(openPgliteThread({ dataDir: directory })).rejects.toThrow('failed to initialize');
    await rm(directory, { recursive: true });
  });
});
