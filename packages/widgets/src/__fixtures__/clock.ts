/** When all fixtures happen: a Monday morning. */
export const NOW = '2026-11-23T09:30:00Z';

const HOUR = 3_600_000;

/** The instant so many hours before {@link NOW}; negative for after. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.parse(NOW) - hours * HOUR).toISOString().replace('.000Z', 'Z');

export const daysAgo = (days: number): string => hoursAgo(24 * days);
