import { describe, expect, it } from 'vitest';
import { calendarOf, vectorsOf } from '../testing/__fixtures__/metric-vectors.js';
import { dueAt, elapsedBusinessTime } from './business-time.js';
import { epochOf, instantOf } from './instant.js';

const ranges = (pauses: unknown) =>
  (pauses as [string, string][]).map(([from, to]) => ({ from: epochOf(from), to: epochOf(to) }));

describe('elapsedBusinessTime', () => {
  it.each(vectorsOf('elapsed'))('agrees with $id', (vector) => {
    const clock = { calendar: calendarOf(vector), pauses: ranges(vector['pauses']) };
    const range = { from: epochOf(vector['start'] as string), to: epochOf(vector['end'] as string) };
    expect(elapsedBusinessTime(clock, range) / 1000).toBe(vector['expected_seconds']);
  });
});

describe('dueAt', () => {
  it.each(vectorsOf('due_at'))('agrees with $id', (vector) => {
    const clock = { calendar: calendarOf(vector), pauses: ranges(vector['pauses']) };
    const target = (vector['add_minutes'] as number) * 60_000;
    const due = dueAt(clock, epochOf(vector['start'] as string), target);
    expect(instantOf(due)).toBe(vector['expected_due_at']);
  });

  it('refuses a target that the calendar cannot hold within 10 years', () => {
    const calendar = {
      timezone: 'UTC',
      weekly: { mon: [['09:00', '09:01']] as [string, string][] },
      holidays: [],
    };
    expect(() => dueAt({ calendar }, 0, 1e9)).toThrow(/calendar: expected enough open hours/);
  });
});
