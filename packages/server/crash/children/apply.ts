// Runs the sync worker until no webhook delivery is left to apply. What was being applied when a process was killed rests
// for a while: this one's clock is ahead of the senders' by the hours of its argument.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCredentialsVault, openPgliteStore, openPostgresStore, startSyncWorker } from '@cscx/support-server';

const HOUR_MS = 3_600_000;

const [hours] = process.argv.slice(2);
const { DATA_DIR: directory = '', DATABASE_URL: url, CREDENTIALS_KEY: key = '' } = process.env;
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
const now = () => new Date(Date.now() + Number(hours) * HOUR_MS).toISOString();
const worker = startSyncWorker({
  store,
  services: { vault: createCredentialsVault([key]) },
  now,
  logger: { info() {}, warn() {}, error: (fields) => writeSync(2, `${JSON.stringify(fields)}\n`) },
});
do {
  worker.wake();
  await sleep(50);
} while ((await store.dueDeliveries('2100-01-01T00:00:00Z', 1)).length > 0);
await worker.stop();
await store.close();
