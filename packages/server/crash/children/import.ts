// Imports an export and says after each transaction how many of its tickets are in. The version is the first argument.
import { writeSync } from 'node:fs';
import { importTickets, openPgliteStore, openPostgresStore } from '@cscx/support-server';
import { exportLines, mapping } from '../import-file.ts';

const [organizationId = '', version, tickets] = process.argv.slice(2);
const { DATA_DIR: directory = '', DATABASE_URL: url } = process.env;
const store = url === undefined ? await openPgliteStore({ directory }) : openPostgresStore({ connection_string: url });
await store.migrate();
const organization = store.forOrganization(organizationId);
await organization.ensure();
const lines = exportLines(Number(version), Number(tickets));
await importTickets(organization, new Blob([lines.join('\n')]).stream(), {
  mapping,
  now: () => new Date().toISOString(),
  // At once and whole, so that no line is lost with the process.
  onProgress: ({ imported, unchanged }) => writeSync(1, `${imported + unchanged}\n`),
});
await store.close();
