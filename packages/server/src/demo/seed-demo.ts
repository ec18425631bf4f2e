import type { Instant } from '@cscx/support-core';
import { parseImportMapping } from '@cscx/support-core/connectors/import';
import { DEMO } from '../auth/demo-access.js';
import { importCustomers } from '../imports/import-customers.js';
import { importTickets } from '../imports/import-tickets.js';
import type { SupportStore } from '../store/support-store.js';
import { demoCustomersFile, demoTicketLogFile } from './demo-files.js';
import { demoMapping } from './demo-mapping.js';
import { changedSince, demoTickets } from './demo-tickets.js';
import { HOUR_MS } from './duration.js';

/** How the demo is made. */
export interface SeedDemoOptions {
  /** The demo's last moment. */
  now: Instant;
  /** Any whole number; the same seed and now give the same demo. @default 156 */
  seed?: number | undefined;
  /** Stops between two batches and throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Told in tickets. */
  onProgress?: ((progress: { done: number; total: number; text: string }) => void) | undefined;
}

/** Hours before now at which the desk is read; with a single reading, every alert would be as young as the demo. */
const readings = [7 * 24, 4 * 24, 2 * 24, 24, 9, 2, 0];

/**
 * Fills the organization `demo` with 18 months of support of 40 customers, through the same import as anybody's files.
 * What is in it: docs/demo.md.
 *
 * @example
 * const store = await openPgliteStore();
 * await seedDemo(store, { now: '2026-11-23T09:00:00Z' });
 */
export const seedDemo = async (
  store: SupportStore,
  { now, seed = 156, signal, onProgress }: SeedDemoOptions,
): Promise<void> => {
  const organization = store.forOrganization(DEMO);
  const mapping = parseImportMapping(demoMapping);
  const end = Math.floor(Date.parse(now) / 1000) * 1000;
  const all = demoTickets({ now: end, seed });
  const files = readings.map((hours, index) => {
    const at = end - hours * HOUR_MS;
    const since = end - (readings[index - 1] ?? Infinity) * HOUR_MS;
    return { at, tickets: all.filter((ticket) => changedSince(ticket, since, at)) };
  });
  const total = files.reduce((sum, { tickets }) => sum + tickets.length, 0);
  let done = 0;
  await organization.ensure();
  await importCustomers(organization, demoCustomersFile(end), { now: () => now, signal });
  for (const { at, tickets } of files) {
    const clock = { now: () => new Date(at).toISOString(), signal };
    await importTickets(organization, demoTicketLogFile(tickets, at), {
      ...clock,
      mapping,
      onProgress: ({ imported }) => onProgress?.({ done: done + imported, total, text: 'demo tickets' }),
    });
    done += tickets.length;
    // Looks at all customers: a target can be missed without anything in the log.
    await importCustomers(organization, demoCustomersFile(end), clock);
  }
};
