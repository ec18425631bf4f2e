import type { Instant, SkippedRecord } from '@cscx/support-core';
import { readCustomers } from '@cscx/support-core/connectors/import';
import { saveCustomers } from '../customers/save-customers.js';
import type { OrganizationStore } from '../store/organization-store.js';

/** What an import of customers did, or has done so far. */
export interface ImportCustomersSummary {
  /** Customers that are new or now different. */
  imported: number;
  unchanged: number;
  /** Records that could not be read. */
  rejected: number;
  /** Stored tickets that have another customer now, or none. */
  rematched: number;
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
 * Imports a file of customers, replacing those already known. Stored tickets are matched anew, and alerts evaluated anew:
 * keys and SLA policies may have changed.
 *
 * @param organization - it has to exist
 * @throws InvalidInputError for a column that is no field of a customer, UnreadableFileError when the file is broken
 */
export const importCustomers = async (
  organization: OrganizationStore,
  file: ReadableStream<Uint8Array>,
  { now, signal, onProgress, onSkipped }: ImportCustomersOptions,
): Promise<ImportCustomersSummary> => {
  const summary: ImportCustomersSummary = { imported: 0, unchanged: 0, rejected: 0, rematched: 0 };
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
    const written = await saveCustomers(organization, customers, { now: now() });
    await onSkipped?.(skipped);
    summary.imported += written.saved;
    summary.unchanged += written.unchanged;
    summary.rematched += written.rematched;
    summary.rejected += skipped.length;
    onProgress?.({ ...summary, bytes_read });
  }
  return summary;
};
