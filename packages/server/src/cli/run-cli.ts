import { Command, CommanderError } from 'commander';
import { addApiKeyCommands } from './api-key-command.js';
import { addConnectCommand } from './connect-command.js';
import { addConnectionCommands } from './connection-commands.js';
import { describeError } from './describe-error.js';
import { checkEnvironment } from './environment.js';
import { addImportCommands } from './import-command.js';
import { addMapCommand } from './map-command.js';
import { addMigrateCommand } from './migrate-command.js';
import { addServeCommand } from './serve-command.js';
import { addStatusCommand } from './status-command.js';
import { addSyncCommand } from './sync-command.js';

const EXIT = { failure: 1, usage: 2 } as const;

/** Commands load what they work with when they run: help and mistakes are answered at once. */
const createProgram = (): Command => {
  const program = new Command('cscx-support')
    .description('Support metrics for customer success: import tickets, serve the API and the dashboard')
    .exitOverride()
    .showHelpAfterError('(add --help to see how it is used)');
  addServeCommand(program);
  addImportCommands(program);
  addConnectCommand(program);
  addSyncCommand(program);
  addStatusCommand(program);
  addConnectionCommands(program);
  addMapCommand(program);
  addMigrateCommand(program);
  addApiKeyCommands(program);
  return program;
};

/** Whoever asks how something is set has not set it yet. */
const isHelp = (commandLine: readonly string[]): boolean =>
  commandLine.some((word) => word === '--help' || word === '-h' || word === 'help');

/** Runs a command line; sets the exit code: 1 where the command failed, 2 where it was not understood. */
export const runCli = async (commandLine: readonly string[]): Promise<void> => {
  try {
    if (!isHelp(commandLine)) checkEnvironment(process.env);
    await createProgram().parseAsync(commandLine, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said why; help that was asked for is no failure.
      process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage;
      return;
    }
    console.error(`cscx-support: ${describeError(error)}`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = EXIT.failure;
  }
};
