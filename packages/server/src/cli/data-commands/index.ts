import { changeConnection } from './change-connection.js';
import { connect } from './connect.js';
import { createApiKey } from './create-api-key.js';
import { importCustomersFile } from './import-customers.js';
import { importTicketsFile } from './import-tickets.js';
import { listApiKeys } from './list-api-keys.js';
import { revokeApiKey } from './revoke-api-key.js';
import { rotateAllCredentials } from './rotate-credentials.js';
import { showStatus } from './show-status.js';
import { syncConnections } from './sync-connections.js';

/** Every command that also runs in a server on behalf of the command line, by its name on the wire. */
export const dataCommands = {
  'change-connection': changeConnection,
  connect,
  'create-api-key': createApiKey,
  'import-customers': importCustomersFile,
  'import-tickets': importTicketsFile,
  'list-api-keys': listApiKeys,
  'revoke-api-key': revokeApiKey,
  'rotate-credentials': rotateAllCredentials,
  'show-status': showStatus,
  'sync-connections': syncConnections,
};

/** See {@link dataCommands}. */
export type DataCommandName = keyof typeof dataCommands;

/** What a command is given. */
export type DataCommandInput<Name extends DataCommandName> = Parameters<(typeof dataCommands)[Name]>[0];

/** What a command answers. */
export type DataCommandResult<Name extends DataCommandName> = Awaited<ReturnType<(typeof dataCommands)[Name]>>;
