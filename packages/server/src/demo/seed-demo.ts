import type { Instant } from '@cscx/support-core';
import { DEMO } from '../auth/demo-access.js';
import { refreshAlerts } from '../imports/refresh-alerts.js';
import type { SupportStore } from '../store/support-store.js';
import { syncConnection } from '../sync/sync-connection.js';
import { customersOfDesks } from './customers-of-desks.js';
import { demoTickets } from './demo-tickets.js';
import { HOUR_MS } from './duration.js';
import { openDemoDesks } from './open-demo-desks.js';

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

/** Hours before now at which the desks are read; with a single reading, every alert would be as young as the demo. */
const readings = [7 * 24, 4 * 24, 2 * 24, 24, 9, 2, 0];

/**
 * Fills the organization `demo` with 18 months of support of 40 customers, read from four simulated support systems by the
 * connectors with which real ones are read. What is in it: docs/demo.md.
 *
 * @throws MissingPackageError where `msw` is not installed
 * @example
 * const store = await openPgliteStore();
 * await seedDemo(store, { now: '2026-11-23T09:00:00Z' });
 */
export const seedDemo = async (
  store: SupportStore,
  { now, seed = 156, signal, onProgress }: SeedDemoOptions,
): Promise<void> => {
  const organization = store.forOrganization(DEMO);
  const end = Math.floor(Date.parse(now) / 1000) * 1000;
  const moments = readings.map((hours) => end - hours * HOUR_MS);
  const tickets = demoTickets({ now: end, seed });
  const total = tickets.length;
  const desks = await openDemoDesks({ tickets, begins: moments[0] ?? end });
  const customers = customersOfDesks(desks, end);
  await organization.ensure();
  await organization.customers.save(customers);
  let done = 0;
  for (const at of moments) {
    const clock = { now: () => new Date(at).toISOString(), signal };
    for (const desk of desks) {
      desk.advanceTo(at);
      const { pulled } = await syncConnection(organization, { connection_id: desk.name }, await desk.connect(), {
        ...clock,
        onProgress: (progress) =>
          onProgress?.({ done: Math.min(total, done + progress.pulled), total, text: 'demo tickets' }),
      });
      done += pulled;
    }
    // Looks at all customers: a target can be missed without anything happening to a ticket.
    const customer_ids = customers.map(({ customer_id }) => customer_id);
    await refreshAlerts(organization, customer_ids, { now: new Date(at).toISOString(), signal });
  }
  onProgress?.({ done: total, total, text: 'demo tickets' });
};
