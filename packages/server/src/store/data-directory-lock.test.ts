import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDataDirectoryHolder, lockDataDirectory } from './data-directory-lock.js';
import { thisProcess } from './process-identity.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cscx-lock-'));
});
afterEach(() => rm(directory, { recursive: true }));

const locks = () => join(directory, 'locks');

const leaveLock = async (lock: object) => {
  const id = randomUUID();
  await mkdir(locks());
  await writeFile(join(locks(), `${id}.json`), JSON.stringify({ id, is_held: true, ...lock }));
};

/** Those of several attempts that succeeded. */
const lockAtOnce = async (attempts: number) => {
  const settled = await Promise.allSettled(Array.from({ length: attempts }, () => lockDataDirectory(directory)));
  return settled.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
};

test('one holder at a time; the others are told who it is and what to do', async () => {
  const lock = await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(
    new RegExp(`in use by process ${process.pid}.*DATA_DIR.*DATABASE_URL`),
  );
  await lock.release();
  await (await lockDataDirectory(directory)).release();
  expect(await readdir(locks())).toEqual([]);
});

test('only its owner can read it, with and without a place for commands', async () => {
  const lock = await lockDataDirectory(directory);
  const mode = async () => (await stat(join(locks(), (await readdir(locks()))[0] ?? ''))).mode & 0o777;
  expect(await mode()).toBe(0o600);
  await lock.announce({ port: 4711, token: 'secret' });
  expect(await mode()).toBe(0o600);
  expect((await findDataDirectoryHolder(directory))?.control).toEqual({ port: 4711, token: 'secret' });
  await lock.release();
  expect(await findDataDirectoryHolder(directory)).toBeUndefined();
});

test('of many that come at once, exactly one gets it', async () => {
  const taken = await lockAtOnce(20);
  expect(taken).toHaveLength(1);
  await taken[0]?.release();
});

test.each([
  ['a process that is gone', { pid: 4_194_305, started: null }],
  ['an earlier process of our number, as in a container that was started again', { pid: process.pid, started: '1' }],
  ['another process that has got the number since', { pid: process.ppid, started: '1' }],
  ['nobody: half a file', {}],
])('a lock left by %s is taken over', async (_who, lock) => {
  await leaveLock(lock);
  const taken = await lockAtOnce(5);
  expect(taken).toHaveLength(1);
  await taken[0]?.release();
  expect(await readdir(locks())).toEqual([]);
});

test('a lock of a process that runs is not taken over', async () => {
  const { started } = await thisProcess();
  expect(started).toMatch(/^\d+$|^$/);
  await leaveLock({ pid: process.ppid, started: null });
  await expect(lockDataDirectory(directory)).rejects.toMatchObject({ code: 'data_directory_locked' });
});
