import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { epochOf, instantOf } from './instant.js';

describe('epochOf', () => {
  it('reads whole seconds as Date.parse does, for any of 6,000 years', () => {
    const seconds = fc.integer({ min: Date.UTC(1000, 0, 1) / 1000, max: Date.UTC(7000, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = instantOf(second * 1000);
        expect(instant).toHaveLength(20);
        expect(epochOf(instant)).toBe(second * 1000);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2026-11-23T09:30:00.123Z', Date.UTC(2026, 10, 23, 9, 30, 0, 123)],
    ['2026-11-23T10:30:00+01:00', Date.UTC(2026, 10, 23, 9, 30)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('reads %s', (instant, epochMs) => {
    expect(epochOf(instant)).toBe(epochMs);
  });

  it.each([
    '',
    'yesterday',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-11-00T00:00:00Z',
    '2026-11-32T00:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T09:60:00Z',
    '2026-11-23T09:30:60Z',
    '2026/11/23T09:30:00Z',
    '2026-11-23T09.30.00Z',
    'x026-11-23T09:30:00Z',
  ])('refuses %j', (text) => {
    expect(() => epochOf(text)).toThrow(InvalidInputError);
  });

  it.each(['2026-11-23T09:30:00Z', '2026-11-23T09:30:00.123Z'])(
    'refuses another character anywhere in %s',
    (instant) => {
      for (const at of Array.from(instant).keys()) {
        for (const other of ['x', ' ', '/', ':', '-'].filter((text) => text !== instant[at])) {
          const text = `${instant.slice(0, at)}${other}${instant.slice(at + 1)}`;
          expect(() => epochOf(text)).toThrow(InvalidInputError);
        }
      }
    },
  );
});

describe('instantOf', () => {
  it('writes what JavaScript writes, in whatever order moments come', () => {
    const moments = fc.array(
      fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }).map((ms) => Math.round(ms / 250) * 250),
    );
    fc.assert(
      fc.property(moments, (list) => {
        for (const ms of list) {
          expect(instantOf(ms)).toBe(new Date(ms).toISOString().replace('.000Z', 'Z'));
          expect(instantOf(ms + 0.5)).toBe(new Date(ms + 0.5).toISOString().replace('.000Z', 'Z'));
        }
      }),
    );
  });

  it('shows a fraction of a second only where there is one', () => {
    expect(instantOf(0)).toBe('1970-01-01T00:00:00Z');
    expect(instantOf(1)).toBe('1970-01-01T00:00:00.001Z');
  });
});
