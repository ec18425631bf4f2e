import type { Command } from 'commander';
import { interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, organizationOption } from './options.js';
import { runDataCommand } from './run-data-command.js';

interface ApiKeyOptions extends StoreConfiguration {
  organization: string;
  name?: string;
}

const createApiKey = async ({ organization, name, ...configuration }: ApiKeyOptions): Promise<void> => {
  const { key } = await interruptible((signal) =>
    runDataCommand('create-api-key', { organization_id: organization, name }, configuration, {
      signal,
      onProgress: () => undefined,
    }),
  );
  console.error('Keep it: only its hash is stored, so it cannot be shown again.');
  console.log(key);
};

/** Adds `api-key create`. */
export const addApiKeyCommands = (program: Command): void => {
  program
    .command('api-key')
    .description('keys that let programs read an organization')
    .command('create')
    .description('make a key and print it once')
    .addOption(organizationOption())
    .option('--name <name>', 'what you will recognise it by')
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .addHelpText(
      'after',
      `
Example:
  $ cscx-support api-key create --organization acme --name "dashboard of acme"`,
    )
    .action((options: ApiKeyOptions) => createApiKey(options));
};
