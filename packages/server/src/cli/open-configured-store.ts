import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openPgliteStore, type PgliteStore } from '../store/open-pglite-store.js';
import { openPostgresStore } from '../store/open-postgres-store.js';
import type { SupportStore } from '../store/support-store.js';
import { storeLimits } from './options.js';

/** Where the data are. */
export interface StoreConfiguration {
  /** Not used where there is a database URL. */
  dataDir: string;
  /** Of a PostgreSQL. */
  databaseUrl?: string | undefined;
}

/** What is announced nowhere: PostgreSQL takes many processes at once. */
const announceNothing: PgliteStore['announce'] = () => Promise.resolve();

/** Opens the configured store, on the newest schema. */
export const openConfiguredStore = async ({ dataDir, databaseUrl }: StoreConfiguration): Promise<PgliteStore> => {
  const { cached_tickets, max_connections } = storeLimits(process.env);
  if (databaseUrl === undefined) return openPgliteStore({ directory: resolve(dataDir), cached_tickets });
  const store: SupportStore = openPostgresStore({
    connection_string: databaseUrl,
    cached_tickets,
    ...(max_connections !== undefined && { max_connections }),
  });
  try {
    await store.migrate();
  } catch (error) {
    await store.close();
    throw error;
  }
  return { ...store, announce: announceNothing };
};

/**
 * The same for a command that ends soon. V8 compiles what a database in WebAssembly does often anew, in the background: one
 * function takes it two seconds, and a process that ends waits for it. With this budget it begins only where there is work for
 * many seconds.
 */
export const openStoreBriefly = (configuration: StoreConfiguration): Promise<PgliteStore> => {
  setFlagsFromString('--wasm-tiering-budget=1000000000');
  return openConfiguredStore(configuration);
};
