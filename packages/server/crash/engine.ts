import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPgliteStore, openPostgresStore, type SupportStore } from '@cscx/support-server';
import { startTestPostgres } from '../src/__fixtures__/start-test-postgres.ts';

/** Where processes that are killed keep their data. */
export interface Engine {
  /** How the command line and the children of this folder find it. */
  env: Record<string, string>;
  /** Opens it here, on the newest schema: with the embedded database, while no child runs. */
  open: () => Promise<SupportStore>;
  stop: () => Promise<void>;
}

const startPglite = async (): Promise<Engine> => {
  const directory = await mkdtemp(join(tmpdir(), 'cscx-crash-'));
  return {
    env: { DATA_DIR: directory },
    open: () => openPgliteStore({ directory }),
    stop: () => rm(directory, { recursive: true }),
  };
};

/** The server itself is not killed: whether PostgreSQL survives that is not in question here. */
const startPostgres = async (): Promise<Engine> => {
  const { url, stop } = await startTestPostgres();
  return {
    env: { DATABASE_URL: url },
    async open() {
      const store = openPostgresStore({ connection_string: url });
      await store.migrate();
      return store;
    },
    stop,
  };
};

/** By the name that the command line gives them. */
export const engines = { pglite: startPglite, postgres: startPostgres };
