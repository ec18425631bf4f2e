import type { Command } from 'commander';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption } from './options.js';

/** Adds `migrate`. */
export const addMigrateCommand = (program: Command): void => {
  program
    .command('migrate')
    .description('bring the database to the newest schema; every other command does so too')
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .addHelpText(
      'after',
      `
Example:
  $ DATABASE_URL=postgres://support@db/support cscx-support migrate`,
    )
    .action(async (configuration: StoreConfiguration) => {
      const { openStoreBriefly } = await import('./open-configured-store.js');
      const store = await openStoreBriefly(configuration);
      await store.close();
      console.log('the schema is up to date');
    });
};
