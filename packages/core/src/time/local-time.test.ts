import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOfLocal, localDayAt, mondayOf, weekDayOf } from './local-time.js';

const ZONES = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
];

const localTimes = fc.record({
  year: fc.integer({ min: 1990, max: 2037 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  second: fc.integer({ min: 0, max: 59 }),
});

describe('instantOfLocal', () => {
  it.each(ZONES)('agrees with Temporal at random moments in %s', (timezone) => {
    fc.assert(
      fc.property(localTimes, (local) => {
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(timezone);
        expect(instantOfLocal(local, timezone)).toBe(expected.epochMilliseconds);
      }),
      { numRuns: 300 },
    );
  });
});

describe('local days', () => {
  it('follow the calendars of the zone, not UTC', () => {
    const moment = Date.parse('2026-11-22T23:30:00Z');
    expect(localDayAt(moment, 'Europe/Berlin') - localDayAt(moment, 'UTC')).toBe(1);
  });

  it('know that 1 January 1970 was a Thursday and 23 November 2026 a Monday', () => {
    expect(weekDayOf(0)).toBe(3);
    const monday = localDayAt(Date.parse('2026-11-23T12:00:00Z'), 'UTC');
    expect(weekDayOf(monday)).toBe(0);
    expect(mondayOf(monday + 6)).toBe(monday);
  });
});
