import type { ImportPage } from '../import-page.js';
import { parseImportMapping } from '../mapping/parse-import-mapping.js';
import { readTickets, type ReadTicketsOptions } from '../read-tickets.js';
import { streamOf } from './stream-of.js';

/** A mapping for files with the columns ID, Opened and State, and what a test adds. */
export const mappingOf = (parts: { columns?: object; [key: string]: unknown } = {}) =>
  parseImportMapping({
    version: 1,
    mode: 'tickets',
    instance: 'desk',
    ...parts,
    columns: { external_id: 'ID', created_at: 'Opened', status: 'State', ...parts.columns },
  });

/** Everything that a file holds, as one page. */
export const readAll = async (
  content: string | Uint8Array,
  { mapping = mappingOf(), pieceSize, ...options }: Partial<ReadTicketsOptions> & { pieceSize?: number } = {},
): Promise<ImportPage> => {
  const all: ImportPage = { tickets: [], events: [], customers: [], skipped: [], warnings: [] };
  for await (const page of readTickets(streamOf(content, pieceSize), { mapping, ...options })) {
    all.tickets.push(...page.tickets);
    all.events.push(...page.events);
    all.customers.push(...page.customers);
    all.skipped.push(...page.skipped);
    all.warnings.push(...page.warnings);
  }
  return all;
};
