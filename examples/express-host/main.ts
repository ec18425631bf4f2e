import { randomBytes } from 'node:crypto';
import { openPgliteStore, openPostgresStore } from '@cscx/support-server';
import { createHost } from './create-host.ts';

const { DATABASE_URL: url, DATA_DIR: directory = '.data', PORT: port = '3000' } = process.env;
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
await store.migrate();

const server = createHost(store, { secret: process.env['SESSION_SECRET'] ?? randomBytes(32).toString('hex') }).listen(
  Number(port),
  '127.0.0.1',
  () => process.stdout.write(`http://127.0.0.1:${port}\n`),
);
process.once('SIGTERM', () => server.close(() => void store.close()));
