import type { Instant } from '@cscx/support-core';

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

const amount = (seconds: number): string => {
  for (const [unit, length] of UNITS) if (seconds >= length) return `${Math.floor(seconds / length)} ${unit}`;
  return `${Math.floor(seconds)} s`;
};

/**
 * How far an instant is from now, for eyes.
 *
 * @example
 * timeDistance('2026-11-23T09:00:00Z', '2026-11-23T09:02:30Z'); // '2 min ago'
 */
export const timeDistance = (instant: Instant, now: Instant): string => {
  const seconds = (Date.parse(now) - Date.parse(instant)) / 1000;
  return seconds >= 0 ? `${amount(seconds)} ago` : `in ${amount(-seconds)}`;
};
