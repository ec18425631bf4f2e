import type { Instant, SkippedRecord } from '@cscx/support-core';
import {
  type ImportMapping,
  type ImportPage,
  type ImportWarning,
  readTickets,
} from '@cscx/support-core/connectors/import';
import type { OrganizationStore } from '../store/organization-store.js';
import { createCustomerMatching, type CustomerMatching } from './customer-matching.js';
import { groupRowsOnDisk } from './group-rows-on-disk.js';
import { refreshAlerts } from './refresh-alerts.js';
import { addWarnings } from './import-warnings.js';

/** What an import did, or has done so far. */
export interface ImportTally {
  /** Tickets that are new or now different. */
  imported: number;
  /** Tickets that stood there already, as the file has them or newer. */
  unchanged: number;
  /** Records that could not be read. */
  rejected: number;
  /** Tickets of which nobody can tell whose they are. */
  unmatched: number;
}

/** How far an import is. */
export interface ImportTicketsProgress extends ImportTally {
  /** Bytes of the file as it came, packed or not. */
  bytes_read: number;
}

/** The end of an import. */
export interface ImportTicketsSummary extends ImportTally {
  /** Values that were left out, replaced or doubted. */
  warnings: ImportWarning[];
}

/** What an import takes. */
export interface ImportTicketsOptions {
  mapping: ImportMapping;
  now: () => Instant;
  /** Stops between two batches and throws the signal's reason; what is in stays in. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ImportTicketsProgress) => void) | undefined;
  /** Takes the records that could not be read. */
  onSkipped?: ((skipped: readonly SkippedRecord[]) => Promise<void>) | undefined;
}

const savePage = (
  organization: OrganizationStore,
  { tickets, events, customers }: ImportPage,
  matching: CustomerMatching,
) =>
  organization.transaction(async (inside) => {
    const { match, customer_ids } = await matching.within(inside, customers);
    const matched = tickets.map(match);
    return { matched, customer_ids, changed: await inside.tickets.save({ tickets: matched, events }) };
  });

/**
 * Imports a file of tickets: reads, matches to customers, stores in batches, and evaluates the alerts of all customers
 * in it. Importing the same file again changes nothing.
 *
 * @param organization - it has to exist; customers that the mapping derives are added
 * @throws InvalidInputError when the mapping does not fit the file, UnreadableFileError when the file is broken
 * @example
 * const mapping = parseImportMapping(JSON.parse(await readFile('mapping.json', 'utf8')));
 * await importTickets(store.forOrganization('acme'), file.stream(), { mapping, now });
 */
export const importTickets = async (
  organization: OrganizationStore,
  file: ReadableStream<Uint8Array>,
  { mapping, now, signal, onProgress, onSkipped }: ImportTicketsOptions,
): Promise<ImportTicketsSummary> => {
  const tally: ImportTally = { imported: 0, unchanged: 0, rejected: 0, unmatched: 0 };
  const touched = new Set<string>();
  const warnings: ImportWarning[] = [];
  let bytes_read = 0;
  const report = () => onProgress?.({ ...tally, bytes_read });
  const matching = createCustomerMatching();
  const pages = readTickets(file, {
    mapping,
    signal,
    groupRows: groupRowsOnDisk(),
    onProgress(progress) {
      ({ bytes_read } = progress);
      report();
    },
  });
  for await (const page of pages) {
    signal?.throwIfAborted();
    const { matched, customer_ids, changed } = await savePage(organization, page, matching);
    for (const customer_id of customer_ids) touched.add(customer_id);
    await onSkipped?.(page.skipped);
    for (const { draft, match } of matched) {
      tally[changed.has(draft.ticket_id) ? 'imported' : 'unchanged'] += 1;
      if (match.customer_id === null) tally.unmatched += 1;
      else touched.add(match.customer_id);
    }
    tally.rejected += page.skipped.length;
    addWarnings(warnings, page.warnings);
    report();
  }
  await refreshAlerts(organization, [...touched], { now: now(), signal });
  await organization.markDataAsOf(now());
  return { ...tally, warnings };
};
