import type { Command } from 'commander';
import { interruptible } from './interruptible.js';
import type { StoreConfiguration } from './open-configured-store.js';
import { dataDirOption, databaseUrlOption, organizationOption } from './options.js';
import { runDataCommand } from './run-data-command.js';

const ACTIONS = {
  pause: ['read a connection no more until it is resumed', 'paused'],
  resume: ['read a paused connection again', 'due now'],
  disconnect: [
    'read a connection no more and forget its credentials; its tickets stay',
    'its credentials are forgotten',
  ],
} as const;

type Action = keyof typeof ACTIONS;

interface ChangeOptions extends StoreConfiguration {
  organization: string;
}

const quietly = { onProgress: () => undefined };

const change = async (
  action: Action,
  connection_id: string,
  { organization, ...configuration }: ChangeOptions,
): Promise<void> => {
  const input = { organization_id: organization, connection_id, action };
  await interruptible((signal) => runDataCommand('change-connection', input, configuration, { signal, ...quietly }));
  console.log(`${connection_id}: ${ACTIONS[action][1]}`);
};

const rotate = async (configuration: StoreConfiguration): Promise<void> => {
  const { resealed, unchanged } = await interruptible((signal) =>
    runDataCommand('rotate-credentials', {}, configuration, { signal, ...quietly }),
  );
  console.log(`sealed anew ${resealed}, sealed with the newest key already ${unchanged}`);
};

/** Adds `pause`, `resume`, `disconnect` and `rotate-credentials`. */
export const addConnectionCommands = (program: Command): void => {
  for (const [action, [description]] of Object.entries(ACTIONS)) {
    program
      .command(action)
      .description(description)
      .argument('<connection>', 'its id, as "cscx-support status" shows it')
      .addOption(organizationOption())
      .addOption(dataDirOption())
      .addOption(databaseUrlOption())
      .action((id: string, options: ChangeOptions) => change(action as Action, id, options));
  }
  program
    .command('rotate-credentials')
    .description('seal all stored credentials with the first key of CREDENTIALS_KEY; then the others can be taken away')
    .addOption(dataDirOption())
    .addOption(databaseUrlOption())
    .action((options: StoreConfiguration) => rotate(options));
};
