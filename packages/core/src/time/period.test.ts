import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { parsePeriod } from './period.js';

/** Monday, 09:30 in Berlin. */
const NOW = '2026-11-23T08:30:00Z';

const rangeOf = (period: string, timezone = 'UTC', now = NOW) => parsePeriod(period, { now, timezone }).range;

const datesOf = (period: string, timezone = 'UTC', now = NOW) => {
  const { start, end, previous_start, previous_end } = rangeOf(period, timezone, now);
  return [start, end, previous_start, previous_end].map((instant) => instant.replace('T00:00:00Z', ''));
};

describe('parsePeriod', () => {
  it.each([
    ['last_week', '2026-11-16', '2026-11-23', '2026-11-09', '2026-11-16'],
    ['last_month', '2026-10-01', '2026-11-01', '2026-09-01', '2026-10-01'],
    ['last_quarter', '2026-07-01', '2026-10-01', '2026-04-01', '2026-07-01'],
    ['2026-10', '2026-10-01', '2026-11-01', '2026-09-01', '2026-10-01'],
    ['2026-01', '2026-01-01', '2026-02-01', '2025-12-01', '2026-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01', '2024-01-01', '2024-02-01'],
    ['2026-Q1', '2026-01-01', '2026-04-01', '2025-10-01', '2026-01-01'],
    ['2025', '2025-01-01', '2026-01-01', '2024-01-01', '2025-01-01'],
    ['2026-W01', '2025-12-29', '2026-01-05', '2025-12-22', '2025-12-29'],
    ['2020-W53', '2020-12-28', '2021-01-04', '2020-12-21', '2020-12-28'],
    ['2024-02-28/2024-03-01', '2024-02-28', '2024-03-01', '2024-02-26', '2024-02-28'],
  ])('reads %s', (period, ...expected) => {
    expect(datesOf(period)).toEqual(expected);
  });

  it.each([
    ['this_week', '2026-11-23', '2026-11-30', '2026-11-16', '2026-11-16T08:30:00Z'],
    ['this_month', '2026-11-01', '2026-12-01', '2026-10-01', '2026-10-23T08:30:00Z'],
    ['this_quarter', '2026-10-01', '2027-01-01', '2026-07-01', '2026-08-23T08:30:00Z'],
    ['this_year', '2026-01-01', '2027-01-01', '2025-01-01', '2025-11-23T08:30:00Z'],
    ['last_7_days', '2026-11-17', '2026-11-24', '2026-11-10', '2026-11-16T08:30:00Z'],
    ['last_12_weeks', '2026-09-07', '2026-11-30', '2026-06-15', '2026-08-31T08:30:00Z'],
  ])('compares the running %s with the same elapsed part', (period, ...expected) => {
    expect(datesOf(period)).toEqual(expected);
  });

  it('ends the previous part with the previous month when that is shorter', () => {
    expect(rangeOf('this_month', 'UTC', '2026-03-31T12:00:00Z').previous_end).toBe('2026-03-01T00:00:00Z');
  });

  it('compares a period that has not begun with nothing', () => {
    const { previous_start, previous_end } = rangeOf('2027-01');
    expect(previous_end).toBe(previous_start);
  });

  it('puts boundaries at local midnight on both sides of a daylight-saving change', () => {
    expect(rangeOf('2026-10', 'Europe/Berlin')).toMatchObject({
      start: '2026-09-30T22:00:00Z',
      end: '2026-10-31T23:00:00Z',
    });
  });

  it('compares by wall clock across a daylight-saving change', () => {
    const { previous_end } = rangeOf('this_week', 'Europe/Berlin', '2026-10-26T09:00:00Z');
    expect(previous_end).toBe('2026-10-19T08:00:00Z');
  });

  it('starts a day that has no midnight at its first moment', () => {
    const { start } = rangeOf('2015-10-18/2015-10-19', 'America/Sao_Paulo');
    expect(start).toBe('2015-10-18T03:00:00Z');
  });

  it('lets the zone decide which month it is', () => {
    const now = '2026-11-30T23:30:00Z';
    expect(rangeOf('this_month', 'Europe/Berlin', now).start).toBe('2026-11-30T23:00:00Z');
    expect(rangeOf('this_month', 'America/New_York', now).start).toBe('2026-11-01T04:00:00Z');
  });

  it.each([
    ['this_week', 'day'],
    ['last_7_days', 'day'],
    ['last_27_days', 'day'],
    ['last_28_days', 'week'],
    ['2026-02', 'week'],
    ['2026-Q1', 'week'],
  ])('draws %s by %s', (period, bucket) => {
    expect(parsePeriod(period, { now: NOW, timezone: 'UTC' }).bucket).toBe(bucket);
  });

  it.each([
    'someday',
    'last_0_days',
    '2026-13',
    '2026-W54',
    '2026-W53-1',
    '2025-W53',
    '2026-Q5',
    '1969',
    '2026-02-30/2026-03-02',
    '2026-11-15/2026-11-01',
    '2026-11-01/2026-11-01',
    'this_month ',
    '',
  ])('refuses %j', (period) => {
    expect(() => rangeOf(period)).toThrow(InvalidInputError);
  });
});
