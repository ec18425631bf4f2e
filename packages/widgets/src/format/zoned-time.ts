import type { Format } from './create-format.js';

const DAY_MS = 86_400_000;

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);

/** When the clocks of a format show that: epoch milliseconds. What a change of clocks leaves out is the hour after it. */
export function zonedTime(wall: string, { wallTime }: Pick<Format, 'wallTime'>): number {
  const offsetAt = (epoch: number): number => asUtc(wallTime(epoch)) - epoch;
  const utc = asUtc(wall);
  return utc - offsetAt(utc - offsetAt(utc));
}

/** The same wall clock so many days later. */
export const daysLater = (wall: string, days: number): string =>
  new Date(asUtc(wall) + days * DAY_MS).toISOString().slice(0, 16);

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (wall: string): number => new Date(asUtc(wall)).getUTCDay() || 7;
