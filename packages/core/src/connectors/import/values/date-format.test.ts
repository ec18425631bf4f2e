import { describe, expect, test } from 'vitest';
import { dateReader, isDateFormat } from './date-format.js';
import { instantOf } from '../../../time/instant.js';

const read = (format: string, text: string, timezone = 'UTC'): string | null => {
  const moment = dateReader([format], timezone)(text);
  return moment === null ? null : instantOf(moment);
};

describe('dates', () => {
  test.each([
    ['iso', '2026-11-23T09:30:00Z', '2026-11-23T09:30:00Z'],
    ['iso', '2026-11-23T10:30:00.123456+01:00', '2026-11-23T09:30:00.123Z'],
    ['iso', '2026-11-23 04:30:00 -0500', '2026-11-23T09:30:00Z'],
    ['iso', '2026-11-23 09:30', '2026-11-23T09:30:00Z'],
    ['iso', '2026-11-23 09:30:00 UTC', '2026-11-23T09:30:00Z'],
    ['iso', '2026-11-23', '2026-11-23T00:00:00Z'],
    ['epoch_s', '1795426200', '2026-11-23T09:30:00Z'],
    ['epoch_s', '1795426200.25', '2026-11-23T09:30:00.250Z'],
    ['epoch_ms', '1795426200000', '2026-11-23T09:30:00Z'],
    ['DD-MM-YYYY HH:mm', '29-02-2016 01:16', '2016-02-29T01:16:00Z'],
    ['M/D/YYYY h:mm A', '2/9/2016 12:05 am', '2016-02-09T00:05:00Z'],
    ['M/D/YYYY h:mm A', '2/9/2016 12:05 PM', '2016-02-09T12:05:00Z'],
    ['D MMM YYYY, HH:mm:ss', '9 Feb 2016, 23:05:01', '2016-02-09T23:05:01Z'],
    ['MMM D YYYY', 'September 9 2016', '2016-09-09T00:00:00Z'],
    ['YYYYMMDDTHHmmss.SSSZ', '20160209T230501.250+0530', '2016-02-09T17:35:01.250Z'],
    ['YYYY.MM.DD', '2024.02.29', '2024-02-29T00:00:00Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(read(format, text)).toBe(instant);
  });

  test.each([
    ['DD-MM-YYYY', '31-02-2026'],
    ['DD-MM-YYYY', '29-02-2025'],
    ['DD-MM-YYYY', '29-02-1900'],
    ['DD-MM-YYYY', '02-31-2026'],
    ['DD-MM-YYYY', '2026-02-03'],
    ['DD-MM-YYYY', '1-2-2026'],
    ['DD-MM-YYYY', '01-02-26'],
    ['DD-MM-YYYY HH:mm', '01-02-2026 24:00'],
    ['DD-MM-YYYY HH:mm', '01-02-2026 10:60'],
    ['h:mm A D/M/YYYY', '13:05 pm 1/2/2026'],
    ['YYYY.MM.DD', '2024x02x29'],
    ['iso', '23.11.2026'],
    ['iso', '2026-13-01'],
    ['iso', 'yesterday'],
    ['iso', '0001-01-01'],
    ['iso', '9999-12-31'],
    ['epoch_s', '1795426200000'],
    ['epoch_s', '0'],
    ['epoch_ms', '1.795e12'],
  ])('%s does not read %s', (format, text) => {
    expect(read(format, text)).toBeNull();
  });

  test('a time without an offset is local, across daylight saving', () => {
    expect(read('iso', '2026-07-01 12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00Z');
    expect(read('iso', '2026-12-01 12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00Z');
    expect(read('iso', '2026-03-29 02:30', 'Europe/Berlin'), 'skipped').toBe('2026-03-29T01:30:00Z');
    expect(read('iso', '2026-10-25 02:30', 'Europe/Berlin'), 'repeated').toBe('2026-10-25T00:30:00Z');
    expect(read('iso', '2026-07-01 12:00+00:00', 'Europe/Berlin')).toBe('2026-07-01T12:00:00Z');
  });

  test('formats are tried in order', () => {
    const dates = dateReader(['DD/MM/YYYY HH:mm', 'DD/MM/YYYY'], 'UTC');
    expect([dates('01/02/2026 03:04'), dates('01/02/2026'), dates('1.2.2026')]).toEqual([
      Date.UTC(2026, 1, 1, 3, 4),
      Date.UTC(2026, 1, 1),
      null,
    ]);
  });

  test.each(['', 'dd.mm.yyyy', 'DD-MM', 'DD-MM-YY', 'DD-MM-YYYY hh:mm', 'DD-MM-YYYY HH:mm A', 'DD-DD-YYYY', 'isoo'])(
    'no format: %s',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});
