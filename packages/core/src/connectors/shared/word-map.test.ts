import { expect, test, vi } from 'vitest';
import type { Warn } from './page.js';
import { createWordMap } from './word-map.js';

const words = { new: 'open', Solved: 'resolved' } as const;

test('upper and lower case and spaces around are the same', () => {
  const warn = vi.fn<Warn>();
  const status = createWordMap<string>({ field: 'status', words, fallback: 'open' });
  expect([status('NEW', warn), status(' solved ', warn)]).toEqual(['open', 'resolved']);
  expect(warn).not.toHaveBeenCalled();
});

test("an administrator's word wins, whatever its case", () => {
  const status = createWordMap<string>({
    field: 'status',
    words,
    overrides: { SOLVED: 'closed', QA: 'pending' },
    fallback: 'open',
  });
  expect([status('solved', vi.fn<Warn>()), status('qa', vi.fn<Warn>())]).toEqual(['closed', 'pending']);
});

test('any other word is the fallback, visibly', () => {
  const warn = vi.fn<Warn>();
  const status = createWordMap<string>({ field: 'status', words, fallback: 'open' });
  expect([status('Parked', warn), status('constructor', warn), status('', warn), status(null, warn)]).toEqual(
    Array(4).fill('open'),
  );
  expect(warn.mock.calls).toEqual([
    ['unknown_status', 'status', 'Parked'],
    ['unknown_status', 'status', 'constructor'],
    ['unknown_status', 'status', ''],
    ['unknown_status', 'status', null],
  ]);
});

test('no word at all may have a meaning of its own, without a warning', () => {
  const warn = vi.fn<Warn>();
  const priority = createWordMap<string>({ field: 'priority', words: {}, fallback: 'low', absent: 'medium' });
  expect([priority(null, warn), priority(undefined, warn), priority('', warn)]).toEqual(Array(3).fill('medium'));
  expect(warn).not.toHaveBeenCalled();
  expect(priority('P9', warn)).toBe('low');
});
