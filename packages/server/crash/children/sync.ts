// Runs the sync worker until an account has been read, and says from which cursor each pull goes on. Processes that were
// killed hold their leases for a while: this one's clock is ahead of theirs by the minutes of the last argument.
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPgliteStore, openPostgresStore, startSyncWorker } from '@cscx/support-server';
import { CONNECTION, openAccount, openOrganization, READ_AT } from '../sync-account.ts';

const [organizationId = '', seed, tickets, minutes] = process.argv.slice(2);
const { DATA_DIR: directory = '', DATABASE_URL: url } = process.env;
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
await store.migrate();

const ahead = READ_AT + Number(minutes) * 60_000 - Date.now();
const now = () => new Date(Date.now() + ahead).toISOString();
const { connections } = await openOrganization(store, organizationId);
if (!(await connections.find(CONNECTION))) {
  const details = { source_system: 'zendesk', name: null, account: null, settings: {}, credentials: null };
  await connections.save({ connection_id: CONNECTION, ...details, next_sync_at: now() }, now());
}

const worker = startSyncWorker({
  store,
  now,
  // Accounts that were read are not due again: theirs is the time at which they were, and only one is this process's.
  interval_minutes: 1_000_000,
  logger: { info() {}, warn() {}, error: (fields) => writeSync(2, `${JSON.stringify(fields)}\n`) },
  async open() {
    const connector = await openAccount(Number(seed), Number(tickets));
    return {
      ...connector,
      pullTickets(options = {}) {
        writeSync(1, `${JSON.stringify({ cursor: options.cursor ?? null })}\n`);
        return connector.pullTickets(options);
      },
    };
  },
});
for (;;) {
  const connection = await connections.find(CONNECTION);
  if (connection?.data_as_of && !connection.pull_started_at) break;
  await sleep(50);
}
await worker.stop();
await store.close();
