// One of several processes that share the connections of a database. Requests to support systems go to the address of the
// last argument, which is also told when a pull begins and ends.
import { writeSync } from 'node:fs';
import {
  createConnector,
  createCredentialsVault,
  openPostgresStore,
  startSyncWorker,
  type Vendor,
} from '@cscx/support-server';
import { createFastTime } from './fast-time.ts';

const [name = '', since, speed, interval, support = ''] = process.argv.slice(2);
const { DATABASE_URL: url = '', CREDENTIALS_KEY: key = '' } = process.env;
const time = createFastTime(Number(since), Number(speed));
const store = openPostgresStore({ connection_string: url });
const vault = createCredentialsVault([key]);

const send = (path: string, connectionId: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('x-process', name);
  headers.set('x-connection', connectionId);
  return fetch(new URL(path, support), { ...init, headers });
};

const worker = startSyncWorker({
  store,
  now: time.instant,
  wait: (ms, signal) => time.wait(ms, signal),
  interval_minutes: Number(interval),
  logger: { info() {}, warn() {}, error: (fields) => writeSync(2, `${name} ${JSON.stringify(fields)}\n`) },
  async open({ organization_id }, { connection_id, source_system, settings, credentials }) {
    const opened = vault.open(credentials ?? '', { organization_id, connection_id });
    const connector = await createConnector(
      { source_system: source_system as Vendor, settings, credentials: opened },
      {
        clock: time,
        async fetch(input, init) {
          const request = new Request(input, init);
          const { pathname, search } = new URL(request.url);
          return send(`${pathname}${search}`, connection_id, { headers: request.headers, signal: request.signal });
        },
      },
    );
    return {
      ...connector,
      async *pullTickets(options) {
        await send('/begin', connection_id, { method: 'POST' });
        try {
          yield* connector.pullTickets(options);
        } finally {
          await send('/end', connection_id, { method: 'POST' });
        }
      },
    };
  },
});

const stop = async (): Promise<void> => {
  await worker.stop();
  await store.close();
};
process.once('SIGTERM', () => void stop());
