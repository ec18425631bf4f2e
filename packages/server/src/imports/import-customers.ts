import type { Instant, SkippedRecord } from '@cscx/support-core';
import { readCustomers } from '@cscx/support-core/connectors/import';
import type { OrganizationStore } from '../store/organization-store.js';
import { refreshAlerts } from './refresh-alerts.js';

/** What an import of customers did, or has done so far. */
export interface ImportCustomersSummary {
  /** Customers that are new or now different. */
  imported: number;
  unchanged: number;
  /** Records that could not be read. */
  rejected: number;
}

/** What an import of customers takes. */
export interface ImportCustomersOptions {
  now: () => Instant;
  /** Stops between two batches and throws the signal's reason; what is in stays in. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportCustomersSummary & { bytes_read: number }) => void) | undefined;
  /** Takes the records that could not be read. */
  onSkipped?: ((skipped: readonly SkippedRecord[]) => Promise<void>) | undefined;
}

/**
 * Imports a file of customers, replacing those already known. Their alerts are evaluated anew: an SLA policy may have
 * changed with them.
 *
 * @param organization - it has to exist
 * @throws InvalidInputError for a column that is no field of a customer, UnreadableFileError when the file is broken
 */
export const importCustomers = async (
  organization: OrganizationStore,
  file: ReadableStream<Uint8Array>,
  { now, signal, onProgress, onSkipped }: ImportCustomersOptions,
): Promise<ImportCustomersSummary> => {
  const summary: ImportCustomersSummary = { imported: 0, unchanged: 0, rejected: 0 };
  const touched: string[] = [];
  let bytes_read = 0;
  const pages = readCustomers(file, {
    signal,
    timezone: (await organization.find())?.settings.timezone,
    onProgress(progress) {
      ({ bytes_read } = progress);
    },
  });
  for await (const { customers, skipped } of pages) {
    signal?.throwIfAborted();
    const imported = customers.length > 0 ? await organization.customers.save(customers) : 0;
    await onSkipped?.(skipped);
    summary.imported += imported;
    summary.unchanged += customers.length - imported;
    summary.rejected += skipped.length;
    touched.push(...customers.map(({ customer_id }) => customer_id));
    onProgress?.({ ...summary, bytes_read });
  }
  await refreshAlerts(organization, touched, { now: now(), signal });
  return summary;
};
