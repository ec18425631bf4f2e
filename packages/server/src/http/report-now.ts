import type { Instant } from '@cscx/support-core';

const MINUTE_MS = 60_000;

/**
 * The moment that a report describes: the minute's start, or when anything last came in if that is later. So the answer
 * to a question stays the same, byte for byte, until there is something new to say, and a browser that asks again is
 * told so; what has just come in is never hidden.
 *
 * @example
 * reportNow('2026-11-23T09:30:45Z', '2026-11-23T09:12:00.000Z'); // '2026-11-23T09:30:00.000Z'
 */
export const reportNow = (now: Instant, changed_at: Instant | null): Instant => {
  const present = Date.parse(now);
  const minute = present - (present % MINUTE_MS);
  const fresh = changed_at === null ? minute : Math.max(minute, Date.parse(changed_at));
  return new Date(Math.min(present, fresh)).toISOString();
};
