// The server under load, a process of its own: answers the API, keeps alerts up to date, and takes in the tickets that it is
// handed, as those of a connection that is synced in it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseImportMapping } from '@cscx/support-core/connectors/import';
import {
  apiKeyAccess,
  createSupportServer,
  importTickets,
  openPgliteStore,
  openPostgresStore,
  startSyncWorker,
  toNodeListener,
} from '@cscx/support-server';
import { MAPPING, type Tickets } from './writes.ts';

const { DATABASE_URL: url, DATA_DIR: directory = '.data' } = process.env;
const now = (): string => new Date().toISOString();
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
const logger = { info() {}, warn() {}, error: (fields: object) => console.error(JSON.stringify(fields)) };
const support = createSupportServer({ store, now, authenticate: apiKeyAccess(store), logger });
const worker = startSyncWorker({ store, services: undefined, now, logger });
const server = createServer(toNodeListener(support));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

const mapping = parseImportMapping(MAPPING);

process.on('message', async (message: Tickets | 'stop') => {
  if (message !== 'stop') {
    const file = new Blob([message.lines]).stream();
    await importTickets(store.forOrganization(message.organization_id), file, { mapping, now });
    process.send?.('taken in');
    return;
  }
  server.close();
  server.closeAllConnections();
  await worker.stop();
  await store.close();
  process.disconnect();
});
