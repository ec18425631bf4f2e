import * as z from 'zod';

/**
 * A point in time as ISO-8601 in UTC with `Z`, the only form in which instants are stored or sent.
 *
 * @example
 * instantSchema.parse('2026-11-23T09:30:00Z'); // fine
 * instantSchema.parse('2026-11-23T10:30:00+01:00'); // throws: not UTC
 */
export const instantSchema = z.iso
  .datetime({ error: 'expected an ISO-8601 instant in UTC, such as 2026-11-23T09:30:00Z' })
  .meta({ format: 'date-time', description: 'ISO-8601 instant in UTC with Z' });

/** An ISO-8601 instant in UTC, such as `2026-11-23T09:30:00Z`. */
export type Instant = z.infer<typeof instantSchema>;
