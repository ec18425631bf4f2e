/** The period of all benchmarks, as requests name it. */
export const PERIOD = 'last_12_weeks';

export const TIMEZONE = 'UTC';

/** The moment of all reports: the last second of an ISO week, so that the period is twelve whole weeks. */
export const NOW = '2026-11-22T23:59:59Z';

export const NOW_MS = Date.parse(NOW);

/** The Monday on which the period begins. */
export const START_MS = Date.parse('2026-08-31T00:00:00Z');

export const WEEKS = 12;

export const HOUR_MS = 3_600_000;

export const WEEK_MS = 7 * 24 * HOUR_MS;
