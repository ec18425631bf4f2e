import type { TicketSnapshot } from '../snapshot/ticket-snapshot.js';

/** One row of an event log, ready to be set aside until its ticket is complete: small, and JSON. */
export interface LoggedRow {
  external_id: string;
  /** When the row was written, in milliseconds since the epoch. */
  at: number;
  /** Orders rows written at the same time; null where the log has no such column. */
  sequence: number | null;
  /** Line of the file, the last resort of the order. */
  line: number;
  snapshot: TicketSnapshot;
}

/**
 * Collects the rows of each ticket, which may stand anywhere in the file. Rows and tickets may come
 * in any order. Hand in one that works on disk for logs larger than memory.
 */
export type GroupRows = (rows: AsyncIterable<LoggedRow>) => AsyncIterable<LoggedRow[]>;

/** Collects in memory: about 1 kB a row. */
export async function* groupRowsInMemory(rows: AsyncIterable<LoggedRow>): AsyncGenerator<LoggedRow[]> {
  const tickets = new Map<string, LoggedRow[]>();
  for await (const row of rows) {
    const known = tickets.get(row.external_id);
    if (known === undefined) tickets.set(row.external_id, [row]);
    else known.push(row);
  }
  for (const [externalId, ticketRows] of tickets) {
    tickets.delete(externalId);
    yield ticketRows;
  }
}

/** The order in which rows were written. */
export const byTimeWritten = (a: LoggedRow, b: LoggedRow): number =>
  a.at - b.at || (a.sequence ?? 0) - (b.sequence ?? 0) || a.line - b.line;
