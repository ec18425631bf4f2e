import { expect, test } from 'vitest';
import { instantOf } from '../../time/instant.js';
import { beginWalk, LAST_PAGE, nextStep, type WalkState } from './changed-rows-walk.js';
import { walkChangedRows } from './walk-changed-rows.js';

const at = (second: number): string => instantOf(Date.UTC(2026, 2, 2) + second * 1000);

interface Row {
  id: number;
  updated_at: string;
}

/** A list in the order of the last change, five rows a page. */
const listOf =
  (rows: readonly Row[], requests: WalkState[] = []) =>
  async (state: WalkState) => {
    requests.push(state);
    const listed = rows.filter(({ updated_at }) => updated_at >= state.since);
    return { rows: listed.slice((state.page - 1) * 5, state.page * 5), hasNext: listed.length > state.page * 5 };
  };

const walk = async (rows: readonly Row[], from = beginWalk(null)) => {
  const requests: WalkState[] = [];
  const ids: number[] = [];
  let state = from;
  let skipped = 0;
  for await (const page of walkChangedRows(from, listOf(rows, requests))) {
    ids.push(...page.rows.map((row) => (row as Row).id));
    skipped += page.skipped.length;
    state = page.state;
  }
  return { ids, requests, state, skipped };
};

const rowsAt = (count: number, secondOf: (index: number) => number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1, updated_at: at(secondOf(index)) }));

test('every page is the first one of a list that begins at the last row, that row included and left out once', async () => {
  const { ids, requests } = await walk(rowsAt(12, (index) => index));
  expect(requests.map(({ since, page }) => [since, page])).toEqual([
    ['2000-01-01T00:00:00Z', 1],
    [at(4), 1],
    [at(8), 1],
  ]);
  expect(ids).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test('rows of one second at a page end are not skipped', async () => {
  const { ids } = await walk(rowsAt(12, (index) => (index >= 3 && index <= 6 ? 3 : index)));
  expect(ids).toHaveLength(12);
});

test('a second that fills pages is looked through in doubling steps and read backwards', async () => {
  const { ids, requests } = await walk(rowsAt(24, (index) => (index < 18 ? 0 : index)));
  expect(requests.map(({ page }) => page)).toEqual([1, 1, 2, 4, 3, 2, 1, 1]);
  expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
});

test('the next pull begins ten minutes before the last row, and never before this pull began', async () => {
  const { state } = await walk(rowsAt(3, (index) => 3600 + index));
  expect(state).toEqual({ floor: at(3002), since: at(3002), page: 1, back: null });
  const quiet = await walk([], state);
  expect(quiet.state).toEqual(state);
});

test('300 pages of one second are all that can be read: it is said, and the walk goes on behind them', async () => {
  const { ids, skipped, requests } = await walk(
    rowsAt(LAST_PAGE * 5 + 8, (index) => (index < LAST_PAGE * 5 + 3 ? 0 : 1)),
  );
  expect(skipped).toBe(1);
  expect(Math.max(...requests.map(({ page }) => page))).toBe(LAST_PAGE);
  expect(new Set(ids).size).toBe(LAST_PAGE * 5 + 5);
});

test('a first pull may begin later, and always states a date', () => {
  expect(beginWalk(null).since).toBe('2000-01-01T00:00:00Z');
  expect(beginWalk(Date.UTC(2026, 0, 1)).since).toBe('2026-01-01T00:00:00Z');
});

test('a page without a single readable row does not end the walk', () => {
  const state = beginWalk(null);
  expect(nextStep(state, { last: null, hasNext: true }).state).toMatchObject({ since: state.since, page: 2 });
});
