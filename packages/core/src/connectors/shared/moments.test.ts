import { expect, test } from 'vitest';
import { instantOfSeconds, instantOfText, momentOfSeconds, momentOfText } from './moments.js';

test.each([
  ['2026-05-01T07:25:37Z', '2026-05-01T07:25:37Z'],
  ['2026-05-01T07:25:37.000+0000', '2026-05-01T07:25:37Z'],
  ['2026-05-01T07:25:37.120Z', '2026-05-01T07:25:37.120Z'],
  ['2026-05-01T09:25:37+02:00', '2026-05-01T07:25:37Z'],
  ['2026-05-01T01:55:37-0530', '2026-05-01T07:25:37Z'],
  ['2026-05-01T07:25:37.123456Z', '2026-05-01T07:25:37.123Z'],
  ['2026-05-01T07:25Z', '2026-05-01T07:25:00Z'],
])('%s is %s', (text, instant) => {
  expect(instantOfText(text)).toBe(instant);
});

test.each([
  ['without an offset', '2026-05-01T07:25:37'],
  ['a day alone', '2026-05-01'],
  ['a name of a zone', '2026-05-01T07:25:37 CET'],
  ['another form', 'Fri, 01 May 2026 07:25:37 GMT'],
  ['no such day', '2026-13-01T00:00:00Z'],
  ['a day that its month does not have', '2026-02-30T00:00:00Z'],
  ['no such hour', '2026-05-01T25:00:00Z'],
  ['the beginning of time', '1970-01-01T00:00:00Z'],
  ['before it', '1900-01-01T00:00:00Z'],
  ['five digits of a year', '+020260-01-01T00:00:00Z'],
  ['nothing', ''],
])('%s is unknown', (_, text) => {
  expect([momentOfText(text), instantOfText(text)]).toEqual([null, null]);
});

test('what is absent is unknown', () => {
  expect([momentOfText(null), momentOfText(undefined), momentOfSeconds(null), instantOfSeconds(undefined)]).toEqual(
    Array(4).fill(null),
  );
});

test.each([
  [1_777_620_337, '2026-05-01T07:25:37Z'],
  [1_777_620_337.5, '2026-05-01T07:25:37.500Z'],
  [0, null],
  [-1, null],
  [1_777_620_337_000, null],
  [Number.NaN, null],
  [Infinity, null],
])('%d seconds are %s', (seconds, instant) => {
  expect(instantOfSeconds(seconds)).toBe(instant);
});
