import * as z from 'zod';
import { timeZoneSchema } from './time-zone.js';

const WALL_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const openWindowSchema = z
  .tuple([
    z.string().regex(WALL_TIME, 'expected a wall time such as 09:00'),
    z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected a wall time up to 24:00'),
  ])
  .refine(([open, close]) => open < close, 'expected the opening before the closing time');

/** Week days as calendars name them, Monday first. */
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Schema of {@link BusinessCalendar}. */
export const businessCalendarSchema = z
  .object({
    timezone: timeZoneSchema,
    weekly: z.partialRecord(z.enum(WEEK_DAYS), z.array(openWindowSchema)),
    holidays: z.array(z.iso.date()).default([]),
  })
  .refine(({ weekly }) => Object.values(weekly).some((windows) => windows.length > 0), {
    path: ['weekly'],
    error: 'expected at least one open window: a calendar that never opens has no business time',
  })
  .meta({ id: 'BusinessCalendar' });

/**
 * When the support desk works: weekly windows `[open, close)` of local wall time in an IANA zone
 * (overnight shifts split at midnight, `24:00` allowed as close) and whole local days off.
 */
export type BusinessCalendar = z.infer<typeof businessCalendarSchema>;
