import { destination, pino } from 'pino';

/** What the server tells its operator; pino, and what imitates it, fits. Fields never hold texts of tickets or tokens. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** From which severity on there is anything to read. */
export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;

/** See {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of JSON each, on standard error. */
export const createLogger = (level: LogLevel = 'info'): Logger =>
  pino({ base: null, level }, destination({ fd: 2, sync: true }));
