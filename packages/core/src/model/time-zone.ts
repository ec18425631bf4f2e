import * as z from 'zod';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/**
 * An IANA time zone name, such as `Europe/Berlin`. Offsets such as `+01:00` are refused: they know
 * no daylight saving.
 */
export const timeZoneSchema = z
  .string()
  .refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), {
    error: 'expected an IANA time zone, such as Europe/Berlin',
  })
  .meta({ description: 'IANA time zone' });
