import { Client } from 'pg';
import { openPostgresStore } from '../store/open-postgres-store.js';
import type { SupportStore } from '../store/support-store.js';
import { startTestPostgres } from './start-test-postgres.js';

/** A store on a PostgreSQL that belongs to one test file. */
export interface TestPostgres {
  store: SupportStore;
  /** The same database, as the login that the store has. */
  url: string;
  stop: () => Promise<void>;
}

/** What the server should log in as: it owns the tables and is no superuser, so that row-level security holds for it. */
const ROLE = 'cscx_server';

const createServerRole = async (url: string): Promise<string> => {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [ROLE]);
  if (rowCount === 0) await admin.query(`create role ${ROLE} login password '${ROLE}'`);
  await admin.query(`grant create on schema public to ${ROLE}`);
  await admin.end();
  return url.replace(/\/\/[^@/]*@/, `//${ROLE}:${ROLE}@`);
};

/** A migrated, empty store on a PostgreSQL of its own. */
export const openTestPostgres = async (): Promise<TestPostgres> => {
  const { url: adminUrl, stop } = await startTestPostgres();
  const url = await createServerRole(adminUrl);
  const store = openPostgresStore({ connection_string: url });
  await store.migrate();
  return {
    store,
    url,
    async stop() {
      await store.close();
      await stop();
    },
  };
};
