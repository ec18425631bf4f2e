import { resolve } from 'node:path';
import { findDataDirectoryHolder } from '../store/data-directory-lock.js';
import { runInServer } from './control/run-in-server.js';
import type { CommandContext } from './data-commands/data-command.js';
import type { DataCommandInput, DataCommandName, DataCommandResult } from './data-commands/index.js';
import type { StoreConfiguration } from './open-configured-store.js';

/** Runs a command here, or in the server that has the data directory. */
export const runDataCommand = async <Name extends DataCommandName>(
  name: Name,
  input: DataCommandInput<Name>,
  configuration: StoreConfiguration,
  options: Pick<CommandContext, 'signal' | 'onProgress'>,
): Promise<DataCommandResult<Name>> => {
  const { databaseUrl, dataDir } = configuration;
  const holder = databaseUrl === undefined ? await findDataDirectoryHolder(resolve(dataDir)) : undefined;
  if (holder?.control) {
    return (await runInServer(holder.control, { name, input }, options)) as DataCommandResult<Name>;
  }
  const { runOnStore } = await import('./run-on-store.js');
  return runOnStore(name, input, configuration, options);
};
