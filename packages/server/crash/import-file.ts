import { parseImportMapping } from '@cscx/support-core/connectors/import';

const COLUMNS = ['external_id', 'subject', 'status', 'created_at', 'resolved_at', 'source_updated_at'];

/** How the file is read. */
export const mapping = parseImportMapping({
  version: 1,
  mode: 'tickets',
  instance: 'desk',
  format: 'ndjson',
  columns: Object.fromEntries(COLUMNS.map((column) => [column, column])),
  customer: { column: 'customer_id', derive: true },
});

const FIRST = Date.parse('2026-10-01T00:00:00Z');
const MINUTE_MS = 60_000;

const at = (minutes: number): string => new Date(FIRST + minutes * MINUTE_MS).toISOString();

/** An export: the same tickets in each version, every one of them changed. */
export const exportLines = (version: number, tickets: number): string[] =>
  Array.from({ length: tickets }, (_, index) => {
    const isResolved = (index + version) % 3 === 0;
    return JSON.stringify({
      external_id: String(index).padStart(6, '0'),
      subject: `version ${version}`,
      status: isResolved ? 'resolved' : 'open',
      created_at: at(index),
      resolved_at: isResolved ? at(index + 30) : null,
      source_updated_at: at(index + 60 + version),
      customer_id: `customer-${index % 17}`,
    });
  });
