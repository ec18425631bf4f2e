import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DataDirectoryLockedError } from '../errors/data-directory-locked-error.js';
import { isRunning, thisProcess } from './process-identity.js';

const lockSchema = z.object({
  id: z.string(),
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  control: z.object({ port: z.number().int().positive(), token: z.string().min(1) }).optional(),
});

/** Who has a data directory, and where it takes commands from the same machine, if it does. */
export type DataDirectoryHolder = z.infer<typeof lockSchema>;

/** A data directory that nobody else can open. */
export interface DataDirectoryLock {
  /** Tells others where this process takes commands. */
  announce(control: NonNullable<DataDirectoryHolder['control']>): Promise<void>;
  release(): Promise<void>;
}

const lockPath = (directory: string): string => join(directory, 'lock.json');

/** Locks of this process: `started` cannot tell two stores in one process apart. */
const held = new Set<string>();

const readLock = async (path: string): Promise<DataDirectoryHolder | undefined> => {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
};

const isHeld = async (holder: DataDirectoryHolder): Promise<boolean> =>
  holder.pid === process.pid ? held.has(holder.id) : isRunning(holder);

/** @returns who has the directory now, or undefined where nobody does */
export const findDataDirectoryHolder = async (directory: string): Promise<DataDirectoryHolder | undefined> => {
  const holder = await readLock(lockPath(directory));
  return holder && (await isHeld(holder)) ? holder : undefined;
};

/** Only the owner may read it: it can contain a token. Written apart, so that nobody ever reads half of it. */
const writeApart = async (path: string, lock: DataDirectoryHolder): Promise<string> => {
  const draft = `${path}.${lock.id}`;
  await writeFile(draft, JSON.stringify(lock), { mode: 0o600 });
  return draft;
};

/** A link either makes the whole file or fails because there is one. */
const linkUnlessExists = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Moves a dead process's lock away; of several that try, the one that finds it gone starts over. */
const removeStale = async (path: string, stale: DataDirectoryHolder | undefined, id: string): Promise<void> => {
  const aside = `${path}.${id}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Another process may have taken the stale lock over in between; then this is its lock, which goes back.
  if ((await readLock(aside))?.id !== stale?.id) await linkUnlessExists(aside, path);
  await rm(aside, { force: true });
};

/**
 * Takes a data directory for this process. A lock left behind by a process that died is taken over.
 *
 * @throws DataDirectoryLockedError while another process, or another store of this one, has it
 */
export const lockDataDirectory = async (directory: string): Promise<DataDirectoryLock> => {
  const path = lockPath(directory);
  const own: DataDirectoryHolder = { id: randomUUID(), ...(await thisProcess()) };
  const draft = await writeApart(path, own);
  try {
    while (!(await linkUnlessExists(draft, path))) {
      const holder = await readLock(path);
      if (holder && (await isHeld(holder))) throw new DataDirectoryLockedError(directory, holder.pid);
      await removeStale(path, holder, own.id);
    }
  } finally {
    await rm(draft, { force: true });
  }
  held.add(own.id);
  return {
    announce: async (control) => rename(await writeApart(path, { ...own, control }), path),
    async release() {
      if (held.delete(own.id) && (await readLock(path))?.id === own.id) await rm(path, { force: true });
    },
  };
};
