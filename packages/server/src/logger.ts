import { destination, pino } from 'pino';

/** What the server tells its operator; pino, and what imitates it, fits. Fields never hold texts of tickets or tokens. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One line of JSON each, on standard error. */
export const createLogger = (): Logger => pino({ base: null }, destination({ fd: 2, sync: true }));
