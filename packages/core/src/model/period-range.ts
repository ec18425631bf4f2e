import * as z from 'zod';
import { instantSchema } from './instant.js';
import { timeZoneSchema } from './time-zone.js';

/** Schema of {@link PeriodRange}. */
export const periodRangeSchema = z
  .object({
    start: instantSchema,
    end: instantSchema,
    previous_start: instantSchema,
    previous_end: instantSchema,
    timezone: timeZoneSchema,
  })
  .meta({ id: 'PeriodRange' });

/**
 * A period and the one it is compared with, ends exclusive. While the period is running,
 * `previous_end` ends the same elapsed part of the previous one.
 */
export type PeriodRange = z.infer<typeof periodRangeSchema>;
