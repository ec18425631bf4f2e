import type { Instant } from '@cscx/support-core';
import { parseImportMapping } from '@cscx/support-core/connectors/import';
import { DEMO } from '../auth/demo-access.js';
import { importCustomers } from '../imports/import-customers.js';
import { importTickets } from '../imports/import-tickets.js';
import type { SupportStore } from '../store/support-store.js';
import { demoCustomersFile, demoTicketLogFile } from './demo-files.js';
import { demoMapping } from './demo-mapping.js';
import { demoTickets } from './demo-tickets.js';

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
  const end = Date.parse(now);
  const tickets = demoTickets({ now: end, seed });
  const clock = { now: () => now, signal };
  await organization.ensure();
  await importCustomers(organization, demoCustomersFile(end), clock);
  await importTickets(organization, demoTicketLogFile(tickets, end), {
    ...clock,
    mapping: parseImportMapping(demoMapping),
    onProgress: ({ imported }) => onProgress?.({ done: imported, total: tickets.length, text: 'demo tickets' }),
  });
};
