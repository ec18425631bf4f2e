import type { SimulatedTicket } from '../shared/simulated-ticket.js';
import { numberOf } from './intercom-ids.js';

interface Filter {
  field: string;
  operator: string;
  value: unknown;
}

/** A search as it was asked for. */
export interface IntercomQuery {
  query: { operator: 'AND'; value: readonly Filter[] };
  pagination?: { per_page?: number; starting_after?: string };
  sort?: { field: string; order: 'ascending' | 'descending' } | undefined;
}

/** A page of tickets, and the cursor of the next. */
export interface FoundPage {
  found: SimulatedTicket[];
  next: string | null;
  total_count: number;
  page: number;
}

/** Categories have other names in a search than in an answer. */
const CATEGORY_TERMS: Readonly<Record<string, string>> = { Customer: 'request', 'Back-office': 'task' };

type Test = (ticket: SimulatedTicket) => boolean;

const secondOf = ({ updated_at }: SimulatedTicket): number => Math.floor(updated_at / 1000);

const texts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A filter as a test; null: this search does not know it. */
const testOf = ({ field, operator, value }: Filter, categoryOf: (ticket: SimulatedTicket) => string): Test | null => {
  if (field === 'updated_at' && typeof value === 'number') {
    if (operator === '>') return (ticket) => secondOf(ticket) > value;
    if (operator === '<') return (ticket) => secondOf(ticket) < value;
  }
  if (operator !== 'IN' && operator !== '=') return null;
  if (field === 'category') return (ticket) => texts(value).includes(CATEGORY_TERMS[categoryOf(ticket)]);
  if (field !== 'id') return null;
  const numbers = new Set(texts(value).map((id) => numberOf(String(id))));
  return ({ number }) => numbers.has(number);
};

/** The first place in an ordered list from which on a test holds. */
const firstWhere = (list: readonly SimulatedTicket[], holds: Test): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const ticket = list[middle];
    if (ticket && holds(ticket)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const cursorOf = ({ updated_at, number }: SimulatedTicket, page: number): string =>
  btoa(JSON.stringify([updated_at, number, page]));

const readCursor = (cursor: string): [updated_at: number, number: number, page: number] =>
  JSON.parse(atob(cursor)) as [number, number, number];

/** Rows that may hold what is asked for: those of the ids, else those from the lower bound on. */
const candidates = (
  ordered: readonly SimulatedTicket[],
  filters: readonly Filter[],
  find: (number: number) => SimulatedTicket | undefined,
): readonly SimulatedTicket[] => {
  const ids = filters.find(({ field }) => field === 'id');
  if (ids) {
    const named = texts(ids.value).flatMap((id) => find(numberOf(String(id))) ?? []);
    return named.sort((a, b) => a.updated_at - b.updated_at || a.number - b.number);
  }
  const after = filters.find(({ field, operator }) => field === 'updated_at' && operator === '>')?.value;
  if (typeof after !== 'number') return ordered;
  return ordered.slice(firstWhere(ordered, (ticket) => secondOf(ticket) > after));
};

/**
 * Answers a search over tickets that are ordered by their last change: newest first unless asked otherwise, with a cursor
 * made of the last row's time and id.
 *
 * @returns null for a filter that Intercom would refuse
 */
export const searchTickets = (
  { query, pagination = {}, sort }: IntercomQuery,
  ordered: readonly SimulatedTicket[],
  {
    isVisible,
    categoryOf,
    find,
  }: {
    isVisible: Test;
    categoryOf: (ticket: SimulatedTicket) => string;
    find: (number: number) => SimulatedTicket | undefined;
  },
): FoundPage | null => {
  const tests = query.value.map((filter) => testOf(filter, categoryOf));
  const { per_page = 20, starting_after } = pagination;
  if (tests.some((test) => test === null) || per_page < 1 || per_page > 150) return null;
  const isMatch = (ticket: SimulatedTicket): boolean => isVisible(ticket) && tests.every((test) => test?.(ticket));
  const isAscending = sort?.order === 'ascending';
  const rows = candidates(ordered, query.value, find);
  const inOrder = isAscending ? rows : rows.toReversed();
  const [at, number, page] = starting_after === undefined ? [0, 0, 0] : readCursor(starting_after);
  const isAfter: Test = (ticket) => {
    const order = ticket.updated_at - at || ticket.number - number;
    return isAscending ? order > 0 : order < 0;
  };
  const found: SimulatedTicket[] = [];
  let next: string | null = null;
  for (
    let index = starting_after === undefined ? 0 : firstWhere(inOrder, isAfter);
    index < inOrder.length;
    index += 1
  ) {
    const ticket = inOrder[index];
    if (!ticket || !isMatch(ticket)) continue;
    const last = found.at(-1);
    if (found.length === per_page && last) {
      next = cursorOf(last, page + 2);
      break;
    }
    found.push(ticket);
  }
  return { found, next, total_count: rows.length, page: page || 1 };
};
