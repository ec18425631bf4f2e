import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import { type DataDirectoryLock, lockDataDirectory } from './data-directory-lock.js';
import { openPgliteThread } from './pglite/open-pglite-thread.js';
import { createSupportStore, type SupportStore } from './support-store.js';

/** Where {@link openPgliteStore} keeps its data. */
export interface PgliteStoreOptions {
  /** Created where absent; locked until the store is closed. Without one, everything is in memory and gone at the end. */
  directory?: string;
  /** Files to begin with, as PGlite's `dumpDataDir` gives them; a snapshot opens faster than an empty database. */
  snapshot?: Blob;
  /** How many tickets stay in memory, about 3 kB each. @default 200,000 */
  cached_tickets?: number | undefined;
}

/** A store in a directory that no other process can open meanwhile. */
export interface PgliteStore extends SupportStore {
  /** Tells other processes where this one takes commands, since they cannot open the directory; not in memory. */
  announce: DataDirectoryLock['announce'];
}

/**
 * Opens the embedded database, on the newest schema.
 *
 * @returns the store; `close()` also frees the directory
 * @throws DataDirectoryLockedError while another process has the directory: PGlite itself would let both write, and
 *   lose what one of them wrote
 * @example
 * const store = await openPgliteStore({ directory: '.data' });
 */
export const openPgliteStore = async ({
  directory,
  snapshot,
  cached_tickets,
}: PgliteStoreOptions = {}): Promise<PgliteStore> => {
  if (directory !== undefined) await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = directory === undefined ? undefined : await lockDataDirectory(directory);
  try {
    const pglite = await openPgliteThread({
      ...(directory !== undefined && { dataDir: join(directory, 'database') }),
      ...(snapshot && { loadDataDir: snapshot }),
    });
    const store = createSupportStore(new Kysely({ dialect: new PGliteDialect({ pglite }) }), { cached_tickets });
    await store.migrate();
    return {
      ...store,
      announce: async (control) => lock?.announce(control),
      async close() {
        await store.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
};
