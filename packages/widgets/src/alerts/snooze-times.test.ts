import { expect, test } from 'vitest';
import { createFormat } from '../format/create-format.js';
import { snoozeTimes } from './snooze-times.js';

const times = (now: string, zone: string, locale: string): string[] =>
  Object.values(snoozeTimes(Date.parse(now), createFormat(locale, zone), locale)).map((time: number) =>
    new Date(time).toISOString(),
  );

test('on a Monday: in an hour, on Tuesday morning, on the next Monday morning', () => {
  expect(times('2026-11-23T09:30:00Z', 'UTC', 'en')).toEqual([
    '2026-11-23T10:30:00.000Z',
    '2026-11-24T09:00:00.000Z',
    '2026-11-30T09:00:00.000Z',
  ]);
});

test('tomorrow is the day after the one that the reader has, at nine by the clock on the wall', () => {
  expect(times('2026-11-24T02:00:00Z', 'America/Los_Angeles', 'en')[1]).toBe('2026-11-24T17:00:00.000Z');
});

test('the week begins when people go back to work, which is not Monday everywhere', () => {
  expect(times('2026-11-26T09:00:00Z', 'UTC', 'fr')[2]).toBe('2026-11-30T09:00:00.000Z');
  expect(times('2026-11-26T09:00:00Z', 'UTC', 'ar-EG')[2]).toBe('2026-11-29T09:00:00.000Z');
  expect(times('2026-11-29T09:00:00Z', 'UTC', 'he-IL')[2]).toBe('2026-12-06T09:00:00.000Z');
});
