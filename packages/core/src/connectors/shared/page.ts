import type { z } from 'zod';
import type { ConnectorPage, MappingWarning, SkippedRecord } from '../connector.js';

export const emptyPage = (): ConnectorPage => ({ tickets: [], events: [], removed: [], skipped: [], warnings: [] });

/** Counts what was read in a stated way although it was unforeseen. */
export type Warn = (code: string, field: string, value?: string | null) => void;

/** What a map function makes of one record; the page collects it. */
export type MappedRecord = Partial<Pick<ConnectorPage, 'tickets' | 'events' | 'removed'>>;

/** How the records of one list are read. */
export interface RecordReading<Payload> {
  /** Lenient: only the fields that are used. */
  schema: z.ZodType<Payload>;
  /** Pure: the vendor's words into ours; null: nothing of it concerns us. May throw {@link UnreadableRecord}. */
  map: (payload: Payload, warn: Warn) => MappedRecord | null;
  /** The vendor's id of a record, for `skipped`; its place in the list where it has none. */
  idField?: string;
}

/** Thrown by a map function for a record that cannot be a ticket. */
export class UnreadableRecord {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {}
}

const positionOf = (record: unknown, idField: string, index: number): string => {
  const id: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, idField) : undefined;
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : `#${index + 1}`;
};

/** A record that breaks a map function is kept aside, like one that its schema refuses: one bad record stops nothing. */
const readRecord = <Payload>(
  record: unknown,
  { schema, map }: RecordReading<Payload>,
  warn: Warn,
): MappedRecord | null | Pick<SkippedRecord, 'field' | 'reason'> => {
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { field: issue?.path.map(String).join('.') ?? '', reason: issue?.message ?? 'expected another form' };
  }
  try {
    return map(parsed.data, warn);
  } catch (error) {
    if (error instanceof UnreadableRecord) return { field: error.field, reason: error.reason };
    // Only the kind of the error: its message may quote the record.
    return { field: '', reason: `could not be translated (${error instanceof Error ? error.name : 'error'})` };
  }
};

/** Counts warnings by what they say. */
export const createWarnings = (): { warn: Warn; all: () => MappingWarning[] } => {
  const counts = new Map<string, MappingWarning>();
  return {
    warn(code, field, value = null) {
      const key = `${code}\n${field}\n${value}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { code, field, value, count: 1 });
    },
    all: () => [...counts.values()],
  };
};

/**
 * Reads the records of one list into a page. A record that cannot be read is in `skipped` with its path and reason.
 *
 * @param records - as the vendor sent them; anything but a list is one unreadable record
 */
export const readRecords = <Payload>(records: unknown, reading: RecordReading<Payload>): ConnectorPage => {
  const page = emptyPage();
  const { warn, all } = createWarnings();
  const list: unknown[] = Array.isArray(records) ? records : [];
  if (!Array.isArray(records)) page.skipped.push({ position: '', field: '', reason: 'expected a list of records' });
  for (const [index, record] of list.entries()) {
    const read = readRecord(record, reading, warn);
    if (read === null) continue;
    if ('reason' in read) {
      page.skipped.push({ position: positionOf(record, reading.idField ?? 'id', index), ...read, record });
      continue;
    }
    const { tickets = [], events = [], removed = [] } = read;
    page.tickets.push(...tickets);
    page.events.push(...events);
    page.removed.push(...removed);
  }
  page.warnings = all();
  return page;
};
