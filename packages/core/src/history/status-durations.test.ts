import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { reopenCount, type StatusHistory, timeInStatuses } from './status-durations.js';

const HOUR = 3_600_000;

const history: StatusHistory = [
  ['2026-11-02T09:00:00Z', 'new'],
  ['2026-11-02T10:00:00Z', 'open'],
  ['2026-11-02T12:00:00Z', 'pending'],
  ['2026-11-03T12:00:00Z', 'open'],
  ['2026-11-03T13:00:00Z', 'solved'],
];

const hoursIn = (...statuses: string[]) => timeInStatuses(history, { statuses, until: '2026-11-04T00:00:00Z' }) / HOUR;

describe('timeInStatuses', () => {
  it('adds up the stays in each of the statuses', () => {
    expect(hoursIn('open')).toBe(3);
    expect(hoursIn('new', 'open')).toBe(4);
    expect(hoursIn('pending')).toBe(24);
  });

  it('counts the last status up to the end', () => {
    expect(hoursIn('solved')).toBe(11);
  });

  it('counts nothing after the end', () => {
    expect(timeInStatuses(history, { statuses: ['pending'], until: '2026-11-02T13:00:00Z' }) / HOUR).toBe(1);
    expect(timeInStatuses(history, { statuses: ['open', 'pending'], until: '2026-11-01T00:00:00Z' })).toBe(0);
  });

  it('takes the history in any order', () => {
    const options = { statuses: ['open'], until: '2026-11-04T00:00:00Z' };
    expect(timeInStatuses(history.toReversed(), options)).toBe(timeInStatuses(history, options));
  });

  it('refuses no statuses and instants that are none', () => {
    expect(() => timeInStatuses(history, { statuses: [], until: '2026-11-04T00:00:00Z' })).toThrow(InvalidInputError);
    expect(() => timeInStatuses(history, { statuses: ['open'], until: 'tomorrow' })).toThrow(InvalidInputError);
    expect(() =>
      timeInStatuses([['yesterday', 'open']], { statuses: ['open'], until: '2026-11-04T00:00:00Z' }),
    ).toThrow(InvalidInputError);
  });
});

describe('reopenCount', () => {
  it('counts returns from resolved or closed, also of a ticket that is still open', () => {
    const reopened = [
      ['2026-11-02T09:00:00Z', 'open'],
      ['2026-11-03T09:00:00Z', 'resolved'],
      ['2026-11-04T09:00:00Z', 'pending'],
      ['2026-11-05T09:00:00Z', 'open'],
      ['2026-11-06T09:00:00Z', 'resolved'],
      ['2026-11-07T09:00:00Z', 'closed'],
      ['2026-11-08T09:00:00Z', 'open'],
    ] as const;
    expect(reopenCount(reopened)).toBe(2);
    expect(reopenCount(reopened.toReversed())).toBe(2);
  });

  it('counts no first status', () => {
    expect(reopenCount([['2026-11-02T09:00:00Z', 'open']])).toBe(0);
    expect(reopenCount([])).toBe(0);
  });
});
