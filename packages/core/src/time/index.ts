export { type BusinessClock, dueAt, DUE_AT_HORIZON_DAYS, elapsedBusinessTime } from './business-time.js';
export { instantOfLocal, type LocalTime } from './local-time.js';
export { parsePeriod, type Period } from './period.js';
export type { TimeRange } from './time-range.js';
