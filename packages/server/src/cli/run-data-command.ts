import { resolve } from 'node:path';
import { findDataDirectoryHolder } from '../store/data-directory-lock.js';
import { configuredServices } from './configured-services.js';
import { runInServer } from './control/run-in-server.js';
import type { CommandContext, DataCommand } from './data-commands/data-command.js';
import {
  type DataCommandInput,
  type DataCommandName,
  type DataCommandResult,
  dataCommands,
} from './data-commands/index.js';
import { openConfiguredStore, type StoreConfiguration } from './open-configured-store.js';

/** Runs a command here, or in the server that has the data directory. */
export const runDataCommand = async <Name extends DataCommandName>(
  name: Name,
  input: DataCommandInput<Name>,
  configuration: StoreConfiguration,
  { signal, onProgress }: Pick<CommandContext, 'signal' | 'onProgress'>,
): Promise<DataCommandResult<Name>> => {
  const { databaseUrl, dataDir } = configuration;
  const holder = databaseUrl === undefined ? await findDataDirectoryHolder(resolve(dataDir)) : undefined;
  if (holder?.control) {
    return (await runInServer(holder.control, { name, input }, { signal, onProgress })) as DataCommandResult<Name>;
  }
  const services = configuredServices();
  const store = await openConfiguredStore(configuration);
  try {
    const command = dataCommands[name] as DataCommand<DataCommandInput<Name>, DataCommandResult<Name>>;
    const now = () => new Date().toISOString();
    return await command(input, { store, services, now, signal, onProgress });
  } finally {
    await store.close();
  }
};
