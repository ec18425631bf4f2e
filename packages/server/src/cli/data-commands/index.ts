import { createApiKey } from './create-api-key.js';
import { importCustomersFile } from './import-customers.js';
import { importTicketsFile } from './import-tickets.js';

/** Every command that also runs in a server on behalf of the command line, by its name on the wire. */
export const dataCommands = {
  'create-api-key': createApiKey,
  'import-customers': importCustomersFile,
  'import-tickets': importTicketsFile,
};

/** See {@link dataCommands}. */
export type DataCommandName = keyof typeof dataCommands;

/** What a command is given. */
export type DataCommandInput<Name extends DataCommandName> = Parameters<(typeof dataCommands)[Name]>[0];

/** What a command answers. */
export type DataCommandResult<Name extends DataCommandName> = Awaited<ReturnType<(typeof dataCommands)[Name]>>;
