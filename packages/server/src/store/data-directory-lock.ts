import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { DataDirectoryLockedError } from '../errors/data-directory-locked-error.js';
import { isRunning, thisProcess } from './process-identity.js';

const lockSchema = z.object({
  id: z.uuid(),
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  /** A claim becomes a lock once nobody else is there. */
  is_held: z.boolean(),
  control: z.object({ port: z.number().int().positive(), token: z.string().min(1) }).optional(),
});

type Lock = z.infer<typeof lockSchema>;

/** Who has a data directory, and where it takes commands from the same machine, if it does. */
export type DataDirectoryHolder = Pick<Lock, 'pid' | 'control'>;

/** A data directory that nobody else can open. */
export interface DataDirectoryLock {
  /** Tells others where this process takes commands. */
  announce(control: NonNullable<DataDirectoryHolder['control']>): Promise<void>;
  release(): Promise<void>;
}

const CLAIM_POLL_MS = 5;

const locksIn = (directory: string): string => join(directory, 'locks');

const fileOf = (directory: string, { id }: Pick<Lock, 'id'>): string => join(locksIn(directory), `${id}.json`);

/** Of this process: its number cannot tell two stores in it apart, nor from an earlier process of that number. */
const own = new Set<string>();

const isAlive = (lock: Lock): boolean | Promise<boolean> =>
  lock.pid === process.pid ? own.has(lock.id) : isRunning(lock);

const parseLock = (text: string): Lock | undefined => {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** A lock that cannot be read for another reason than being gone is not taken for one that is left behind. */
const readLock = async (path: string): Promise<Lock | undefined> => {
  try {
    return parseLock(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Only the owner may read it: it can contain a token. Renamed into place, so that nobody ever reads half of it. */
const writeLock = async (directory: string, lock: Lock): Promise<void> => {
  const path = fileOf(directory, lock);
  await writeFile(`${path}.draft`, JSON.stringify(lock), { mode: 0o600 });
  await rename(`${path}.draft`, path);
};

/** The locks and claims of processes that run; what others left behind is cleared away. */
const liveLocks = async (directory: string): Promise<Lock[]> => {
  const names = await readdir(locksIn(directory)).catch(() => []);
  const live: Lock[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
    const path = join(locksIn(directory), name);
    const lock = await readLock(path);
    if (lock && (await isAlive(lock))) live.push(lock);
    else await rm(path, { force: true });
  }
  return live;
};

/** @returns who has the directory now, or undefined where nobody does */
export const findDataDirectoryHolder = async (directory: string): Promise<DataDirectoryHolder | undefined> =>
  (await liveLocks(directory)).find(({ is_held }) => is_held);

/**
 * Everybody claims first and looks then: of two, at least one sees the other. A lock wins over a claim, and of claims
 * the lowest id, which waits until the others have given way.
 */
const waitUntilAlone = async (directory: string, claim: Lock): Promise<void> => {
  for (;;) {
    const others = (await liveLocks(directory)).filter(({ id }) => id !== claim.id);
    if (others.length === 0) return;
    const winner = others.find(({ id, is_held }) => is_held || id < claim.id);
    if (winner) throw new DataDirectoryLockedError(directory, winner.pid);
    await wait(CLAIM_POLL_MS);
  }
};

/**
 * Takes a data directory for this process. What a process that died left behind counts for nothing.
 *
 * @throws DataDirectoryLockedError while another process, or another store of this one, has it
 */
export const lockDataDirectory = async (directory: string): Promise<DataDirectoryLock> => {
  await mkdir(locksIn(directory), { recursive: true, mode: 0o700 });
  const claim: Lock = { id: randomUUID(), ...(await thisProcess()), is_held: false };
  const lock = { ...claim, is_held: true };
  const release = async () => {
    own.delete(claim.id);
    await rm(fileOf(directory, claim), { force: true });
  };
  own.add(claim.id);
  try {
    await writeLock(directory, claim);
    await waitUntilAlone(directory, claim);
    await writeLock(directory, lock);
  } catch (error) {
    await release();
    throw error;
  }
  return { announce: (control) => writeLock(directory, { ...lock, control }), release };
};
