import { InvalidArgumentError, Option } from 'commander';
import { organizationIdSchema } from './data-commands/fields.js';

/** Options that several commands share; each call makes one anew. */

export const dataDirOption = (): Option =>
  new Option('--data-dir <dir>', 'where the embedded database is kept').env('DATA_DIR').default('.data');

export const databaseUrlOption = (): Option =>
  new Option('--database-url <url>', 'a PostgreSQL to use instead, such as postgres://user@host/database').env(
    'DATABASE_URL',
  );

/** How many connections to PostgreSQL, and tickets in memory. Seldom set, so the environment alone has them. */
export const storeLimits = (environment: NodeJS.ProcessEnv): { max_connections?: number; cached_tickets?: number } => {
  const { DATABASE_CONNECTIONS: connections, CACHED_TICKETS: tickets } = environment;
  return {
    ...(connections !== undefined && { max_connections: Number(connections) }),
    ...(tickets !== undefined && { cached_tickets: Number(tickets) }),
  };
};

export const organizationOption = (): Option =>
  new Option('--organization <id>', 'whose data they are; created if it is new')
    .makeOptionMandatory()
    .argParser((value) => {
      const checked = organizationIdSchema.safeParse(value);
      if (checked.success) return checked.data;
      throw new InvalidArgumentError(checked.error.issues[0]?.message ?? '');
    });

export const rejectsOption = (): Option =>
  new Option('--rejects <file>', 'where records go that cannot be read (default: beside the file)');

export const jsonOption = (): Option => new Option('--json', 'print the summary as JSON');

const MAX_PORT = 65_535;

/** @throws InvalidArgumentError for anything but a port; 0 takes any that is free */
export const parsePort = (value: string): number => {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= MAX_PORT) return port;
  throw new InvalidArgumentError(`expected a port from 0 to ${MAX_PORT}`);
};
