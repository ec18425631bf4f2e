import type { Command } from 'commander';
import { connectionTable } from './connection-table.js';
import { interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, jsonOption, organizationOption } from './options.js';
import { runDataCommand } from './run-data-command.js';
import { timeDistance } from './time-distance.js';

interface StatusOptions extends StoreConfiguration {
  organization: string;
  json?: boolean;
}

const showStatus = async ({ organization, json, ...configuration }: StatusOptions): Promise<void> => {
  const { now, ...status } = await interruptible((signal) =>
    runDataCommand('show-status', { organization_id: organization }, configuration, {
      signal,
      onProgress: () => undefined,
    }),
  );
  if (json) return console.log(JSON.stringify(status));
  const { connections, data_as_of } = status;
  if (connections.length === 0) console.log('no connections: make one with "cscx-support connect"');
  else for (const line of connectionTable(connections, now)) console.log(line);
  console.log(data_as_of === null ? 'no data yet' : `everything is in up to ${timeDistance(data_as_of, now)}`);
};

/** Adds `status`. */
export const addStatusCommand = (program: Command): void => {
  program
    .command('status')
    .description('tell how fresh the connections of an organization are, and what keeps them from being so')
    .addOption(organizationOption())
    .addOption(jsonOption())
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .addHelpText(
      'after',
      `
Example:
  $ cscx-support status --organization acme`,
    )
    .action((options: StatusOptions) => showStatus(options));
};
