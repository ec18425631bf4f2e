import { configuredServices } from './configured-services.js';
import type { CommandContext, DataCommand } from './data-commands/data-command.js';
import {
  type DataCommandInput,
  type DataCommandName,
  type DataCommandResult,
  dataCommands,
} from './data-commands/index.js';
import { openStoreBriefly, type StoreConfiguration } from './open-configured-store.js';

/** Runs a command on the configured store, which nobody else must have. */
export const runOnStore = async <Name extends DataCommandName>(
  name: Name,
  input: DataCommandInput<Name>,
  configuration: StoreConfiguration,
  { signal, onProgress }: Pick<CommandContext, 'signal' | 'onProgress'>,
): Promise<DataCommandResult<Name>> => {
  const services = configuredServices();
  const store = await openStoreBriefly(configuration);
  try {
    const command = dataCommands[name] as DataCommand<DataCommandInput<Name>, DataCommandResult<Name>>;
    const now = () => new Date().toISOString();
    return await command(input, { store, services, now, signal, onProgress });
  } finally {
    await store.close();
  }
};
