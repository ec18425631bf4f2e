import { expect, test } from 'vitest';
import { createFormat } from './create-format.js';
import { daysLater, weekdayOf, zonedTime } from './zoned-time.js';

const at = (wall: string, zone: string): string => new Date(zonedTime(wall, createFormat('en', zone))).toISOString();

test('nine in the morning is another instant in each zone, and in summer', () => {
  expect(at('2026-11-24T09:00', 'UTC')).toBe('2026-11-24T09:00:00.000Z');
  expect(at('2026-11-24T09:00', 'Europe/Berlin')).toBe('2026-11-24T08:00:00.000Z');
  expect(at('2026-07-24T09:00', 'Europe/Berlin')).toBe('2026-07-24T07:00:00.000Z');
  expect(at('2026-11-24T09:00', 'America/Los_Angeles')).toBe('2026-11-24T17:00:00.000Z');
  expect(at('2026-11-24T09:00', 'Asia/Kathmandu')).toBe('2026-11-24T03:15:00.000Z');
});

test('a wall clock and its instant lead to one another, also on the day when clocks change', () => {
  const berlin = createFormat('en', 'Europe/Berlin');
  for (const wall of ['2026-03-29T00:30', '2026-03-29T09:00', '2026-10-25T09:00', '2026-10-25T23:30']) {
    expect(berlin.wallTime(zonedTime(wall, berlin))).toBe(wall);
  }
});

test('days later is the same time of day', () => {
  expect(daysLater('2026-12-30T09:00', 3)).toBe('2027-01-02T09:00');
  expect(weekdayOf('2026-11-23T09:00')).toBe(1);
  expect(weekdayOf('2026-11-22T09:00')).toBe(7);
});
