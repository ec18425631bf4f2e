import { type GroupRows, groupRowsInMemory } from './event-log/logged-row.js';
import { eventLogPages } from './event-log/event-log-pages.js';
import type { ImportPage } from './import-page.js';
import type { ReadFileOptions } from './import-progress.js';
import { type MappedRecord, mappedRecords } from './mapped-records.js';
import { bindMapping } from './mapping/bind-mapping.js';
import type { ImportMapping } from './mapping/import-mapping.js';
import { createPageCollector, type PageCollector } from './page-collector.js';
import { draftTicket } from './snapshot/draft-ticket.js';
import { isRejection } from './snapshot/ticket-snapshot.js';
import { readRecords } from './source/read-records.js';

/** What reading a file of tickets takes. */
export interface ReadTicketsOptions extends ReadFileOptions {
  mapping: ImportMapping;
  /** Collects an event log's rows by ticket; not used in mode `tickets`. @default in memory, about 1 kB a row */
  groupRows?: GroupRows | undefined;
}

async function* ticketPages(
  batches: AsyncIterable<readonly MappedRecord[]>,
  { mapping, collector }: { mapping: ImportMapping; collector: PageCollector },
): AsyncGenerator<ImportPage> {
  for await (const batch of batches) {
    for (const mapped of batch) {
      const ticket = isRejection(mapped) ? mapped : draftTicket(mapped.snapshot, { mapping, warn: collector.warn });
      if (!isRejection(ticket)) collector.addTicket(ticket);
      else collector.skip({ line: mapped.line, record: mapped.record, ...ticket });
      if (collector.isFull()) yield collector.take();
    }
  }
}

/**
 * Reads tickets from an export: CSV, NDJSON or JSON, plain or gzip, in bounded memory.
 *
 * A record that cannot be read is in `skipped` with its line, field and reason, and the rest goes on.
 *
 * @param source the bytes of the file; cancelled when the iteration ends early
 * @returns pages of about 500 records, in the order of the file (of an event log: of its tickets)
 * @throws {UnreadableFileError} when the file is not what it says, or broken
 * @throws {InvalidInputError} when the mapping names a column that the file does not have
 * @example
 * const mapping = parseImportMapping(JSON.parse(await file('mapping.json').text()));
 * for await (const { tickets, skipped } of readTickets(file('export.csv.gz').stream(), { mapping })) {
 *   console.log(tickets.length, skipped.length);
 * }
 */
export async function* readTickets(
  source: ReadableStream<Uint8Array>,
  { mapping, groupRows = groupRowsInMemory, signal, onProgress }: ReadTicketsOptions,
): AsyncGenerator<ImportPage, void, undefined> {
  const file = await readRecords(source, mapping, { signal, onProgress });
  try {
    const bound = bindMapping(mapping, file);
    const collector = createPageCollector(mapping, file.describe);
    const batches = mappedRecords(file, bound, collector.warn);
    yield* mapping.mode === 'event_log'
      ? eventLogPages(batches, { mapping, groupRows, collector })
      : ticketPages(batches, { mapping, collector });
    yield collector.take();
  } finally {
    await file.close();
  }
}
