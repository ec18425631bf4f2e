import type { SimulatedAccount } from '../shared/simulated-account.js';
import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import type { SoqlCondition, SoqlLiteral, SoqlQuery } from './parse-soql.js';
import { recordNumber } from './salesforce-record-ids.js';
import type { SimulatedRow } from './salesforce-rows.js';
import type { SimulatedTable } from './salesforce-tables.js';

/** The organization's records, and what a test made of some. */
export interface SimulatedData {
  account: SimulatedAccount;
  /** Fields of single records that are not as the account has them, by id. */
  changed: ReadonlyMap<string, { number: number; fields: SimulatedRow }>;
}

/** A value by its path, such as `Account.Name`. */
export const valueAt = (row: SimulatedRow, path: string): unknown => {
  const dot = path.indexOf('.');
  if (dot === -1) return row[path];
  const parent = row[path.slice(0, dot)];
  return typeof parent === 'object' && parent !== null ? Reflect.get(parent, path.slice(dot + 1)) : null;
};

const plain = (value: SoqlLiteral): string | number | boolean | null =>
  typeof value === 'object' && value !== null ? value.moment : value;

type Sortable = string | number | boolean;

const COMPARISONS: Readonly<Record<string, (a: Sortable, b: Sortable) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

type Test = (row: SimulatedRow) => boolean;

/** The test of a condition. */
const compile = (condition: SoqlCondition): Test => {
  if ('parts' in condition) {
    const tests = condition.parts.map(compile);
    return condition.kind === 'and'
      ? (row) => tests.every((fits) => fits(row))
      : (row) => tests.some((fits) => fits(row));
  }
  const { field } = condition;
  if (condition.kind === 'in') {
    const values = new Set<unknown>(condition.values.map(plain));
    return (row) => values.has(valueAt(row, field));
  }
  const value = plain(condition.value);
  const { operator } = condition;
  if (operator === '=') return (row) => (valueAt(row, field) ?? null) === value;
  if (operator === '!=') return (row) => (valueAt(row, field) ?? null) !== value;
  const compare = COMPARISONS[operator];
  return (row) => {
    const actual = valueAt(row, field) ?? null;
    return actual !== null && value !== null && compare !== undefined && compare(actual as Sortable, value);
  };
};

/** From which moment on rows may fulfil a condition, by their stamp. */
const earliestStamp = (condition: SoqlCondition | null): number => {
  if (condition?.kind === 'and') return Math.max(...condition.parts.map(earliestStamp));
  if (condition?.kind === 'or') return Math.min(...condition.parts.map(earliestStamp));
  if (condition?.kind !== 'compare' || condition.field !== 'SystemModstamp') return -Infinity;
  const value = plain(condition.value);
  return typeof value === 'number' && ['=', '>', '>='].includes(condition.operator) ? value : -Infinity;
};

/** The ids that a condition allows for a field; null: it does not say. */
const idsIn = (condition: SoqlCondition | null, field: string): string[] | null => {
  if (condition?.kind === 'in' && condition.field === field) return condition.values.map(String);
  if (condition?.kind !== 'and') return null;
  return condition.parts.map((part) => idsIn(part, field)).find((ids) => ids !== null) ?? null;
};

/** Tickets from a moment on: the list is in the order of changes. */
const changedSince = (tickets: readonly SimulatedTicket[], moment: number): readonly SimulatedTicket[] => {
  let low = 0;
  let high = tickets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tickets[middle]?.updated_at ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return tickets.slice(low);
};

/** The tickets among whose records a query can find something. */
const candidates = (
  { where }: SoqlQuery,
  key: string,
  { account, changed }: SimulatedData,
): Iterable<SimulatedTicket> => {
  const ids = idsIn(where, key);
  if (ids) return ids.flatMap((id) => account.find(recordNumber(id)) ?? []);
  const odd = [...changed.values()].flatMap(({ number }) => account.find(number) ?? []);
  return new Set([...changedSince(account.byChange(), earliestStamp(where)), ...odd]);
};

/** A row that was found, rendered anew when it is wanted: twenty thousand of them, ten cursors, would fill the memory. */
interface Found {
  ticket: SimulatedTicket | null;
  index: number;
  keys: readonly Sortable[];
}

const compareKeys =
  (order: SoqlQuery['order']) =>
  ({ keys: a }: Found, { keys: b }: Found): number => {
    for (const [index, { isDescending }] of order.entries()) {
      const [x = 0, y = 0] = [a[index], b[index]];
      if (x !== y) return x < y !== isDescending ? -1 : 1;
    }
    return 0;
  };

/** What a query found, in its order. */
export interface FoundRows {
  length: number;
  slice(from: number, to: number): SimulatedRow[];
}

/**
 * Runs a query.
 *
 * @param seesDeleted - as `queryAll` does
 */
export const runSoql = (
  query: SoqlQuery,
  table: SimulatedTable,
  data: SimulatedData,
  seesDeleted: boolean,
): FoundRows => {
  const { perTicket, rows = [] } = table;
  const { where, order, limit } = query;
  const now = data.account.now();
  const found: Found[] = [];
  const fits: Test = where === null ? () => true : compile(where);
  const altered = (row: SimulatedRow): SimulatedRow => {
    const odd = data.changed.get(String(row['Id']));
    return odd ? { ...row, ...odd.fields } : row;
  };
  const consider = (ticket: SimulatedTicket | null, given: readonly SimulatedRow[]): void => {
    for (const [index, one] of given.entries()) {
      const row = altered(one);
      if (fits(row)) found.push({ ticket, index, keys: order.map(({ field }) => valueAt(row, field) as Sortable) });
    }
  };
  consider(null, rows);
  if (perTicket) {
    for (const ticket of candidates(query, perTicket.key, data)) {
      if (ticket.removed === null || seesDeleted) consider(ticket, perTicket.rows(ticket, now));
    }
  }
  if (order.length > 0) found.sort(compareKeys(order));
  const kept = limit === null ? found : found.slice(0, limit);
  return {
    length: kept.length,
    slice: (from, to) =>
      kept.slice(from, to).flatMap(({ ticket, index }) => {
        const row = (ticket && perTicket ? perTicket.rows(ticket, now) : rows)[index];
        return row ? [altered(row)] : [];
      }),
  };
};
