import type { Instant } from '../model/instant.js';

/** Milliseconds since the epoch of an instant, for arithmetic. */
export const epochOf = (instant: Instant): number => Date.parse(instant);

/**
 * The instant of a moment in milliseconds since the epoch, without a fraction where it has none.
 *
 * @example
 * instantOf(0); // '1970-01-01T00:00:00Z'
 */
export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString().replace('.000Z', 'Z');

/** Milliseconds of one hour. */
export const HOUR_MS = 3_600_000;

/** Milliseconds of 24 hours. */
export const DAY_MS = 24 * HOUR_MS;
