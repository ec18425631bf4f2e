import { describe, expect, test } from 'vitest';
import { createFormat } from './create-format.js';

const english = createFormat('en', 'UTC');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('numbers', () => {
  test('a change has its sign, with a minus as wide as the plus, and zero has none', () => {
    expect([12, -3, 0].map((value) => english.change(value))).toEqual(['+12', '−3', '0']);
    expect([0.3, -0.3].map((value) => english.change(value, 1))).toEqual(['+0.3', '−0.3']);
  });

  test('a percentage is not rounded up to a target that it misses', () => {
    expect([94, 89.6, 100, 0].map((pct) => english.percent(pct))).toEqual(['94%', '89.6%', '100%', '0%']);
  });

  test('a score has one decimal', () => {
    expect([3.9, 4, 3.125].map((score) => english.score(score))).toEqual(['3.9', '4.0', '3.1']);
  });

  test('large counts are grouped as the locale has it', () => {
    expect(english.count(12_345)).toBe('12,345');
    expect(createFormat('de', 'UTC').count(12_345)).toBe('12.345');
  });
});

describe('durations', () => {
  test.each([
    [0.5, { value: '30', unit: 'minutes' }],
    [0, { value: '0', unit: 'minutes' }],
    [1, { value: '1', unit: 'hour' }],
    [1.44, { value: '1.4', unit: 'hours' }],
    [18.2, { value: '18', unit: 'hours' }],
    [71.9, { value: '72', unit: 'hours' }],
    [84, { value: '3.5', unit: 'days' }],
  ])('%d hours read as a person would say them', (hours, parts) => {
    expect(english.hours(hours)).toEqual(parts);
  });

  test('an age is in whole days, hours or minutes, and never nothing', () => {
    expect([50 * HOUR, 23.9 * HOUR, 45 * MINUTE, 10].map((age) => english.age(age))).toEqual([
      '2d',
      '23h',
      '45m',
      '1m',
    ]);
    expect(english.ageInWords(3 * DAY)).toBe('3 days');
  });

  test('an age has the space and the unit that people of the language expect', () => {
    const ages = ['fr', 'de', 'es', 'ja'].map((locale) => createFormat(locale, 'UTC').age(3 * DAY));
    expect(ages.map((age) => age.replace(/\s/, ' '))).toEqual(['3 j', '3 Tg.', '3 d', '3 日']);
  });

  test('what is due is an age away, and in its last hour minutes and seconds, in the units and digits of the locale', () => {
    const left = [50 * HOUR, HOUR, HOUR - 1, 35 * MINUTE + 9_900, 9_000];
    expect(left.map((each) => english.countdown(each))).toEqual(['2d', '1h', '59m 59s', '35m 09s', '0m 09s']);
    const due = ['fr', 'de', 'ja', 'ar-EG'].map((locale) => createFormat(locale, 'UTC').countdown(left[3] ?? 0));
    expect(due.map((each) => each.replaceAll(/\s/g, ' '))).toEqual([
      '35 min 09 s',
      '35 Min. 09 Sek.',
      '35 分 09 秒',
      '٣٥ د ٠٩ ث',
    ]);
  });

  test('what stands by itself begins with a capital, as the language has it', () => {
    const ago = (locale: string): string => createFormat(locale, 'UTC').agoAlone(0, 30 * HOUR);
    expect(['en', 'fr', 'de', 'ja'].map(ago)).toEqual(['Yesterday', 'Hier', 'Gestern', '昨日']);
    expect(english.agoAlone(0, 3 * HOUR)).toBe('3h ago');
  });

  test('what is just happening, or by the clock of another machine about to, is now', () => {
    expect([english.ago(0, 30_000), english.ago(30_000, 0), english.ago(0, 3 * HOUR)]).toEqual([
      'now',
      'now',
      '3h ago',
    ]);
  });
});

describe('dates', () => {
  test('the end of a range is exclusive', () => {
    expect(english.dateRange('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z')).toBe('Nov 1 – 30, 2026');
  });

  test('days are those of the zone', () => {
    const late = '2026-11-15T23:30:00Z';
    expect(english.day(late)).toBe('Nov 15');
    expect(createFormat('en', 'Europe/Berlin').day(late)).toBe('Nov 16');
    expect(createFormat('en', 'Europe/Berlin').localDay(Date.parse(late))).toBe('2026-11-16');
  });
});

test('a weekday that may be taken for another one has its date', () => {
  const monday = Date.parse('2026-11-23T09:30:00Z');
  const after = (time: number): string => english.weekdayTime(monday + time, monday);
  expect([HOUR, 6 * DAY - 1, 7 * DAY - 30 * MINUTE, -7 * DAY].map(after)).toEqual([
    'Mon 10:30 AM',
    'Sun 9:29 AM',
    'Mon, Nov 30, 9:00 AM',
    'Mon, Nov 16, 9:30 AM',
  ]);
});

test('a locale and zone are made once', () => {
  expect(createFormat('fr', 'Asia/Tokyo')).toBe(createFormat('fr', 'Asia/Tokyo'));
});
