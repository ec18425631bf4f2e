import * as z from 'zod';
import { instantSchema } from '../model/instant.js';
import { periodSchema } from '../model/period.js';
import { timeZoneSchema } from '../model/time-zone.js';

/** The most records one page holds. */
export const MAX_PAGE_SIZE = 500;

/** The most records that one request may bring. */
export const MAX_RECORDS = 10_000;

/** Query fields that several routes share. */
export const periodQuery = {
  period: periodSchema.default('this_month'),
  timezone: timeZoneSchema.optional().meta({ description: "default: the organization's" }),
};

/** How every list is paged: cursors are opaque and come from the page before. */
export const pageQuery = {
  cursor: z.string().min(1).optional(),
  limit: z.coerce
    .number<number>({ error: 'expected a whole number' })
    .int()
    .min(1)
    .max(MAX_PAGE_SIZE, { error: `expected at most ${MAX_PAGE_SIZE}` })
    .default(50),
};

/** Present on every page; null on the last one. */
export const nextCursor = z.string().nullable();

/** Everything up to then is in the answer; null before data came in. */
export const dataAsOf = instantSchema.nullable();
