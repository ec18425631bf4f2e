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
const logger = {
  info() {},
  warn() {},
  error: (fields: object) => void process.stderr.write(`${JSON.stringify(fields)}\n`),
};
const support = createSupportServer({ store, now, authenticate: apiKeyAccess(store), logger });
const worker = startSyncWorker({ store, services: undefined, now, logger });
const listener = toNodeListener(support);
const server = createServer((request, response) => void listener(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

const mapping = parseImportMapping(MAPPING);

const takeIn = async ({ organization_id, lines }: Tickets): Promise<void> => {
  await importTickets(store.forOrganization(organization_id), new Blob([lines]).stream(), { mapping, now });
  process.send?.('taken in');
};

const stop = async (): Promise<void> => {
  server.close();
  server.closeAllConnections();
  await worker.stop();
  await store.close();
  process.disconnect();
};

process.on('message', (message: Tickets | 'stop') => void (message === 'stop' ? stop() : takeIn(message)));
